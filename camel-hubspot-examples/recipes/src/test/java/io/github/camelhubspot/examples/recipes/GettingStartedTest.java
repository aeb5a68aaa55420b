// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The steps of {@code getting-started.md}; its test is {@link CompaniesTest}, which runs as it is printed. */
class GettingStartedTest {

    private static final Page PAGE = Page.of("getting-started.md");
    private static final String FIND = "hubspot:objects/companies?operation=get&idProperty=external_id&notFound=empty";

    @BeforeEach
    void emptyTheFolder() throws Exception {
        WorkFolder.empty();
    }

    @Test
    void theTestRunsWithTheRouteAndTheFileOfThePage() throws Exception {
        Path route = Path.of(getClass().getResource("/camel/companies.yaml").toURI());
        assertThat(route).hasContent(PAGE.blocks("yaml").get(0));
        assertThat(PAGE.blocks("java").get(0).lines().map(String::strip))
                .containsSequence(PAGE.blocks("json").get(0).lines().toList());
    }

    @Test
    void theProgramsOfThePageWorkTogether() throws Exception {
        Process simulator = simulator();
        try (BufferedReader output = simulator.inputReader()) {
            Main main = new Main();
            for (String line : PAGE.blocks("properties").get(0).lines().toList()) {
                String[] property = line.split(" = ", 2);
                main.addInitialProperty(property[0], property[1]);
            }
            main.addOverrideProperty("camel.component.hubspot.base-url", address(output));
            main.start();
            try {
                RecipeTest.deliver("inbox/companies.ndjson", PAGE.blocks("json").get(0));

                RecipeTest.awaitFile("inbox/done/companies.ndjson");
                ProducerTemplate template = main.getCamelContext().createProducerTemplate();
                assertThat(template.requestBody(FIND, "C-1")).isNotNull();
                assertThat(template.requestBody(FIND, "C-2")).isNull();
            } finally {
                main.stop();
            }
        } finally {
            simulator.destroy();
        }
    }

    /** The simulator with the options that are printed, at a free port. */
    private static Process simulator() throws Exception {
        MatchResult command = Pattern.compile("(?m)^java -jar \\S+simulator\\.jar (.+)$")
                .matcher(PAGE.text())
                .results()
                .findFirst()
                .orElseThrow();
        List<String> program = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "io.github.camelhubspot.simulator.Main"));
        program.addAll(
                List.of(command.group(1).replace("--port 8080", "--port 0").split(" ")));
        ProcessBuilder builder = new ProcessBuilder(program);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(Path.of("simulator.log").toFile()).start();
    }

    private static String address(BufferedReader output) throws Exception {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("HubSpot simulator at ")) {
                return line.substring("HubSpot simulator at ".length());
            }
        }
        throw new AssertionError("The simulator did not start");
    }
}
