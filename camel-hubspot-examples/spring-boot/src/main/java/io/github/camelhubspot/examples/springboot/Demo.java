// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.apache.camel.ProducerTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.examples.common.Account;

/** Starts the application, signs up over HTTP, and shows the answers, the contacts, and what Actuator tells. */
public final class Demo {

    private static final List<SampleSignUp> SIGN_UPS = List.of(
            new SampleSignUp(200, "{\"email\":\"ada@example.com\",\"firstname\":\"Ada\",\"lastname\":\"Byron\"}"),
            new SampleSignUp(200, "{\"email\":\"grace@example.com\",\"firstname\":\"Grace\",\"lastname\":\"Hopper\"}"),
            new SampleSignUp(200, "{\"email\":\"ada@example.com\",\"lastname\":\"Lovelace\"}"),
            new SampleSignUp(400, "{\"email\":\"nobody at home\",\"firstname\":\"Nobody\"}"),
            new SampleSignUp(400, "{\"email\":\"eve@example.com\",\"lifecyclestage\":\"customer\"}"));
    private static final String CONTACT =
            "hubspot:objects/contacts?operation=get&idProperty=email&properties=firstname,lastname&notFound=empty";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ProducerTemplate template;
    private final String address;

    private Demo(ConfigurableApplicationContext application) {
        template = application.getBean(ProducerTemplate.class);
        address = "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    private record SampleSignUp(int expectedStatus, String json) {}

    /**
     * Runs the demonstration.
     *
     * @param arguments a folder, which is not used, then {@code java} or {@code yaml}; both may be left out
     */
    public static void main(String[] arguments) throws Exception {
        String form = arguments.length > 1 ? arguments[1] : "java";
        if (!form.equals("java") && !form.equals("yaml")) {
            System.err.println("The mode is '" + form + "'; it must be java or yaml");
            System.exit(2);
        }
        boolean good;
        try (Account account = Account.ofEnvironment();
                ConfigurableApplicationContext application = start(account, form)) {
            System.out.println("The route in " + form + ", writing to " + account.description());
            good = new Demo(application).run();
        }
        if (!good) {
            System.exit(1);
        }
    }

    private static ConfigurableApplicationContext start(Account account, String form) {
        return new SpringApplicationBuilder(SignUpApplication.class)
                .profiles(form)
                .run(
                        "--server.port=0",
                        "--camel.component.hubspot.base-url=" + account.baseUrl(),
                        "--camel.component.hubspot.access-token=" + account.accessToken());
    }

    /** False where an answer was another than it should be. */
    private boolean run() throws IOException, InterruptedException {
        boolean good = true;
        for (SampleSignUp signUp : SIGN_UPS) {
            HttpResponse<String> answer = post(signUp.json());
            System.out.println("\nPOST /sign-ups " + signUp.json());
            System.out.println("  " + answer.statusCode() + " " + answer.body());
            good &= answer.statusCode() == signUp.expectedStatus();
        }
        System.out.println("\nThe contacts");
        for (String email : List.of("ada@example.com", "grace@example.com", "eve@example.com")) {
            Map<?, ?> contact = template.requestBody(CONTACT, email, Map.class);
            System.out.println("  " + email + ": " + (contact == null ? "none" : contact.get("properties")));
        }
        JsonNode health = get("/actuator/health");
        JsonNode hubSpot = health.at("/components/camelHealth/details/producer:hubspot");
        System.out.println("\n/actuator/health");
        System.out.println("  " + health.path("status").asText() + ", producer:hubspot " + hubSpot.asText());
        System.out.println("\n/actuator/metrics/camel.hubspot.calls");
        for (String outcome : List.of("success", "validation")) {
            System.out.println("  " + outcome + ": " + calls(outcome));
        }
        return good && hubSpot.asText().equals("UP");
    }

    private HttpResponse<String> post(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/sign-ups"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return new ObjectMapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private long calls(String outcome) throws IOException, InterruptedException {
        return get("/actuator/metrics/camel.hubspot.calls?tag=outcome:" + outcome)
                .at("/measurements/0/value")
                .asLong();
    }
}
