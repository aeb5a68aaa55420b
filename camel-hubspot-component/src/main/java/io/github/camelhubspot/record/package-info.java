// SPDX-License-Identifier: Apache-2.0
/** Message bodies to HubSpot's records and links, and back: maps, JSON, POJOs, streams, values, dates. */
package io.github.camelhubspot.record;
