// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.camelhubspot.simulator.HubSpotSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/** A seed always gives the same work, another one other work. */
class WorkGeneratorTest {

    @Test
    void aSeedAlwaysGivesTheSameWork() {
        assertThat(generate(5).messages()).isEqualTo(generate(5).messages());
        assertThat(generate(5).rows()).isEqualTo(generate(5).rows());
        assertThat(generate(5).rows()).isNotEqualTo(generate(6).rows());
    }

    @Test
    void everyKindHasItsShareAndEveryRecordItsOwnName() {
        List<Task> tasks = generate(5).tasks().toList();

        assertThat(tasks).extracting(Task::kind).contains(Kind.values());
        assertThat(tasks).hasSize(2_000);
        assertThat(tasks).extracting(task -> task.kind() + " " + task.key()).doesNotHaveDuplicates();
        assertThat(tasks).anyMatch(Task::bad);
    }

    @Test
    void aMessageIsOneCall() {
        for (WorkMessage message : generate(5).messages()) {
            assertThat(message.tasks()).hasSizeBetween(1, message.kind().form() == Kind.Form.SINGLE ? 1 : 100);
            assertThat(message.tasks()).allMatch(task -> task.kind() == message.kind());
        }
    }

    private static Work generate(long seed) {
        return WorkGenerator.generate(new HubSpotSimulator().crm(), 2_000, seed);
    }
}
