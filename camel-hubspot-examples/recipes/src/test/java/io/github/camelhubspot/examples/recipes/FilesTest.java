// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes that read files: resuming, dead letters, a bad column, large files. */
class FilesTest extends RecipeTest {

    private RunningRecipe oneCallAtATime(String page) {
        return recipe(page).property("camel.component.hubspot.max-concurrent-calls", "1");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aFileThatWasSentByHalfIsResumed(Form form) throws Exception {
        simulator().settings().dailyLimit(4);
        form.start(oneCallAtATime("how-to/resume-a-file.md"), new ResumeRoutes());
        deliver("inbox/companies.ndjson", companies(1000));
        awaitFile("failed/companies.ndjson");
        assertThat(simulator().crm().records("companies")).hasSize(400);

        simulator().settings().dailyLimit(0);
        deliver("inbox/companies.ndjson", content("failed/companies.ndjson"));

        awaitFile("done/companies.ndjson");
        assertThat(simulator().crm().records("companies")).hasSize(1000);
        assertThat(simulator().crm().records("companies"))
                .extracting(company -> company.property("external_id"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void refusedRecordsBecomeAFileThatCanBeCorrectedAndSentAgain(Form form) throws Exception {
        form.start(recipe("how-to/dead-letters.md"), new DeadLetterRoutes());
        deliver("inbox/companies.ndjson", """
                {"external_id":"C-1","name":"Good"}
                {"external_id":"C-2","name":"Bad","numberofemployees":"many"}
                {"external_id":"C-3","name":"Bad","numberofemployees":"a few"}
                """);
        awaitFile("done/companies.ndjson");
        String rejected = content("rejected/companies.ndjson");
        assertThat(rejected.lines())
                .containsExactly(
                        "{\"external_id\":\"C-2\",\"name\":\"Bad\",\"numberofemployees\":\"many\"}",
                        "{\"external_id\":\"C-3\",\"name\":\"Bad\",\"numberofemployees\":\"a few\"}");

        deliver("inbox/corrected.ndjson", rejected.replaceAll("many|a few", "12"));

        awaitFile("done/corrected.ndjson");
        assertThat(simulator().crm().records("companies")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void onlyWhatIsToBeCorrectedIsKeptWhenTheRunEndsEarly(Form form) throws Exception {
        // The bad record is searched for, which takes some of them.
        simulator().settings().dailyLimit(20);
        form.start(oneCallAtATime("how-to/dead-letters.md"), new DeadLetterRoutes());
        String bad = "{\"external_id\":\"bad\",\"numberofemployees\":\"many\"}\n";

        deliver("inbox/companies.ndjson", bad + companies(3000));

        awaitFile("failed/companies.ndjson");
        assertThat(content("rejected/companies.ndjson")).isEqualTo(bad);
        assertThat(simulator().crm().records("companies")).hasSizeBetween(199, 2000);
    }

    @Test
    void aBadColumnEndsTheRunEarlyAndTheCorrectedFileIsWritten() throws Exception {
        oneCallAtATime("how-to/one-bad-column.md").start();
        StringBuilder csv = new StringBuilder("external_id,name,industri\n");
        for (int i = 0; i < 1000; i++) {
            csv.append("C-").append(i).append(",Acme,BANKING\n");
        }
        deliver("inbox/companies.csv", csv.toString());
        awaitFile("failed/companies.csv");
        assertThat(simulator().calls()).hasSize(3);
        assertThat(simulator().crm().records("companies")).isEmpty();

        deliver("inbox/companies.csv", content("failed/companies.csv").replace("industri\n", "industry\n"));

        awaitFile("done/companies.csv");
        assertThat(simulator().crm().records("companies")).hasSize(1000);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aLargeFileIsReadAsItIsSentAndItsBadLinesAreKept(Form form) throws Exception {
        simulator().settings().recordBodies(false);
        form.start(recipe("how-to/large-files.md"), new LargeFileRoutes());
        deliver(
                "inbox/companies.ndjson",
                companies(20_000) + "{\"external_id\":\"bad\",\"numberofemployees\":\"many\"}\n");

        awaitFile("done/companies.ndjson");

        assertThat(simulator().crm().records("companies")).hasSize(20_000);
        assertThat(content("rejected/companies.ndjson").lines()).hasSize(1);
        assertThat(Path.of("failed")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aLineThatIsNotJsonEndsTheRunAfterWhatWasSentBefore(Form form) throws Exception {
        form.start(recipe("how-to/large-files.md"), new LargeFileRoutes());

        deliver("inbox/companies.ndjson", companies(250) + "no JSON\n" + companies(50));

        awaitFile("failed/companies.ndjson");
        assertThat(simulator().crm().records("companies")).hasSize(200);
        assertThat(Path.of("rejected")).doesNotExist();
    }
}
