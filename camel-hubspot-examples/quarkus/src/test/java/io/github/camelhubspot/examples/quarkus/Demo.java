// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.quarkus;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.examples.common.Account;

/** Runs the service as it was built, sends it orders as a shop would, and says what became of them. */
public final class Demo {

    private static final Pattern READY = Pattern.compile("Listening on: (http://\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Demo() {}

    /**
     * Runs it.
     *
     * @param arguments the folder beside that of the service, then {@code yaml} or {@code java}, the form of the route
     */
    public static void main(String[] arguments) throws Exception {
        Path service = Path.of(arguments[0]).resolveSibling("quarkus-app").resolve("quarkus-run.jar");
        boolean good;
        try (Account account = Account.ofEnvironment()) {
            System.out.println("Writing to " + account.description());
            ProcessBuilder command = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dquarkus.http.host=127.0.0.1",
                            "-Dquarkus.http.port=0",
                            "-Dorders.routes=" + arguments[1],
                            "-Dcamel.component.hubspot.base-url=" + account.baseUrl(),
                            "-jar",
                            service.toString())
                    .redirectErrorStream(true);
            // Not among the arguments, which every user of the machine can see.
            command.environment().put("HUBSPOT_ACCESS_TOKEN", account.accessToken());
            Process process = command.start();
            try (BufferedReader output = process.inputReader()) {
                good = sendOrders(new Shop(ready(output).resolve("/orders")));
                // Process.destroy would close the output too.
                process.toHandle().destroy();
                output.lines().forEach(System.out::println);
            } finally {
                process.destroy();
            }
            process.waitFor();
        }
        System.exit(good ? 0 : 1);
    }

    private static URI ready(BufferedReader output) throws Exception {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            System.out.println(line);
            Matcher listening = READY.matcher(line);
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
        }
        throw new IllegalStateException("The service did not start");
    }

    /** Whether all was as it should be: HubSpot takes every order but that whose stage does not exist. */
    private static boolean sendOrders(Shop shop) throws Exception {
        boolean good = true;
        for (JsonNode order : JSON.readTree(Demo.class.getResourceAsStream("/samples/orders.json"))) {
            HttpResponse<String> answer = shop.send(order.toString());
            JsonNode receipt = JSON.readTree(answer.body());
            boolean written = answer.statusCode() == 200;
            System.out.printf(
                    "%s %s, %s: %s%n",
                    order.path("number").asText(),
                    order.path("company").asText(),
                    order.path("stage").asText(),
                    written
                            ? "deal %s of company %s"
                                    .formatted(
                                            receipt.path("deal").asText(),
                                            receipt.path("company").asText())
                            : "%d %s"
                                    .formatted(
                                            answer.statusCode(),
                                            receipt.path("problem").asText()));
            good &= written != order.path("stage").asText().equals("on hold");
        }
        return good;
    }
}
