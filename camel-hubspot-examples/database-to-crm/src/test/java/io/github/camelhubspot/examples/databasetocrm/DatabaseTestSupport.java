// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.databasetocrm;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.HubSpotSimulatorExtension;

/** A database with the sample rows, and a HubSpot without records. */
abstract class DatabaseTestSupport {

    @RegisterExtension
    static final HubSpotSimulatorExtension HUBSPOT = new HubSpotSimulatorExtension();

    @Parameter
    TestDatabase server;

    HubSpotSimulator hubSpot;
    String schema;
    Database database;
    JdbcTemplate jdbc;
    Sent sent;
    CrmContent crm;
    private final List<ProgramRun> runs = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void waitLongEnough() {
        Awaitility.setDefaultTimeout(1, TimeUnit.MINUTES);
    }

    @BeforeEach
    void openDatabase() throws SQLException {
        hubSpot = HUBSPOT.simulator();
        schema = TestDatabase.newSchema();
        database = server.open(schema);
        database.recreate();
        jdbc = new JdbcTemplate(database.dataSource());
        sent = new Sent(hubSpot);
        crm = new CrmContent(hubSpot, jdbc);
    }

    @AfterEach
    void dropSchema() throws SQLException {
        // One that failed may still be running.
        runs.forEach(ProgramRun::stop);
        if (database != null) {
            database.dropSchema();
            database.close();
        }
    }

    /** Runs the program until nothing is left to send. */
    void send() {
        run().untilNothingIsLeft();
    }

    /** A run that can be started. */
    ProgramRun run() {
        return run(database);
    }

    ProgramRun run(Database connections) {
        ProgramRun run = new ProgramRun(connections, hubSpot);
        runs.add(run);
        return run;
    }
}
