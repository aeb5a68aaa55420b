// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.batch;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.record.LinkRules;
import io.github.camelhubspot.record.RecordRules;

/**
 * What options and headers say of one batch.
 *
 * @param objectType the type of the records, or the one that links go out from; may be null for links
 * @param recordRules how inputs become records
 * @param linkRules how inputs become links
 * @param properties the properties to read; empty for HubSpot's defaults
 * @param propertiesWithHistory the properties to read with their history
 * @param archived whether archived records are read
 * @param onConflict what to do where a record to create exists already
 * @param labelMode what becomes of the labels that a link has
 * @param tracePrefix begins the trace ids of this run, so that they are unique
 * @param preparation what is done with records before they are sent
 * @param skipUnchanged whether records that would not change are left alone
 * @param dryRun whether nothing is written, and reports take the place of records
 * @param normalisesDates whether HubSpot takes dates in any form
 * @param output shapes HubSpot's records; null where nobody sees them, since successes are not kept
 */
public record BatchOptions(
        String objectType,
        RecordRules recordRules,
        LinkRules linkRules,
        List<String> properties,
        List<String> propertiesWithHistory,
        boolean archived,
        OnConflict onConflict,
        LabelMode labelMode,
        String tracePrefix,
        Preparation preparation,
        boolean skipUnchanged,
        boolean dryRun,
        boolean normalisesDates,
        Function<JsonNode, Object> output) {}
