// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a company has agreed to. */
public record Contract(
        @JsonProperty("hs_object_id") String id,
        @JsonProperty("external_id") String number,
        @JsonProperty("contract_end") LocalDate end,
        @JsonProperty("contract_parts") Set<Part> parts,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        Instant updatedAt) {

    public enum Part {
        SUPPORT,
        TRAINING
    }

    public Contract extendedBy(int years) {
        return new Contract(id, number, end.plusYears(years), parts, updatedAt);
    }
}
