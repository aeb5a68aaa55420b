// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.benchmarks.soak.work;

/**
 * One record of the work.
 *
 * @param kind what is to be done with it
 * @param body what the component gets
 * @param bad whether HubSpot must refuse it, since it has a value that does not fit its property
 */
public record Task(Kind kind, Object body, boolean bad) {

    /** What names the record among those of its kind. */
    public String key() {
        return Kind.keyOf(body);
    }
}
