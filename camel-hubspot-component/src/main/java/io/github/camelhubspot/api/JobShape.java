// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.api;

import java.util.Set;

/**
 * How to tell what becomes of a job that HubSpot goes on with after its answer.
 *
 * @param read the operation that reads how far the job is
 * @param state where its answer has the job's state, as a JSON pointer
 * @param done the state of a job that has ended well
 * @param failed the states of a job that has ended otherwise; it goes on in any other state
 * @param content the operation that reads what the job has made; null where it makes nothing to read
 */
public record JobShape(String read, String state, String done, Set<String> failed, String content) {}
