// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.camelhubspot.benchmarks.soak.work.Work;
import io.github.camelhubspot.benchmarks.soak.work.WorkGenerator;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.faults.FaultKind;

/**
 * Sends work from a queue and a table through a worker to a HubSpot that fails often, kills the worker now and then, and
 * compares the CRM in the end with what it must hold.
 */
public final class Soak {

    /** Told from any other text wherever it may come out. */
    public static final String ACCESS_TOKEN = "pat-soak-5d1f7a90-TOKEN-NEVER-SHOWN-3b86";

    /** A little longer than the worker waits for an answer. */
    private static final Duration SILENCE = WorkerProcess.RESPONSE_TIMEOUT.plusSeconds(1);

    private final SoakSettings settings;
    private final Random random;
    private final List<Kill> kills = new ArrayList<>();

    private Soak(SoakSettings settings) {
        this.settings = settings;
        this.random = new Random(settings.seed());
    }

    /**
     * Runs a soak.
     *
     * @throws IllegalStateException where it does not come to an end in time, or a worker dies by itself
     */
    public static SoakResult run(SoakSettings settings) throws Exception {
        return new Soak(settings).run();
    }

    private SoakResult run() throws Exception {
        Files.createDirectories(settings.folder());
        try (HubSpotSimulator hubSpot = new HubSpotSimulator();
                Broker broker = Broker.start(settings.folder().resolve("broker"));
                Database database = Database.open(settings.folder().resolve("database"))) {
            hubSpot.settings().accessToken(ACCESS_TOKEN).recordBodies(false).maxKeptCalls(1_000);
            hubSpot.start();
            Work work = WorkGenerator.generate(hubSpot.crm(), settings.records(), random.nextLong());
            broker.send(work.messages());
            database.insert(work.rows());
            hubSpot.faults()
                    .random(random.nextLong())
                    .share(settings.faultShare())
                    .of(FaultKind.TEMPORARY.toArray(FaultKind[]::new))
                    .silence(SILENCE);
            long start = System.nanoTime();
            sendAll(work, new Surroundings(hubSpot, broker, database));
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            return SoakResult.of(settings, work, hubSpot, database, kills, time);
        }
    }

    private void sendAll(Work work, Surroundings around) throws Exception {
        int messages = work.messages().size();
        Watch watch = new Watch(around, settings.limit());
        WorkerProcess worker = startWorker(around);
        try {
            for (int i = 0; i < settings.kills(); i++) {
                // Each somewhere in its own part of the first two thirds, so that both sources still have work.
                double part = (i + 0.2 + 0.7 * random.nextDouble()) / settings.kills() * 2 / 3;
                watch.awaitMomentToKill(worker, Math.round(messages * part));
                kills.add(kill(worker, around, watch));
                worker = startWorker(around);
            }
            watch.awaitEnd(worker);
            worker.stop();
        } finally {
            worker.close();
        }
    }

    private WorkerProcess startWorker(Surroundings around) throws Exception {
        return WorkerProcess.start(
                settings, around.hubSpot().baseUrl(), around.broker().url(), around.database());
    }

    private static Kill kill(WorkerProcess worker, Surroundings around, Watch watch) throws Exception {
        int callsInFlight = around.hubSpot().inFlight();
        int exitStatus = worker.kill();
        watch.awaitBrokerAlone();
        Broker.Unacknowledged unacknowledged = around.broker().unacknowledged();
        return new Kill(
                exitStatus,
                callsInFlight,
                unacknowledged.messages(),
                unacknowledged.keysWithoutUniqueProperty(),
                around.broker().messages(),
                around.database().openRows());
    }
}
