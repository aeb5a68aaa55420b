// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;

import io.github.camelhubspot.examples.common.Account;

/**
 * The program: prepares the account, then sends what is in the outbox and what comes into it.
 *
 * <p>How rows are sent is in the routes, {@code camel/*.yaml}, and their statements, {@code sql/*.sql}.
 */
public final class DatabaseToCrm {

    private static final Logger LOG = LoggerFactory.getLogger("database-to-crm");
    private static final String WATCH = "watch";
    private static final String ONCE = "once";
    private static final List<String> POLLING = List.of("companies", "contacts", "links", "idle");

    private final Main main = new Main();
    private final WhenNothingLeft whenNothingLeft;
    private Exception startFailure;

    /** What happens when nothing is left that can be sent; asked again and again as long as that is so. */
    @FunctionalInterface
    interface WhenNothingLeft {
        void nothingLeft(DatabaseToCrm program) throws Exception;
    }

    /** A program to run once. */
    DatabaseToCrm(Database database, Account account, WhenNothingLeft whenNothingLeft) {
        this.whenNothingLeft = whenNothingLeft;
        SpringTransactionPolicy required = new SpringTransactionPolicy();
        required.setTransactionManager(new JdbcTransactionManager(database.dataSource()));
        main.bind("dataSource", database.dataSource());
        main.bind("required", required);
        main.bind("settlement", new Settlement());
        main.bind("program", this);
        main.addInitialProperty("camel.component.hubspot.base-url", account.baseUrl());
        main.addInitialProperty("camel.component.hubspot.access-token", account.accessToken());
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport started) {
                start(started.getCamelContext());
            }
        });
    }

    /**
     * Sends the sample rows, changes some, and sends those; or goes on with what is there and changes.
     *
     * @param arguments the folder to work in, then {@code once} or {@code watch}; both may be left out
     */
    public static void main(String[] arguments) throws Exception {
        String mode = arguments.length > 1 ? arguments[1] : ONCE;
        if (!mode.equals(ONCE) && !mode.equals(WATCH)) {
            System.err.println("The mode is '" + mode + "'; it must be once or watch");
            System.exit(2);
        }
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/database-to-crm");
        boolean good;
        try (Database database = Database.of(System.getenv(), folder);
                Account account = account(mode, System.getenv())) {
            LOG.info("Reading from {}", database.description());
            LOG.info("Writing to {}", account.description());
            if (mode.equals(ONCE)) {
                database.recreate();
                good = new DatabaseToCrm(database, account, new Demonstration(database, System.out)).run();
            } else {
                database.createIfMissing();
                good = new DatabaseToCrm(database, account, program -> {}).run();
            }
        }
        if (!good) {
            System.exit(1);
        }
    }

    /** Rows of a database that outlives the program are not for a simulator that does not; the samples are. */
    static Account account(String mode, Map<String, String> environment) {
        String accessToken = environment.get("HUBSPOT_ACCESS_TOKEN");
        return mode.equals(WATCH) && Database.isNamedBy(environment)
                ? Account.real(accessToken, Database.URL)
                : Account.of(accessToken);
    }

    /** Runs until it is stopped; false where the account could not be prepared. */
    boolean run() throws Exception {
        main.run();
        if (startFailure != null) {
            LOG.error("The account could not be prepared: {}", startFailure.getMessage());
        }
        return startFailure == null;
    }

    /** The outbox is looked at only when the account has all that the records need. */
    private void start(CamelContext context) {
        try {
            context.createFluentProducerTemplate().to("direct:setUp").request();
            for (String route : POLLING) {
                context.getRouteController().startRoute(route);
            }
        } catch (Exception e) {
            startFailure = e.getCause() instanceof Exception cause ? cause : e;
            stop();
        }
    }

    /** Called by the route when nothing is left that can be sent. */
    public void nothingLeft() throws Exception {
        whenNothingLeft.nothingLeft(this);
    }

    /** Lets {@link #run()} end when what is being sent is written back. */
    void stop() {
        main.completed();
    }

    /** What runs the routes, for those that must know more of them. */
    Main camel() {
        return main;
    }
}
