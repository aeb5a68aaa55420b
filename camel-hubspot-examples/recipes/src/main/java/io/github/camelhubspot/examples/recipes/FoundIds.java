// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

/** The record ids of what a batch read found. */
public class FoundIds {

    /** The ids, in the order of the inputs. */
    public List<String> of(BatchResult result) {
        List<String> ids = new ArrayList<>();
        for (BatchOutcome outcome : result) {
            if (outcome.status() == OutcomeStatus.FOUND) {
                ids.add((String) ((Map<?, ?>) outcome.record()).get("id"));
            }
        }
        return ids;
    }
}
