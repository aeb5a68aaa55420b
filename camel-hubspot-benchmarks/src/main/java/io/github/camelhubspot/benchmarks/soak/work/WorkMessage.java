// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

import java.util.List;

/**
 * A message of the queue: one call's worth of work.
 *
 * @param name what the message is called
 * @param kind what is to be done
 * @param tasks the records
 */
public record WorkMessage(String name, Kind kind, List<Task> tasks) {

    /** The bodies of the records, as the message carries them. */
    public List<Object> bodies() {
        return tasks.stream().map(Task::body).toList();
    }
}
