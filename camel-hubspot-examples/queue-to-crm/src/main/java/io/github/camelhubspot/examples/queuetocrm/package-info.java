// SPDX-License-Identifier: Apache-2.0
/** The example queue-to-crm: messages of a queue, one record each, become contacts. */
package io.github.camelhubspot.examples.queuetocrm;
