// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.kafkatocrm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The two topics, as those see them who write the messages and look at what became of them. */
final class Topics implements AutoCloseable {

    /** The group of the program's consumers. */
    static final String GROUP = "kafka-to-crm";

    private static final String LEADS = "leads";
    private static final String DEAD = "leads.dead";
    private static final int PARTITIONS = 3;

    private final Map<String, Object> connection;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    Topics(String brokers) {
        connection = Map.of("bootstrap.servers", brokers);
        admin = Admin.create(connection);
        producer = new KafkaProducer<>(connection, new StringSerializer(), new StringSerializer());
    }

    /** Creates the topics. */
    void create() throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(LEADS, PARTITIONS, (short) 1), new NewTopic(DEAD, 1, (short) 1)))
                .all()
                .get();
    }

    /** Writes a message; its key decides on its partition. */
    void send(String key, String value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(LEADS, key, value)).get();
    }

    /** How many messages each partition has. */
    Map<Integer, Long> written() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(LEADS, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<Integer, Long> written = new TreeMap<>();
        admin.listOffsets(ends)
                .all()
                .get()
                .forEach((partition, end) -> written.put(partition.partition(), end.offset()));
        return written;
    }

    /** How many messages of each partition the group has committed; 0 for none. */
    Map<Integer, Long> committed() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<Integer, Long> committed = new TreeMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            OffsetAndMetadata offset = offsets.get(new TopicPartition(LEADS, partition));
            committed.put(partition, offset == null ? 0 : offset.offset());
        }
        return committed;
    }

    /** How many of the group's consumers have partitions of the topic. */
    long consumersWithPartitions() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .count();
    }

    /** All messages of the topic for those that HubSpot refused. */
    List<ConsumerRecord<String, String>> dead() {
        List<ConsumerRecord<String, String>> messages = new ArrayList<>();
        TopicPartition partition = new TopicPartition(DEAD, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(connection, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(messages::add);
            }
        }
        return messages;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
