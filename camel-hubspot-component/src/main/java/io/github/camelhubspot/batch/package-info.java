// SPDX-License-Identifier: Apache-2.0
/** Many records: chunks, outcomes, and the isolation of bad records. */
package io.github.camelhubspot.batch;
