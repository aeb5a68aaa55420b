// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import io.github.camelhubspot.batch.BatchOutcome;
import io.github.camelhubspot.batch.BatchResult;
import io.github.camelhubspot.batch.OutcomeStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** Definitions in batches, and their groups: each ends in an outcome of its own, as records do. */
class DefinitionsTest extends SimulatorTestSupport {

    private static Map<String, Object> property(String name) {
        return Map.of(
                "name", name, "label", name, "type", "string", "fieldType", "text", "groupName", "companyinformation");
    }

    @Test
    void aDefinitionThatIsThereIsRejectedAndTheOthersAreCreated() {
        send("hubspot:properties/companies?operation=create", property("region"));

        BatchResult result = request(
                "hubspot:properties/companies?operation=batchCreate&batchFailure=report",
                List.of(property("branch"), property("region"), property("size_class")),
                BatchResult.class);

        assertThat(result.outcomes())
                .extracting(BatchOutcome::key, BatchOutcome::status)
                .containsExactly(
                        tuple("branch", OutcomeStatus.CREATED),
                        tuple("region", OutcomeStatus.REJECTED),
                        tuple("size_class", OutcomeStatus.CREATED));
        assertThat(((Map<?, ?>) result.outcomes().get(0).record()).get("groupName"))
                .isEqualTo("companyinformation");
        assertThat(result.outcomes().get(1).error().subCategory()).contains("PROPERTY_WITH_NAME_EXISTS");
    }

    @Test
    void definitionsAreReadByTheirNamesHoweverThoseAreGiven() {
        BatchResult result = request(
                "hubspot:properties/companies?operation=batchGet",
                List.of("name", Map.of("name", "domain"), "no_such_property"),
                BatchResult.class);

        assertThat(lastCall().bodyJson().path("inputs")).hasSize(3);
        assertThat(lastCall().bodyJson().path("archived").asBoolean(true)).isFalse();
        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.FOUND, OutcomeStatus.FOUND, OutcomeStatus.NOT_FOUND);
        assertThat(result.failed()).isZero();
    }

    @Test
    void oneNameIsTextEnough() {
        BatchResult result = request("hubspot:properties/companies?operation=batchGet", "domain", BatchResult.class);

        assertThat(result.outcomes()).extracting(BatchOutcome::key).containsExactly("domain");
    }

    @Test
    void definitionsAreArchivedByTheirNames() {
        send("hubspot:properties/companies?operation=batchCreate", List.of(property("one"), property("two")));

        BatchResult result = request(
                "hubspot:properties/companies?operation=batchArchive",
                List.of("one", property("two")),
                BatchResult.class);

        assertThat(result.count(OutcomeStatus.ARCHIVED)).isEqualTo(2);
        assertThat(lastCall().bodyJson().path("inputs").findValuesAsText("name"))
                .containsExactly("one", "two");
        assertThat(simulator().crm().property("companies", "one")).isEmpty();
    }

    @Test
    void moreThanACallTakesGoInSeveral() {
        List<String> names = IntStream.range(0, 250).mapToObj(i -> "p" + i).toList();

        BatchResult result = request("hubspot:properties/companies?operation=batchGet", names, BatchResult.class);

        assertThat(result.count(OutcomeStatus.NOT_FOUND)).isEqualTo(250);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void whatIsNoDefinitionIsRejectedByItself() {
        BatchResult result = request(
                "hubspot:properties/companies?operation=batchCreate&batchFailure=report",
                List.of(property("fine"), "just a text"),
                BatchResult.class);

        assertThat(result.outcomes())
                .extracting(BatchOutcome::status)
                .containsExactly(OutcomeStatus.CREATED, OutcomeStatus.REJECTED);
        assertThat(result.outcomes().get(1).error().message()).contains("JSON");
    }

    @Test
    void aDefinitionIsChanged() {
        send("hubspot:properties/companies?operation=create", property("region"));

        Exchange changed = send(
                "hubspot:properties/companies?operation=update&objectId=region", Map.of("label", "Region of sales"));

        assertThat(changed.getException()).isNull();
        assertThat(changed.getMessage().getHeader(HubSpotConstants.RESULT_ID)).isEqualTo("region");
        assertThat(lastCall().method()).isEqualTo("PATCH");
        assertThat(simulator()
                        .crm()
                        .property("companies", "region")
                        .orElseThrow()
                        .label())
                .isEqualTo("Region of sales");
    }

    @Test
    void groupsAreCreatedReadChangedListedAndRemoved() {
        String group = "&groupName=sales";
        Map<?, ?> created = request(
                "hubspot:properties/companies?operation=createGroup",
                Map.of("name", "sales", "label", "Sales", "displayOrder", 3),
                Map.class);
        assertThat(created.get("label")).isEqualTo("Sales");
        assertThat(lastCall().bodyJson().path("displayOrder").isInt()).isTrue();

        request("hubspot:properties/companies?operation=updateGroup" + group, Map.of("label", "Sale"), Map.class);
        Map<?, ?> read = request("hubspot:properties/companies?operation=getGroup" + group, null, Map.class);
        assertThat(read.get("label")).isEqualTo("Sale");
        assertThat((List<?>) request("hubspot:properties/companies?operation=listGroups", null, List.class))
                .extracting(entry -> (Object) ((Map<?, ?>) entry).get("name"))
                .contains("sales", "companyinformation");

        assertThat(send("hubspot:properties/companies?operation=archiveGroup" + group, null)
                        .getException())
                .isNull();
        assertThat(send("hubspot:properties/companies?operation=getGroup&notFound=empty" + group, null)
                        .getMessage()
                        .getBody())
                .isNull();
    }

    @Test
    void theNameOfAGroupMayComeFromTheMessage() {
        Exchange read = send(
                "hubspot:properties/companies?operation=getGroup",
                null,
                Map.of(HubSpotConstants.GROUP_NAME, "companyinformation"));

        assertThat(read.getException()).isNull();
        assertThat(send("hubspot:properties/companies?operation=getGroup", null).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("groupName");
    }

    @Test
    void theTextOfALabelIsChangedAndTheLabelDeleted() {
        List<?> created = request(
                "hubspot:associations/contacts?toObjectType=companies&operation=createLabel",
                Map.of("name", "manager", "label", "Manager"),
                List.class);
        int typeId = (int) ((Map<?, ?>) created.get(0)).get("typeId");

        Exchange renamed = send(
                "hubspot:associations/contacts?toObjectType=companies&operation=updateLabel",
                Map.of("associationTypeId", typeId, "label", "Boss"));
        assertThat(renamed.getException()).isNull();
        assertThat(renamed.getMessage().getHeader(HubSpotConstants.STATUS_CODE)).isEqualTo(204);
        assertThat(labels()).contains("Boss").doesNotContain("Manager");

        Exchange deleted = send(
                "hubspot:associations/contacts?toObjectType=companies&operation=deleteLabel",
                null,
                Map.of(HubSpotConstants.ASSOCIATION_TYPE_ID, typeId));
        assertThat(deleted.getException()).isNull();
        assertThat(labels()).doesNotContain("Boss");
    }

    private List<Object> labels() {
        List<?> labels =
                request("hubspot:associations/contacts?toObjectType=companies&operation=labels", null, List.class);
        return labels.stream()
                .map(label -> (Object) ((Map<?, ?>) label).get("label"))
                .toList();
    }
}
