// SPDX-License-Identifier: Apache-2.0
/** Whole-process benchmarks of the component, each against a canned HubSpot in a process of its own. */
package io.github.camelhubspot.benchmarks;
