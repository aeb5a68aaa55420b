// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.camelhubspot.simulator.Client.Reply;
import io.github.camelhubspot.simulator.crm.SimulatedRecord;
import io.github.camelhubspot.simulator.schema.PropertyDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports: files whose rows become records. */
class ImportsTest extends SimulatorTest {

    private static final String IMPORTS = "/crm/v3/imports";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static String column(String type, String name, String property, String kind) {
        return "{\"columnObjectTypeId\":\"" + type + "\",\"columnName\":\"" + name + "\",\"propertyName\":"
                + (property == null ? "null" : "\"" + property + "\"") + ",\"columnType\":\"" + kind + "\"}";
    }

    private static String column(String type, String name, String property) {
        return column(type, name, property, "STANDARD");
    }

    private static String request(String more, String... columns) {
        return "{\"name\":\"spring\"," + more + "\"files\":[{\"fileName\":\"a.csv\",\"fileFormat\":\"CSV\","
                + "\"fileImportPage\":{\"hasHeader\":true,\"columnMappings\":[" + String.join(",", columns) + "]}}]}";
    }

    private static String operation(String type, String operation) {
        return "\"importOperations\":{\"" + type + "\":\"" + operation + "\"},";
    }

    private Reply start(String path, String request, String csv) throws IOException {
        return new Multipart()
                .file("files", "a.csv", csv)
                .text("importRequest", request)
                .post(client, simulator, path);
    }

    /** Starts an import and gives what it has come to. */
    private Reply run(String request, String csv) throws IOException {
        return client.get(IMPORTS + "/" + start(IMPORTS, request, csv).text("/id"));
    }

    private Reply errors(Reply run) throws IOException {
        return client.get(IMPORTS + "/" + run.text("/id") + "/errors?includeErrorMessage=true&includeRowData=true");
    }

