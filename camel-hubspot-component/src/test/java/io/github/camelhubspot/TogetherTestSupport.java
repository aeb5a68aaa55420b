// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** Sends messages one after the other without waiting for the end of any. */
abstract class TogetherTestSupport extends SimulatorTestSupport {

    /** One message. */
    record Message(Object body, Map<String, Object> headers) {
        static Message of(Object body) {
            return new Message(body, Map.of());
        }
    }

    /** The exchanges once all have ended, in the order of the messages. */
    List<Exchange> together(String uri, List<Message> messages) throws Exception {
        return ended(begin(uri, messages));
    }

    /** The exchanges as they end. */
    List<CompletableFuture<Exchange>> begin(String uri, List<Message> messages) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        for (Message message : messages) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(message.body());
            message.headers().forEach(exchange.getMessage()::setHeader);
            CompletableFuture<Exchange> ended = new CompletableFuture<>();
            producer.process(exchange, doneSync -> ended.complete(exchange));
            exchanges.add(ended);
        }
        return exchanges;
    }

    static List<Exchange> ended(List<CompletableFuture<Exchange>> exchanges) throws Exception {
        List<Exchange> ended = new ArrayList<>();
        for (CompletableFuture<Exchange> exchange : exchanges) {
            ended.add(exchange.get(60, TimeUnit.SECONDS));
        }
        return ended;
    }
}
