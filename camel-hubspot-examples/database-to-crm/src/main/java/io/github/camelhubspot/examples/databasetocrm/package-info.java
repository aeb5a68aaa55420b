// SPDX-License-Identifier: Apache-2.0
/** The program that sends changed rows of two tables to HubSpot. */
package io.github.camelhubspot.examples.databasetocrm;
