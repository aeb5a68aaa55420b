// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.prepare.SchemaCheck;
import io.github.camelhubspot.prepare.Validate;

/** What is done with the records of a call before they are sent, as its options say. */
final class Preparations {

    private Preparations() {}

    static Preparation of(CallOptions options, ProducerParts parts) {
        return schemaCheck(options, parts);
    }

    private static Preparation schemaCheck(CallOptions options, ProducerParts parts) {
        Validate validate = options.validate();
        return validate == Validate.OFF
                ? Preparation.NONE
                : new SchemaCheck(
                        options.text(OptionNames.OBJECT_TYPE),
                        parts.schemas(),
                        validate == Validate.STRICT,
                        options.apiVersion().normalisesDates(),
                        parts.workers());
    }
}
