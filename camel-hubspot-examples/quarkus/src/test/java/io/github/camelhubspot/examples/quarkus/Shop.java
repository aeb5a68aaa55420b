// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Sends orders to the service, over HTTP. */
final class Shop {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI orders;

    Shop(URI orders) {
        this.orders = orders;
    }

    HttpResponse<String> send(String order) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(orders)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
