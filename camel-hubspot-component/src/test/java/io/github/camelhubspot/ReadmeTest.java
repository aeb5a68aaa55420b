// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The route that README begins with does what README says. */
class ReadmeTest extends SimulatorTestSupport {

    @TempDir
    Path folder;

    @Test
    void theYamlRouteMovesAFileOfRecords() throws Exception {
        defineExternalId();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rejected").to("mock:rejected");
            }
        });
        MockEndpoint rejected = getMockEndpoint("mock:rejected");
        rejected.expectedMessageCount(1);
        String yaml = block("yaml").replace("file:inbox", "file:" + folder);
        Files.writeString(
                folder.resolve("companies.ndjson"),
                "{\"external_id\":\"C-1\",\"name\":\"Acme\"}\n{\"external_id\":\"C-2\",\"numberofemployees\":\"many\"}\n");

        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("readme.yaml", yaml));

        rejected.assertIsSatisfied();
        assertThat(rejected.getReceivedExchanges().get(0).getMessage().getHeader(HubSpotConstants.RECORD_KEY))
                .isEqualTo("C-2");
        assertThat(simulator().crm().find("companies", "external_id", "C-1")).isPresent();
    }

    @Test
    void theQuickStartHasTwoCommands() throws Exception {
        String quickStart = PrintedUris.readme().split("\n## Quick start\n")[1].split("\n## ")[0];
        Matcher blocks = Pattern.compile("```sh\n([^\n]+)\n```").matcher(quickStart);

        assertThat(blocks.results()).hasSize(2);
        assertThat(quickStart.split("```sh", -1)).hasSize(3);
    }

    private static String block(String language) throws Exception {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(PrintedUris.readme());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
