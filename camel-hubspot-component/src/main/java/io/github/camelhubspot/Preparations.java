// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.prepare.OwnKeys;
import io.github.camelhubspot.prepare.Preparation;
import io.github.camelhubspot.prepare.RecordTargets;
import io.github.camelhubspot.prepare.SchemaCheck;
import io.github.camelhubspot.prepare.Validate;

/** What is done with the records of a call before they are sent, as its options say. */
final class Preparations {

    private Preparations() {}

    static Preparation of(CallOptions options, ProducerParts parts) {
        return schemaCheck(options, parts).then(keys(options, parts));
    }

    /** Finds the records that natural keys name: the one that is written or read, and those that it is linked to. */
    static Preparation keys(CallOptions options, ProducerParts parts) {
        ApiOperation operation = options.operation();
        String objectType = options.text(OptionNames.OBJECT_TYPE);
        boolean named =
                switch (operation.input()) {
                    case RECORD, RECORDS -> operation.effect() == Effect.UPDATE;
                    case RECORD_ID, RECORD_IDS -> operation.uses(OptionNames.OBJECT_TYPE);
                    default -> false;
                };
        Preparation own = named
                ? new OwnKeys(objectType, operation.uses(OptionNames.ID_PROPERTY), parts.keys())
                : Preparation.NONE;
        return operation.uses(OptionNames.MISSING_TARGET)
                ? own.then(new RecordTargets(
                        objectType,
                        operation.effect() == Effect.CREATE,
                        parts.keys(),
                        options.missingTarget(),
                        parts.labels()))
                : own;
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
