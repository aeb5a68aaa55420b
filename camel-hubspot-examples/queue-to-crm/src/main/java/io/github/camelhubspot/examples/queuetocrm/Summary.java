// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.queuetocrm;

import java.util.List;
import java.util.Locale;

import io.github.camelhubspot.examples.queuetocrm.DeadLetters.DeadLetter;

/**
 * What came of a run.
 *
 * @param way how messages shared calls
 * @param messages how many were sent
 * @param written how many are in the CRM
 * @param seconds from the first outcome to the last
 * @param calls how many calls it took
 * @param deadLetters what was not written
 */
record Summary(Way way, int messages, long written, double seconds, long calls, List<DeadLetter> deadLetters) {

    private static final int LONGEST_MESSAGE = 100;

    boolean complete() {
        // A dead letter whose message was delivered again may be there twice.
        return written + deadLetters.stream().map(DeadLetter::body).distinct().count() == messages;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-12s  messages  written  dead letters  seconds  records/s  calls  calls per 1,000 records%n"
                        + "%-12s  %8d  %7d  %12d  %7.1f  %9.0f  %5d  %23.1f%n%n",
                "way",
                way,
                messages,
                written,
                deadLetters.size(),
                seconds,
                messages / seconds,
                calls,
                calls * 1000.0 / messages));
        text.append("dead letter  status  category          properties        reason\n");
        int number = 0;
        for (DeadLetter letter : deadLetters) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-11d  %-6d  %-16s  %-16s  %s%n",
                    ++number,
                    letter.status(),
                    letter.category() == null ? "" : letter.category(),
                    letter.properties() == null ? "" : letter.properties(),
                    shortened(letter.message())));
        }
        return text.append(
                        complete()
                                ? "\nEvery message is in the CRM or among the dead letters.\n"
                                : "\nSOME MESSAGES ARE UNACCOUNTED FOR.\n")
                .toString();
    }

    private static String shortened(String message) {
        String line = message.replaceAll("\\s+", " ");
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }
}
