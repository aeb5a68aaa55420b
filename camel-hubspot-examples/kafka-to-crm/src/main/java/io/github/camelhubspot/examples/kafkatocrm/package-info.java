// SPDX-License-Identifier: Apache-2.0
/** The program that sends the messages of a Kafka topic to HubSpot. */
package io.github.camelhubspot.examples.kafkatocrm;
