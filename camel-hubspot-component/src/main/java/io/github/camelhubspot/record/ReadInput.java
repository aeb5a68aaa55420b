// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.record;

/** An input of a batch that was read from its message before it came to the batch. */
public interface ReadInput {

    /** What was read. */
    RecordInput record();
}
