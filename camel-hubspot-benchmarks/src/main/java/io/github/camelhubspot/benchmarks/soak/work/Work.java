// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that is to be done.
 *
 * @param messages the messages of the queue, in order
 * @param rows the rows of the table, in order
 * @param expected what must come of it
 */
public record Work(List<WorkMessage> messages, List<Task> rows, ExpectedContent expected) {

    /** Every record of the work. */
    public Stream<Task> tasks() {
        return Stream.concat(messages.stream().flatMap(message -> message.tasks().stream()), rows.stream());
    }
}
