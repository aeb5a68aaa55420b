// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.nio.file.Path;

import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.examples.common.Account;

/**
 * The program: prepares the account, then watches the inbox, and ends when the inbox is empty unless it is told to go on.
 *
 * <p>What happens to the files is in the routes, {@code camel/*.yaml}.
 */
public final class FilesToCrm {

    private static final Logger LOG = LoggerFactory.getLogger("files-to-crm");
    private static final String WATCH = "watch";
    private static final String ONCE = "once";

    private final Folders folders;
    private final Account account;
    private final boolean watch;
    private final Report report = new Report();
    private final Main main = new Main();
    private Exception startFailure;

    /**
     * A program to run once.
     *
     * @param watch whether it goes on when the inbox is empty, until it is interrupted
     */
    public FilesToCrm(Folders folders, Account account, boolean watch) {
        this.folders = folders;
        this.account = account;
        this.watch = watch;
    }

    /**
     * Delivers the sample files and runs the program.
     *
     * @param arguments the folder to work in, then {@code once} or {@code watch}; both may be left out
     */
    public static void main(String[] arguments) throws Exception {
        String mode = arguments.length > 1 ? arguments[1] : ONCE;
        if (!mode.equals(ONCE) && !mode.equals(WATCH)) {
            System.err.println("The mode is '" + mode + "'; it must be once or watch");
            System.exit(2);
        }
        Folders folders = Folders.in(Path.of(arguments.length > 0 ? arguments[0] : "target/files-to-crm"));
        boolean good;
        try (Account account = Account.ofEnvironment()) {
            LOG.info("Writing to {}", account.description());
            Samples.deliverTo(folders.inbox());
            good = new FilesToCrm(folders, account, mode.equals(WATCH)).run();
        }
        if (!good) {
            System.exit(1);
        }
    }

    /** Runs until the inbox is empty and prints the summary; false where the start failed or a record has no outcome. */
    public boolean run() throws Exception {
        main.addInitialProperty("folder", folders.base().toString());
        main.addInitialProperty("camel.component.hubspot.base-url", account.baseUrl());
        main.addInitialProperty("camel.component.hubspot.access-token", account.accessToken());
        main.bind("records", new Records());
        main.bind("report", report);
        main.bind("outcomes", new Outcomes(new RejectedFiles(folders.rejected())));
        main.bind("ticketCompanies", new TicketCompanies());
        main.bind("program", this);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                start(started.getCamelContext());
            }
        });
        main.run();
        if (startFailure != null) {
            LOG.error("The account could not be prepared: {}", startFailure.getMessage());
            return false;
        }
        System.out.println(new SummaryTable(report));
        return report.complete();
    }

    /** The inbox is opened only when the account has all that the records need. */
    private void start(CamelContext context) {
        try {
            context.createFluentProducerTemplate().to("direct:setUp").request();
            LOG.info("Watching {}", folders.inbox());
            report.started();
            context.getRouteController().startRoute("inbox");
        } catch (Exception e) {
            startFailure = e.getCause() instanceof Exception cause ? cause : e;
            main.completed();
        }
    }

    /** Called by the route when a poll found no file. */
    public void idle() {
        if (!watch && folders.inboxEmpty()) {
            main.completed();
        }
    }

    /** What became of the files. */
    public Report report() {
        return report;
    }
}
