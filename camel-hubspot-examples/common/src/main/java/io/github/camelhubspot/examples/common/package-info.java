// SPDX-License-Identifier: Apache-2.0
/** What the examples share. */
package io.github.camelhubspot.examples.common;
