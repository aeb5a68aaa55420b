// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.filestocrm;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;

import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Reads files as records, one at a time as they are asked for. */
public final class Records {

    /** The rows of a CSV file, without the columns that only say why a row was rejected before. */
    public Iterator<Map<String, Object>> csv(@Body Iterator<Map<String, String>> rows) {
        return new RecordIterator<>(rows, ReasonColumns::remove);
    }

    /** The objects of a JSON array, or of one after the other. */
    public Iterator<Map<String, Object>> json(@Body InputStream file) throws IOException {
        return new RecordIterator<>(new JsonObjects(file), record -> record);
    }

    /** The same records, each counted when it is taken. */
    public Iterator<Map<String, Object>> counted(
            @Body Iterator<Map<String, Object>> records,
            @ExchangeProperty(FileReport.PROPERTY) FileReport file,
            String what) {
        Tally tally = file.tally(what);
        return new RecordIterator<>(records, record -> {
            tally.read();
            return record;
        });
    }
}
