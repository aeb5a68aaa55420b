// SPDX-License-Identifier: Apache-2.0
/** What the soak asks HubSpot to do, and what must be in the CRM when it is done. */
package io.github.camelhubspot.benchmarks.soak.work;
