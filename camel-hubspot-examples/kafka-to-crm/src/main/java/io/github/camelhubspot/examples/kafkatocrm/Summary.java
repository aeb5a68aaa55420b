// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.kafkatocrm;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What became of the messages, as text. */
final class Summary {

    private final StringBuilder text = new StringBuilder("\npartition  messages  committed\n");

    Summary(Topics topics) throws ExecutionException, InterruptedException {
        Map<Integer, Long> committed = topics.committed();
        topics.written()
                .forEach((partition, messages) ->
                        text.append(String.format("%9d  %8d  %9d%n", partition, messages, committed.get(partition))));
        text.append("\nIn leads.dead:\n\n");
        topics.dead().forEach(this::append);
    }

    private void append(ConsumerRecord<String, String> dead) {
        text.append(dead.key()).append(' ').append(dead.value()).append('\n');
        for (Header header : dead.headers()) {
            text.append("    ")
                    .append(header.key())
                    .append(": ")
                    .append(new String(header.value(), StandardCharsets.UTF_8))
                    .append('\n');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
