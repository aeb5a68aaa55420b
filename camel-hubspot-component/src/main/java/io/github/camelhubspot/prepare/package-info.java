// SPDX-License-Identifier: Apache-2.0
/** What is done with records before they are sent: keys resolved, values checked, what would not change left alone. */
package io.github.camelhubspot.prepare;
