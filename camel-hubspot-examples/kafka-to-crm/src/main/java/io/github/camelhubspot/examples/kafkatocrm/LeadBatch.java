// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.kafkatocrm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.kafka.common.TopicPartition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The messages of one batch: what they hold, and what is committed when all of them have their outcome. */
public final class LeadBatch {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> RECORD = new TypeReference<>() {};

    private final List<Map<String, Object>> records = new ArrayList<>();
    private final List<Message> unreadable = new ArrayList<>();
    private final Map<TopicPartition, DefaultKafkaManualCommit> last = new LinkedHashMap<>();

    private LeadBatch() {}

    /**
     * Called by the route, on the consumer's thread: reads the messages.
     *
     * <p>Messages of a partition that went to another consumer while they waited for the batch are left to that one: it
     * reads them again, and an old value must not be written after its newer one.
     */
    public static LeadBatch of(List<Exchange> messages) {
        LeadBatch batch = new LeadBatch();
        for (Exchange message : messages) {
            DefaultKafkaManualCommit commit =
                    message.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, DefaultKafkaManualCommit.class);
            if (commit.getCamelExchangePayload().consumer.assignment().contains(commit.getPartition())) {
                batch.read(message.getMessage());
                batch.last.put(commit.getPartition(), commit);
            }
        }
        return batch;
    }

    private void read(Message message) {
        try {
            records.add(JSON.readValue(message.getBody(String.class), RECORD));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // No JSON object, or no value at all.
            unreadable.add(message);
        }
    }

    /** The records, in the order of the messages. */
    public List<Map<String, Object>> records() {
        return records;
    }

    /** The messages that hold no record. */
    public List<Message> unreadable() {
        return unreadable;
    }

    /** Called by the route: commits what was read of each partition. */
    public void commit() {
        last.values().forEach(DefaultKafkaManualCommit::commit);
    }
}
