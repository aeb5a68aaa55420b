// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.worker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * What the worker must be told, apart from what Camel reads by itself.
 *
 * @param tokenFile the file with HubSpot's access token, as a mounted secret is one
 * @param brokerUrl where the queue is
 * @param databaseUrl where the table is
 * @param databaseUser the user of the database, who needs no password
 * @param consumers how many messages are worked on at once
 * @param rowsPerPoll how many rows are read at once
 * @param observations a folder for what the context shows of itself; null for none
 */
public record WorkerProperties(
        Path tokenFile,
        String brokerUrl,
        String databaseUrl,
        String databaseUser,
        int consumers,
        int rowsPerPoll,
        Path observations) {

    /** Adds them to properties. */
    public void addTo(Properties properties) {
        properties.setProperty("soak.token-file", tokenFile.toString());
        properties.setProperty("soak.broker-url", brokerUrl);
        properties.setProperty("soak.database-url", databaseUrl);
        properties.setProperty("soak.database-user", databaseUser);
        properties.setProperty("soak.consumers", Integer.toString(consumers));
        properties.setProperty("soak.rows-per-poll", Integer.toString(rowsPerPoll));
        if (observations != null) {
            properties.setProperty("soak.observations", observations.toString());
        }
    }

    static WorkerProperties of(Properties properties) {
        String observations = properties.getProperty("soak.observations");
        return new WorkerProperties(
                Path.of(properties.getProperty("soak.token-file")),
                properties.getProperty("soak.broker-url"),
                properties.getProperty("soak.database-url"),
                properties.getProperty("soak.database-user"),
                Integer.parseInt(properties.getProperty("soak.consumers")),
                Integer.parseInt(properties.getProperty("soak.rows-per-poll")),
                observations == null ? null : Path.of(observations));
    }
}
