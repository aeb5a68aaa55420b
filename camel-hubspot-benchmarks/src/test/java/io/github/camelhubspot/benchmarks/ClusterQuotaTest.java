// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.camelhubspot.benchmarks.process.ChildProcess;
import io.github.camelhubspot.benchmarks.quota.BreakableProxy;
import io.github.camelhubspot.benchmarks.quota.Nodes;
import io.github.camelhubspot.benchmarks.quota.QuotaStore;
import io.github.camelhubspot.benchmarks.quota.QuotaUse;
import io.github.camelhubspot.simulator.HubSpotSimulator;
import io.github.camelhubspot.simulator.calls.RecordedCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Three processes share one account's quota through a real server: none is refused, and little is left unused. */
class ClusterQuotaTest {

    private static final int LIMIT = 100;
    private static final int NODES = 3;
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final String LOST = "WARN io.github.camelhubspot.client.SharedPermits - The shared quota";
    private static final String FOUND = "INFO io.github.camelhubspot.client.SharedPermits - The shared quota";

    @ParameterizedTest
    @EnumSource(QuotaStore.class)
    @Timeout(240)
    void nodesShareOneQuotaAndKeepToTheirPartWhileTheStoreIsLost(QuotaStore store) throws Exception {
        assumeTrue(store.available(), store + " does not run on this machine");
        try (HubSpotSimulator simulator = new HubSpotSimulator().start();
                BreakableProxy way = new BreakableProxy(store.port());
                Nodes nodes = new Nodes()) {
            simulator.settings().recordBodies(false).tenSecondlyLimit(LIMIT);
            for (int i = 0; i < NODES; i++) {
                nodes.start(simulator, "store=" + store, "port=" + way.port(), "nodes=" + NODES);
            }

            QuotaUse together = measure(simulator);
            assertThat(types(simulator)).hasSize(NODES);
            assertThat(together.refused()).isZero();
            assertThat(together.share()).isBetween(0.9, 1.0);

            way.breakOff();
            for (ChildProcess node : nodes.all()) {
                node.await(LOST, A_WHILE);
            }
            QuotaUse apart = measure(simulator);
            assertThat(apart.refused()).isZero();
            assertThat(apart.share()).isBetween(0.8, 1.0);

            way.mend();
            for (ChildProcess node : nodes.all()) {
                node.await(FOUND, A_WHILE);
            }
            nodes.all().get(0).kill();
            QuotaUse survivors = measure(simulator);
            assertThat(types(simulator)).hasSize(NODES - 1);
            assertThat(survivors.refused()).isZero();
            assertThat(survivors.share()).isBetween(0.9, 1.0);
            System.out.printf(
                    "%s: together %s, store lost %s, one node killed %s%n", store, together, apart, survivors);
        }
    }

    /** HubSpot's window of ten seconds, twice. */
    private static QuotaUse measure(HubSpotSimulator simulator) {
        simulator.clearCalls();
        QuotaUse.Measuring measuring = QuotaUse.begin(simulator, LIMIT);
        await().atMost(A_WHILE).until(() -> measuring.seconds() >= 20);
        return measuring.end();
    }

    private static Set<String> types(HubSpotSimulator simulator) {
        List<RecordedCall> calls = simulator.calls();
        Set<String> types = new HashSet<>();
        calls.forEach(call -> types.add(call.path()));
        return types;
    }
}