    private static String contacts(String more) {
        return request(
                more, column("0-1", "Mail", "email", "HUBSPOT_ALTERNATE_ID"), column("0-1", "First", "firstname"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/crm/v3/imports", "/crm/imports/2025-09", "/crm/imports/2026-03", "/crm/imports/2026-09"})
    void rowsBecomeRecords(String path) throws IOException {
        SimulatedRecord ann = contact("ann@example.com");

        Reply started = start(
                path,
                contacts(""),
                "\uFEFFMail,First\nann@example.com,Ann\n\"bob@example.com\",\"Bob, the \"\"B\"\"\"\n");
        Reply done = client.get(path + "/" + started.text("/id"));

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.text("/state")).isEqualTo("STARTED");
        assertThat(started.at("/metadata/counters")).isEmpty();
        assertThat(done.text("/state")).isEqualTo("DONE");
        assertThat(done.text("/importName")).isEqualTo("spring");
        assertThat(done.text("/importSource")).isEqualTo("API");
        assertThat(done.text("/importRequestJson/files/0/fileName")).isEqualTo("a.csv");
        assertThat(done.at("/optOutImport").asBoolean(true)).isFalse();
        assertThat(done.text("/mappedObjectTypeIds/0")).isEqualTo("0-1");
        assertThat(done.at("/metadata/fileIds")).hasSize(1);
        assertThat(done.at("/metadata/objectLists").isArray()).isTrue();
        assertThat(done.at("/metadata/counters/TOTAL_ROWS").asInt()).isEqualTo(2);
        assertThat(done.at("/metadata/counters/CREATED_OBJECTS").asInt()).isEqualTo(1);
        assertThat(done.at("/metadata/counters/UPDATED_OBJECTS").asInt()).isEqualTo(1);
        assertThat(done.at("/metadata/counters/UNIQUE_OBJECTS_WRITTEN").asInt()).isEqualTo(2);
        assertThat(done.at("/metadata/counters/PROPERTY_VALUES_EMITTED").asInt())
                .isEqualTo(4);
        assertThat(done.at("/metadata/counters/ERRORS").asInt(-1)).isZero();
        assertThat(done.at("/metadata/counters/MAPPED_COLUMNS").asInt()).isEqualTo(2);
        assertThat(crm.record("contacts", ann.id()).orElseThrow().property("firstname"))
                .isEqualTo("Ann");
        assertThat(crm.find("contacts", "email", "bob@example.com")
                        .orElseThrow()
                        .property("firstname"))
                .isEqualTo("Bob, the \"B\"");
    }

    @Test
    void anImportTakesTheTimeThatTheSettingsSay() throws IOException {
        simulator.clock().stopAt(NOON);
        simulator.settings().importDuration(Duration.ofMinutes(2));

        String id = start(IMPORTS, contacts(""), "Mail,First\nann@example.com,Ann\n")
                .text("/id");
        Reply first = client.get(IMPORTS + "/" + id);
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply second = client.get(IMPORTS + "/" + id);
        int before = crm.records("contacts").size();
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply found = client.get(CONTACTS);
        Reply third = client.get(IMPORTS + "/" + id);

        assertThat(first.text("/state")).isEqualTo("STARTED");
        assertThat(second.text("/state")).isEqualTo("PROCESSING");
        assertThat(before).isZero();
        assertThat(found.at("/results")).as("any call finds the records").hasSize(1);
        assertThat(third.text("/state")).isEqualTo("DONE");
        assertThat(third.text("/createdAt")).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(third.text("/updatedAt")).isEqualTo("2026-01-01T12:02:00Z");
    }

    @Test
    void aCanceledImportMakesNoRecords() throws IOException {
        simulator.settings().importDuration(Duration.ofMinutes(1));
        String id = start(IMPORTS, contacts(""), "Mail,First\nann@example.com,Ann\n")
                .text("/id");

        Reply canceled = client.post(IMPORTS + "/" + id + "/cancel", "");
        Reply again = client.post(IMPORTS + "/" + id + "/cancel", "");
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply after = client.get(IMPORTS + "/" + id);

        assertThat(canceled.status()).isEqualTo(200);
        assertThat(canceled.text("/status")).isEqualTo("CANCELED");
        assertThat(canceled.text("/completedAt")).isNotNull();
        assertThat(again.status()).isEqualTo(400);
        assertThat(after.text("/state")).isEqualTo("CANCELED");
        assertThat(crm.records("contacts")).isEmpty();
    }

    @Test
    void threeImportsAreActiveAtATime() throws IOException {
        simulator.settings().importDuration(Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            assertThat(start(IMPORTS, contacts(""), "Mail,First\n").status()).isEqualTo(200);
        }

        Reply fourth = start(IMPORTS, contacts(""), "Mail,First\n");
        simulator.clock().advance(Duration.ofMinutes(1));
        Reply later = start(IMPORTS, contacts(""), "Mail,First\n");

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.text("/category")).isEqualTo("RATE_LIMITS");
        assertThat(later.status()).isEqualTo(200);
    }

    @Test
    void importsAreListedInPagesTheNewestFirst() throws IOException {
        for (int i = 0; i < 3; i++) {
            start(IMPORTS, contacts(""), "Mail,First\n");
        }

        Reply first = client.get(IMPORTS + "?limit=2");
        Reply second = client.get(IMPORTS + "?limit=2&after=" + first.text("/paging/next/after"));

        assertThat(first.at("/results")).hasSize(2);
        assertThat(first.at("/results/0/id").asLong())
                .isGreaterThan(first.at("/results/1/id").asLong());
        assertThat(second.at("/results")).hasSize(1);
        assertThat(second.body().has("paging")).isFalse();
        assertThat(client.get(IMPORTS + "?after=x").status()).isEqualTo(400);
        assertThat(client.get(IMPORTS + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void anAppSeesItsOwnImportsOnly() throws IOException {
        String id = start(IMPORTS, contacts(""), "Mail,First\n").text("/id");
        simulator.settings().acceptedTokens().add("other");

        Reply other = Client.send(client.request(IMPORTS + "/" + id)
                .header("Authorization", "Bearer other")
                .GET());
        Reply others = Client.send(
                client.request(IMPORTS).header("Authorization", "Bearer other").GET());

        assertThat(other.status()).isEqualTo(404);
        assertThat(others.at("/results")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, ann@example.com, CREATE_ONLY_IMPORT",
        "CREATE, new@example.com, ",
        "UPDATE, ann@example.com, ",
        "UPDATE, new@example.com, UPDATE_ONLY_IMPORT",
        "UPSERT, ann@example.com, ",
        "UPSERT, new@example.com, "
    })
    void operationsSayWhatRowsMayDo(String operation, String email, String error) throws IOException {
        contact("ann@example.com");

        Reply run = run(contacts(operation("0-1", operation)), "Mail,First\n" + email + ",X\n");

        assertThat(run.text("/state")).isEqualTo("DONE");
        assertThat(errors(run).text("/results/0/errorType")).isEqualTo(error);
        assertThat(crm.find("contacts", "email", email)
                        .map(found -> "X".equals(found.property("firstname")))
                        .orElse(false))
                .isEqualTo(error == null);
    }

    @Test
    void recordIdsSayWhichRecordIsMeant() throws IOException {
        String acme = company("Acme").id();
        String request = request(
                operation("0-2", "UPDATE"),
                column("0-2", "Id", null, "HUBSPOT_OBJECT_ID"),
                column("0-2", "City", "city"));

        Reply run = run(request, "City,Id\nOslo," + acme + "\nRome,17\nBern," + acme + "\n," + acme + "\nBonn,\n");
        Reply errors = errors(run);

        assertThat(crm.record("companies", acme).orElseThrow().property("city")).isEqualTo("Oslo");
        assertThat(errors.at("/results").findValuesAsText("errorType"))
                .containsExactly(
                        "INVALID_OBJECT_ID",
                        "DUPLICATE_OBJECT_ID",
                        "FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES",
                        "UPDATE_ONLY_IMPORT");
        assertThat(errors.at("/results").findValuesAsText("lineNumber")).containsExactly("3", "4", "5", "6");
        assertThat(errors.at("/results/0/knownColumnNumber").asInt()).isEqualTo(1);
        assertThat(errors.text("/results/0/invalidValue")).isEqualTo("17");
    }

    @Test
    void badRowsBecomeErrorsAndTheOthersRecords() throws IOException {
        crm.defineProperty("contacts", PropertyDefinition.number("score"));
        crm.defineProperty("contacts", PropertyDefinition.date("birthday"));
        crm.defineProperty("contacts", PropertyDefinition.enumeration("colour", "red", "blue"));
        crm.defineProperty("contacts", PropertyDefinition.string("badge").unique());
        crm.create("contacts", Map.of("email", "old@example.com", "badge", "7"));
        String request = request(
                "",
                column("0-1", "Mail", "email", "HUBSPOT_ALTERNATE_ID"),
                column("0-1", "Score", "score"),
                column("0-1", "Birthday", "birthday"),
                column("0-1", "Colour", "colour"),
                column("0-1", "Badge", "badge"));
        String csv = """
                Mail,Score,Birthday,Colour,Badge
                good@example.com,1,12/31/2000,RED,1
                nonsense,1,,,
                a@example.com,many,,,
                b@example.com,1,31/12/2000,,
                c@example.com,1,,green,
                d@example.com,1,,,7
                e@example.com,1
                good@example.com,2,,,
                f@example.com,many,never,,
                """;

        Reply run = run(request, csv);
        Reply errors = errors(run);

        SimulatedRecord good = crm.find("contacts", "email", "good@example.com").orElseThrow();
        assertThat(good.property("birthday")).isEqualTo("2000-12-31");
        assertThat(good.property("colour")).isEqualTo("red");
        assertThat(good.property("score")).isEqualTo("1");
        assertThat(crm.records("contacts")).hasSize(2);
        assertThat(run.text("/state")).isEqualTo("DONE");
        assertThat(run.at("/metadata/counters/TOTAL_ROWS").asInt()).isEqualTo(9);
        assertThat(run.at("/metadata/counters/ERRORS").asInt()).isEqualTo(9);
        assertThat(errors.at("/results").findValuesAsText("errorType"))
                .containsExactly(
                        "INVALID_EMAIL",
                        "COULD_NOT_PARSE_NUMBER",
                        "COULD_NOT_PARSE_DATE",
                        "INVALID_ENUMERATION_OPTION",
                        "DUPLICATE_UNIQUE_PROPERTY_VALUE",
                        "INCORRECT_NUMBER_OF_COLUMNS",
                        "DUPLICATE_ALTERNATE_ID",
                        "COULD_NOT_PARSE_NUMBER",
                        "COULD_NOT_PARSE_DATE");
        assertThat(errors.at("/results").findValuesAsText("lineNumber"))
                .containsExactly("3", "4", "5", "6", "7", "8", "9", "10", "10");
        assertThat(errors.text("/results/3/invalidValue")).isEqualTo("green");
        assertThat(errors.at("/results/3/knownColumnNumber").asInt()).isEqualTo(3);
        assertThat(errors.text("/results/3/objectType")).isEqualTo("CONTACT");
        assertThat(errors.text("/results/3/objectTypeId")).isEqualTo("0-1");
        assertThat(errors.text("/results/3/errorMessage")).contains("allowed options");
        assertThat(errors.at("/results/3/sourceData/rowData/0").asText()).isEqualTo("c@example.com");
        assertThat(errors.at("/results/3/sourceData/fileId").asText()).isEqualTo(run.text("/metadata/fileIds/0"));
    }

    @Test
    void errorsComeInPagesAndSayNoMoreThanIsAskedFor() throws IOException {
        String id = start(IMPORTS, contacts(operation("0-1", "UPDATE")), "Mail,First\na@b.de,A\nc@d.de,C\n")
                .text("/id");

        Reply first = client.get(IMPORTS + "/" + id + "/errors?limit=1");
        Reply second =
                client.get("/crm/imports/2026-03/" + id + "/errors?limit=1&after=" + first.text("/paging/next/after"));

        assertThat(first.at("/results/0/sourceData/rowData")).isEmpty();
        assertThat(first.at("/results/0").has("errorMessage")).isFalse();
        assertThat(first.at("/results/0/sourceData").has("additionalRowData")).isFalse();
        assertThat(second.at("/results/0/sourceData/lineNumber").asInt()).isEqualTo(3);
        assertThat(second.at("/results/0/sourceData/additionalRowData").isArray())
                .isTrue();
        assertThat(second.body().has("paging")).isFalse();
        assertThat(client.get(IMPORTS + "/17/errors").status()).isEqualTo(404);
    }

    @Test
    void theOrderOfDatesIsTheRequests() throws IOException {
        crm.defineProperty("companies", PropertyDefinition.date("founded"));
        String[] columns = {column("0-2", "Name", "name"), column("0-2", "Founded", "founded")};

        run(request("\"dateFormat\":\"DAY_MONTH_YEAR\",", columns), "Name,Founded\nA,31.12.1999\n");
        run(request("\"dateFormat\":\"YEAR_MONTH_DAY\",", columns), "Name,Founded\nB,1999-12-31\n");

        assertThat(crm.records("companies"))
                .extracting(one -> one.property("founded"))
                .containsExactly("1999-12-31", "1999-12-31");
    }

    @Test
    void aRowOfTwoTypesIsTwoLinkedRecords() throws IOException {
        String request = request(
                "",
                column("0-1", "Mail", "email", "HUBSPOT_ALTERNATE_ID"),
                column("0-2", "Company", "name"),
                column("0-2", "Remark", null));

        Reply run = run(request, "Mail,Company,Remark\nann@example.com,Acme,x\n");

        String ann =
                crm.find("contacts", "email", "ann@example.com").orElseThrow().id();
        String acme = crm.find("companies", "name", "Acme").orElseThrow().id();
        assertThat(crm.links("contacts", ann, "companies").get(0).toObjectId()).isEqualTo(acme);
        assertThat(run.at("/metadata/counters/ASSOCIATIONS_CREATED").asInt()).isEqualTo(1);
        assertThat(run.at("/metadata/counters/UNMAPPED_COLUMNS").asInt()).isEqualTo(1);
        assertThat(run.at("/mappedObjectTypeIds")).hasSize(2);
    }

    @Test
    void anUnknownPropertyIsAnErrorOfEveryRow() throws IOException {
        Reply run = run(request("", column("0-2", "Name", "nickname")), "Name\nAcme\n");

        assertThat(errors(run).text("/results/0/errorType")).isEqualTo("PROPERTY_DEFINITION_NOT_FOUND");
    }

    @Test
    void aFileThatCannotBeUsedFailsTheImport() throws IOException {
        Reply wrongHeader = run(contacts(""), "E-mail,First\nann@example.com,Ann\n");
        Reply broken = run(contacts(""), "Mail,First\nann@example.com,Ann\n\"bob@example.com,Bob\n");

        assertThat(wrongHeader.text("/state")).isEqualTo("FAILED");
        assertThat(errors(wrongHeader).text("/results/0/errorType")).isEqualTo("INVALID_COLUMN_CONFIGURATION");
        assertThat(broken.text("/state")).isEqualTo("FAILED");
        assertThat(errors(broken).text("/results/0/errorType")).isEqualTo("COULD_NOT_PARSE_ROW");
        assertThat(errors(broken).at("/results/0/sourceData/lineNumber").asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"} | [files]",
                "{\"files\":[{\"fileName\":\"a.csv\",\"fileImportPage\":{\"columnMappings\":[]}}]} | [columnMappings]",
                "{\"name\":\"x\",\"dateFormat\":\"ISO\",\"files\":[{}]} | [fileName]",
                "{\"name\":\"x\",\"files\":[{\"fileName\":\"a.csv\",\"fileFormat\":\"SPREADSHEET\"}]} | SPREADSHEET",
                "{ | Invalid input JSON"
            })
    void requestsThatCannotBeCarriedOutAreRefused(String request, String message) throws IOException {
        Reply reply = start(IMPORTS, request, "Mail\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/message")).contains(message);
    }

    @Test
    void mappingsAreChecked() throws IOException {
        String csv = "Mail,First\n";

        Reply notUnique = start(IMPORTS, request("", column("0-1", "First", "firstname", "HUBSPOT_ALTERNATE_ID")), csv);
        Reply unknownType = start(IMPORTS, request("", column("9-9", "First", "firstname")), csv);
        Reply unknownKind = start(IMPORTS, request("", column("0-1", "First", "firstname", "EVENT_TIMESTAMP")), csv);
        Reply operation = start(IMPORTS, contacts(operation("0-1", "DELETE")), csv);
        Reply missingFile = new Multipart().text("importRequest", contacts("")).post(client, simulator, IMPORTS);
        Reply noRequest = new Multipart().file("files", "a.csv", csv).post(client, simulator, IMPORTS);
        Reply noForm = client.post(IMPORTS, contacts(""));

        assertThat(notUnique.text("/message")).contains("not unique");
        assertThat(unknownType.text("/message")).contains("9-9");
        assertThat(unknownKind.text("/message")).contains("EVENT_TIMESTAMP");
        assertThat(operation.text("/message")).contains("DELETE");
        assertThat(missingFile.text("/message")).contains("a.csv");
        assertThat(noRequest.text("/message")).contains("importRequest");
        assertThat(noForm.status()).isEqualTo(415);
    }

    @Test
    void importsNeedAScopeAndEndWithAReset() throws IOException {
        String id = start(IMPORTS, contacts(""), "Mail,First\n").text("/id");
        simulator.settings().withoutScopes("crm.import");

        Reply refused = client.get(IMPORTS + "/" + id);
        simulator.reset();
        Reply afterwards = client.get(IMPORTS + "/" + id);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/errors/0/context/requiredGranularScopes/0").asText())
                .isEqualTo("crm.import");
        assertThat(afterwards.status()).isEqualTo(404);
    }
}
