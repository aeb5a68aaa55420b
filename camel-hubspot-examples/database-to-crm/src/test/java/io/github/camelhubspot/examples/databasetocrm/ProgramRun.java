// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;

import io.github.camelhubspot.examples.common.Account;
import io.github.camelhubspot.simulator.HubSpotSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** One run of the program. It ends by itself when nothing is left to send, and every route that polls has looked. */
final class ProgramRun {

    private static final Set<String> SENDERS = Set.of("companies", "contacts", "links");

    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> end = new CompletableFuture<Void>().orTimeout(2, TimeUnit.MINUTES);
    private final DatabaseToCrm program;

    ProgramRun(Database database, HubSpotSimulator hubSpot) {
        program = new DatabaseToCrm(database, Account.of(hubSpot), this::nothingLeft);
        // The simulator has no quota unless it is told one; the component has.
        with("requests-per-ten-seconds", "100000");
        program.camel().bind("looks", new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof ExchangeCompletedEvent completed) {
                    looks.merge(completed.getExchange().getFromRouteId(), 1, Integer::sum);
                }
            }
        });
    }

    private void nothingLeft(DatabaseToCrm running) {
        if (looks.keySet().containsAll(SENDERS)) {
            running.stop();
        }
    }

    /** Sets an option of the component. */
    ProgramRun with(String option, String value) {
        program.camel().addOverrideProperty("camel.component.hubspot." + option, value);
        return this;
    }

    /** Starts the run and waits for its end. */
    void untilNothingIsLeft() {
        start().join();
    }

    /** Starts the run, which ends by itself, or by {@link #stop()}. */
    CompletableFuture<Void> start() {
        new Thread(
                        () -> {
                            try {
                                assertThat(program.run()).isTrue();
                                end.complete(null);
                            } catch (Throwable e) {
                                end.completeExceptionally(e);
                            }
                        },
                        "program")
                .start();
        return end;
    }

    /** How often a route has looked for something to send. */
    int looks(String route) {
        return looks.getOrDefault(route, 0);
    }

    /** Lets the run end, whatever is left, and waits for that, however it ends. */
    void stop() {
        program.stop();
        end.exceptionally(failure -> null).join();
    }
}
