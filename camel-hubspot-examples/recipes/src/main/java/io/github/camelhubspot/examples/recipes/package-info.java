// SPDX-License-Identifier: Apache-2.0
/** The Java that the pages of {@code docs} print; tests hold page and source together, and run both. */
package io.github.camelhubspot.examples.recipes;
