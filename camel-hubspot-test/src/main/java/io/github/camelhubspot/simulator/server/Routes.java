// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.camelhubspot.simulator.api.AccountApi;
import io.github.camelhubspot.simulator.api.AccountLimitsApi;
import io.github.camelhubspot.simulator.api.AssociationBatchApi;
import io.github.camelhubspot.simulator.api.AssociationLabelsApi;
import io.github.camelhubspot.simulator.api.AssociationLimitsApi;
import io.github.camelhubspot.simulator.api.AssociationUsageApi;
import io.github.camelhubspot.simulator.api.AssociationsApi;
import io.github.camelhubspot.simulator.api.EventsApi;
import io.github.camelhubspot.simulator.api.ExportsApi;
import io.github.camelhubspot.simulator.api.FilesApi;
import io.github.camelhubspot.simulator.api.ImportsApi;
import io.github.camelhubspot.simulator.api.ListSearchApi;
import io.github.camelhubspot.simulator.api.ListsApi;
import io.github.camelhubspot.simulator.api.MembershipsApi;
import io.github.camelhubspot.simulator.api.MergeApi;
import io.github.camelhubspot.simulator.api.OAuthApi;
import io.github.camelhubspot.simulator.api.ObjectBatchApi;
import io.github.camelhubspot.simulator.api.ObjectsApi;
import io.github.camelhubspot.simulator.api.OwnersApi;
import io.github.camelhubspot.simulator.api.PipelineStagesApi;
import io.github.camelhubspot.simulator.api.PipelinesApi;
import io.github.camelhubspot.simulator.api.PropertiesApi;
import io.github.camelhubspot.simulator.api.PropertyGroupsApi;
import io.github.camelhubspot.simulator.api.RecordMembershipsApi;
import io.github.camelhubspot.simulator.api.SchemasApi;
import io.github.camelhubspot.simulator.api.SearchApi;
import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.http.SignedUrls;
import io.github.camelhubspot.simulator.oauth.OAuthApp;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

import static io.github.camelhubspot.simulator.server.Route.Access.CREATE_RECORDS;
import static io.github.camelhubspot.simulator.server.Route.Access.DOWNLOAD;
import static io.github.camelhubspot.simulator.server.Route.Access.EXPORT;
import static io.github.camelhubspot.simulator.server.Route.Access.FILES;
import static io.github.camelhubspot.simulator.server.Route.Access.IMPORT;
import static io.github.camelhubspot.simulator.server.Route.Access.ISSUE_TOKENS;
import static io.github.camelhubspot.simulator.server.Route.Access.READ_ACCOUNT;
import static io.github.camelhubspot.simulator.server.Route.Access.READ_LISTS;
import static io.github.camelhubspot.simulator.server.Route.Access.READ_OWNERS;
import static io.github.camelhubspot.simulator.server.Route.Access.READ_RECORDS;
import static io.github.camelhubspot.simulator.server.Route.Access.READ_SCHEMA;
import static io.github.camelhubspot.simulator.server.Route.Access.READ_SCHEMAS;
import static io.github.camelhubspot.simulator.server.Route.Access.SEND_EVENTS;
import static io.github.camelhubspot.simulator.server.Route.Access.UPDATE_RECORDS;
import static io.github.camelhubspot.simulator.server.Route.Access.WRITE_LISTS;
import static io.github.camelhubspot.simulator.server.Route.Access.WRITE_SCHEMA;
import static io.github.camelhubspot.simulator.server.Route.Access.WRITE_SCHEMAS;
import static io.github.camelhubspot.simulator.server.Route.Quota.ASSOCIATIONS;
import static io.github.camelhubspot.simulator.server.Route.Quota.EVENTS;
import static io.github.camelhubspot.simulator.server.Route.Quota.GENERAL;
import static io.github.camelhubspot.simulator.server.Route.Quota.NONE;
import static io.github.camelhubspot.simulator.server.Route.Quota.SEARCH;

/** The table of all operations: to add one, add a line here and a method to the class of its resource. */
final class Routes {

    private static final List<String> OBJECTS = List.of("/crm/v3/objects", "/crm/objects/{version}");

    private static final List<String> PROPERTIES = List.of("/crm/v3/properties", "/crm/properties/{version}");

    private static final List<String> ACCOUNT = List.of("/account-info/v3", "/account-info/{version}");

    private static final List<String> LINKS = List.of(
            "/crm/v4/objects/{objectType}/{objectId}/associations",
            "/crm/objects/{version}/{objectType}/{objectId}/associations");
    private static final List<String> LINK_BATCHES = List.of(
            "/crm/v4/associations/{objectType}/{toObjectType}",
            "/crm/associations/{version}/{objectType}/{toObjectType}");
    private static final List<String> LABELS = List.of(
            "/crm/v4/associations/{objectType}/{toObjectType}/labels",
            "/crm/associations/v4/{objectType}/{toObjectType}/labels",
            "/crm/associations/{version}/{objectType}/{toObjectType}/labels");

    private static final List<String> IMPORTS = List.of("/crm/v3/imports", "/crm/imports/{version}");
    private static final List<String> EXPORTS = List.of("/crm/v3/exports", "/crm/exports/{version}");
    private static final List<String> FILE_MANAGER = List.of("/files/v3/files", "/files/{version}/files");
    // The guide and the specification of 2026-03 name different paths; the other dated versions agree on the longer
    // one.
    private static final List<String> EVENT_SENDING =
            List.of("/events/v3/send", "/events/2026-03/send", "/events/custom/{version}/send");

    private static final List<String> LISTS = List.of("/crm/v3/lists", "/crm/lists/{version}");

    private final List<Route> routes = new ArrayList<>();

    private Routes() {}

    static List<Route> all(
            Crm crm, SimulatorSettings settings, Clock clock, RateLimits rateLimits, OAuthApp oauth, Stores stores) {
        Routes table = new Routes();
        table.oauth(new OAuthApi(oauth, crm, settings));
        table.account(new AccountApi(settings, clock, rateLimits::callsOfDay));
        table.objects(new ObjectsApi(crm, settings), new ObjectBatchApi(crm, settings, clock));
        table.search(new SearchApi(crm, settings, clock));
        table.merge(new MergeApi(crm, settings));
        table.properties(new PropertiesApi(crm, settings, clock), new PropertyGroupsApi(crm));
        table.associations(
                new AssociationsApi(crm, clock),
                new AssociationBatchApi(crm, settings, clock),
                new AssociationLabelsApi(crm, settings));
        SignedUrls urls = new SignedUrls(clock);
        table.imports(new ImportsApi(stores.imports(), crm, clock));
        table.exports(new ExportsApi(stores.exports(), crm, settings, urls, clock));
        table.files(new FilesApi(stores.files(), settings, urls, clock));
        table.events(new EventsApi(stores.events(), settings, clock));
        table.pipelines(new PipelinesApi(crm), new PipelineStagesApi(crm));
        table.owners(new OwnersApi(crm));
        table.associationLimits(new AssociationLimitsApi(crm, settings, clock));
        table.schemas(new SchemasApi(crm, settings));
        table.lists(new ListsApi(stores.lists(), crm), new ListSearchApi(stores.lists(), crm));
        table.memberships(
                new MembershipsApi(stores.lists(), crm),
                new RecordMembershipsApi(stores.lists(), crm, settings, clock));
        table.limits(new AccountLimitsApi(crm), new AssociationUsageApi(crm, settings, clock));
        return table.routes;
    }

    private void oauth(OAuthApi tokens) {
        add("POST", List.of("/oauth/v1"), "/token", ISSUE_TOKENS, NONE, tokens::tokenV1);
        add("POST", List.of("/oauth/v3", "/oauth/{version}"), "/token", ISSUE_TOKENS, NONE, tokens::token);
    }

    private void account(AccountApi account) {
        add("GET", ACCOUNT, "/details", READ_ACCOUNT, GENERAL, account::details);
        add("GET", ACCOUNT, "/api-usage/daily/private-apps", READ_ACCOUNT, GENERAL, account::dailyUsage);
    }

    private void objects(ObjectsApi one, ObjectBatchApi many) {
        add("GET", OBJECTS, "/{objectType}", READ_RECORDS, GENERAL, one::list);
        add("POST", OBJECTS, "/{objectType}", CREATE_RECORDS, GENERAL, one::create);
        add("GET", OBJECTS, "/{objectType}/{objectId}", READ_RECORDS, GENERAL, one::get);
        add("PATCH", OBJECTS, "/{objectType}/{objectId}", UPDATE_RECORDS, GENERAL, one::update);
        add("DELETE", OBJECTS, "/{objectType}/{objectId}", CREATE_RECORDS, GENERAL, one::archive);
        add("POST", OBJECTS, "/{objectType}/batch/create", CREATE_RECORDS, GENERAL, many::create);
        add("POST", OBJECTS, "/{objectType}/batch/read", READ_RECORDS, GENERAL, many::read);
        add("POST", OBJECTS, "/{objectType}/batch/update", UPDATE_RECORDS, GENERAL, many::update);
        add("POST", OBJECTS, "/{objectType}/batch/upsert", CREATE_RECORDS, GENERAL, many::upsert);
        add("POST", OBJECTS, "/{objectType}/batch/archive", CREATE_RECORDS, GENERAL, many::archive);
    }

    private void search(SearchApi search) {
        add("POST", OBJECTS, "/{objectType}/search", READ_RECORDS, SEARCH, search::search);
    }

    private void merge(MergeApi merge) {
        add("POST", OBJECTS, "/{objectType}/merge", CREATE_RECORDS, GENERAL, merge::merge);
        add("POST", OBJECTS, "/{objectType}/gdpr-delete", CREATE_RECORDS, GENERAL, merge::gdprDelete);
    }

    private void properties(PropertiesApi definitions, PropertyGroupsApi groups) {
        add("GET", PROPERTIES, "/{objectType}", READ_SCHEMA, GENERAL, definitions::list);
        add("POST", PROPERTIES, "/{objectType}", WRITE_SCHEMA, GENERAL, definitions::create);
        add("GET", PROPERTIES, "/{objectType}/{propertyName}", READ_SCHEMA, GENERAL, definitions::get);
        add("PATCH", PROPERTIES, "/{objectType}/{propertyName}", WRITE_SCHEMA, GENERAL, definitions::update);
        add("DELETE", PROPERTIES, "/{objectType}/{propertyName}", WRITE_SCHEMA, GENERAL, definitions::archive);
        add("POST", PROPERTIES, "/{objectType}/batch/create", WRITE_SCHEMA, GENERAL, definitions::batchCreate);
        add("POST", PROPERTIES, "/{objectType}/batch/read", READ_SCHEMA, GENERAL, definitions::batchRead);
        add("POST", PROPERTIES, "/{objectType}/batch/archive", WRITE_SCHEMA, GENERAL, definitions::batchArchive);
        add("GET", PROPERTIES, "/{objectType}/groups", READ_SCHEMA, GENERAL, groups::list);
        add("POST", PROPERTIES, "/{objectType}/groups", WRITE_SCHEMA, GENERAL, groups::create);
        add("GET", PROPERTIES, "/{objectType}/groups/{groupName}", READ_SCHEMA, GENERAL, groups::get);
        add("PATCH", PROPERTIES, "/{objectType}/groups/{groupName}", WRITE_SCHEMA, GENERAL, groups::update);
        add("DELETE", PROPERTIES, "/{objectType}/groups/{groupName}", WRITE_SCHEMA, GENERAL, groups::archive);
    }

    private void associations(AssociationsApi one, AssociationBatchApi many, AssociationLabelsApi labels) {
        String pair = "/{toObjectType}/{toObjectId}";
        add("PUT", LINKS, pair, UPDATE_RECORDS, GENERAL, one::put);
        add("PUT", LINKS, "/default" + pair, UPDATE_RECORDS, GENERAL, one::putDefault);
        add("DELETE", LINKS, pair, UPDATE_RECORDS, GENERAL, one::archive);
        add("GET", LINKS, "/{toObjectType}", READ_RECORDS, GENERAL, one::list);
        add("POST", LINK_BATCHES, "/batch/create", UPDATE_RECORDS, ASSOCIATIONS, many::create);
        add("POST", LINK_BATCHES, "/batch/associate/default", UPDATE_RECORDS, ASSOCIATIONS, many::createDefault);
        add("POST", LINK_BATCHES, "/batch/read", READ_RECORDS, ASSOCIATIONS, many::read);
        add("POST", LINK_BATCHES, "/batch/archive", UPDATE_RECORDS, ASSOCIATIONS, many::archive);
        add("POST", LINK_BATCHES, "/batch/labels/archive", UPDATE_RECORDS, ASSOCIATIONS, many::archiveLabels);
        add("GET", LABELS, "", READ_SCHEMA, ASSOCIATIONS, labels::list);
        add("POST", LABELS, "", WRITE_SCHEMA, ASSOCIATIONS, labels::create);
        add("PUT", LABELS, "", WRITE_SCHEMA, ASSOCIATIONS, labels::update);
        add("DELETE", LABELS, "/{associationTypeId}", WRITE_SCHEMA, ASSOCIATIONS, labels::delete);
    }

    private void imports(ImportsApi imports) {
        add("POST", IMPORTS, "", IMPORT, GENERAL, imports::start);
        add("GET", IMPORTS, "", IMPORT, GENERAL, imports::list);
        add("GET", IMPORTS, "/{importId}", IMPORT, GENERAL, imports::get);
        add("POST", IMPORTS, "/{importId}/cancel", IMPORT, GENERAL, imports::cancel);
        add("GET", IMPORTS, "/{importId}/errors", IMPORT, GENERAL, imports::errors);
    }

    private void exports(ExportsApi exports) {
        add("POST", EXPORTS, "/export/async", EXPORT, GENERAL, exports::start);
        add("GET", EXPORTS, "/export/async/tasks/{exportId}/status", EXPORT, GENERAL, exports::status);
        add("GET", EXPORTS, "/export/{exportId}", EXPORT, GENERAL, exports::get);
        add("GET", List.of("/crm-exports"), "/{exportId}/{fileName}", DOWNLOAD, NONE, exports::download);
    }

    private void files(FilesApi files) {
        add("POST", FILE_MANAGER, "", FILES, GENERAL, files::upload);
        add("GET", FILE_MANAGER, "/search", FILES, GENERAL, files::search);
        add("GET", FILE_MANAGER, "/{fileId}", FILES, GENERAL, files::get);
        add("PUT", FILE_MANAGER, "/{fileId}", FILES, GENERAL, files::replace);
        add("PATCH", FILE_MANAGER, "/{fileId}", FILES, GENERAL, files::update);
        add("DELETE", FILE_MANAGER, "/{fileId}", FILES, GENERAL, files::delete);
        add("DELETE", FILE_MANAGER, "/{fileId}/gdpr-delete", FILES, GENERAL, files::delete);
        add("GET", FILE_MANAGER, "/{fileId}/signed-url", FILES, GENERAL, files::signedUrl);
        add("GET", List.of("/hubfs"), "/{portalId}/{fileId}/{fileName}", DOWNLOAD, NONE, files::content);
    }

    private void events(EventsApi events) {
        add("POST", EVENT_SENDING, "", SEND_EVENTS, EVENTS, events::send);
        add("POST", EVENT_SENDING, "/batch", SEND_EVENTS, EVENTS, events::sendBatch);
    }

    private void pipelines(PipelinesApi pipelines, PipelineStagesApi stages) {
        List<String> all = List.of("/crm/v3/pipelines/{objectType}", "/crm/pipelines/{version}/{objectType}");
        String one = "/{pipelineId}";
        String ofOne = one + "/stages";
        String stage = ofOne + "/{stageId}";
        add("GET", all, "", READ_SCHEMA, GENERAL, pipelines::list);
        add("POST", all, "", WRITE_SCHEMA, GENERAL, pipelines::create);
        add("GET", all, one, READ_SCHEMA, GENERAL, pipelines::get);
        add("PATCH", all, one, WRITE_SCHEMA, GENERAL, pipelines::update);
        add("PUT", all, one, WRITE_SCHEMA, GENERAL, pipelines::replace);
        add("DELETE", all, one, WRITE_SCHEMA, GENERAL, pipelines::archive);
        add("GET", all, one + "/audit", READ_SCHEMA, GENERAL, pipelines::audit);
        add("GET", all, ofOne, READ_SCHEMA, GENERAL, stages::list);
        add("POST", all, ofOne, WRITE_SCHEMA, GENERAL, stages::create);
        add("GET", all, stage, READ_SCHEMA, GENERAL, stages::get);
        add("PATCH", all, stage, WRITE_SCHEMA, GENERAL, stages::update);
        add("PUT", all, stage, WRITE_SCHEMA, GENERAL, stages::replace);
        add("DELETE", all, stage, WRITE_SCHEMA, GENERAL, stages::archive);
        add("GET", all, stage + "/audit", READ_SCHEMA, GENERAL, stages::audit);
    }

    private void owners(OwnersApi owners) {
        List<String> all = List.of("/crm/v3/owners", "/crm/owners/{version}");
        add("GET", all, "", READ_OWNERS, GENERAL, owners::list);
        add("GET", all, "/{ownerId}", READ_OWNERS, GENERAL, owners::get);
    }

    private void associationLimits(AssociationLimitsApi limits) {
        // HubSpot's own clients use the first, its specification the second, like with labels.
        List<String> all = List.of(
                "/crm/v4/associations/definitions/configurations",
                "/crm/associations/v4/definitions/configurations",
                "/crm/associations/{version}/definitions/configurations");
        String pair = "/{objectType}/{toObjectType}";
        add("GET", all, "/all", READ_SCHEMA, ASSOCIATIONS, limits::all);
        add("GET", all, pair, READ_SCHEMA, ASSOCIATIONS, limits::list);
        add("POST", all, pair + "/batch/create", WRITE_SCHEMA, ASSOCIATIONS, limits::create);
        add("POST", all, pair + "/batch/update", WRITE_SCHEMA, ASSOCIATIONS, limits::update);
        add("POST", all, pair + "/batch/purge", WRITE_SCHEMA, ASSOCIATIONS, limits::purge);
    }

    private void limits(AccountLimitsApi account, AssociationUsageApi associations) {
        List<String> all = List.of("/crm/v3/limits", "/crm/limits/{version}");
        List<String> usage = List.of("/crm/v4/associations/usage", "/crm/associations/{version}/usage");
        String links = "/associations/records";
        add("GET", all, "/records", READ_ACCOUNT, GENERAL, account::records);
        add("GET", all, "/custom-properties", READ_ACCOUNT, GENERAL, account::customProperties);
        add("GET", all, "/calculated-properties", READ_ACCOUNT, GENERAL, account::calculatedProperties);
        add("GET", all, "/custom-object-types", READ_ACCOUNT, GENERAL, account::customObjectTypes);
        add("GET", all, "/pipelines", READ_ACCOUNT, GENERAL, account::pipelines);
        add("GET", all, "/associations/labels", READ_ACCOUNT, GENERAL, associations::labels);
        add("GET", all, links + "/from", READ_ACCOUNT, GENERAL, associations::from);
        add("GET", all, links + "/{objectType}/to", READ_ACCOUNT, GENERAL, associations::to);
        add("GET", all, links + "/{objectType}/{toObjectType}", READ_ACCOUNT, GENERAL, associations::between);
        add("POST", usage, "/high-usage-report/{userId}", READ_ACCOUNT, GENERAL, associations::report);
    }

    private void schemas(SchemasApi schemas) {
        List<String> all =
                List.of("/crm-object-schemas/v3/schemas", "/crm/v3/schemas", "/crm-object-schemas/{version}/schemas");
        add("GET", all, "", READ_SCHEMAS, GENERAL, schemas::list);
        add("POST", all, "", WRITE_SCHEMAS, GENERAL, schemas::create);
        add("POST", all, "/batch/read", READ_SCHEMAS, GENERAL, schemas::batchRead);
        add("GET", all, "/{objectType}", READ_SCHEMA, GENERAL, schemas::get);
        add("PATCH", all, "/{objectType}", WRITE_SCHEMA, GENERAL, schemas::update);
        // An archived schema has no object type, so the operation itself must look for what is meant.
        add("DELETE", all, "/{schema}", WRITE_SCHEMAS, GENERAL, schemas::delete);
        add("POST", all, "/{objectType}/associations", WRITE_SCHEMA, GENERAL, schemas::createAssociation);
        add(
                "DELETE",
                all,
                "/{objectType}/associations/{associationIdentifier}",
                WRITE_SCHEMA,
                GENERAL,
                schemas::deleteAssociation);
    }

    private void lists(ListsApi lists, ListSearchApi search) {
        List<String> histories = List.of("/crm/v3/lists", "/crm/lists/2026-03");
        // HubSpot documents the slash at the end of these two; both forms are in use.
        for (String end : List.of("", "/")) {
            add("POST", LISTS, end, WRITE_LISTS, GENERAL, lists::create);
            add("GET", LISTS, end, READ_LISTS, GENERAL, lists::getSeveral);
        }
        add("GET", LISTS, "/{listId}", READ_LISTS, GENERAL, lists::get);
        add("GET", LISTS, "/object-type-id/{objectTypeId}/name/{listName}", READ_LISTS, GENERAL, lists::getByName);
        add("DELETE", LISTS, "/{listId}", WRITE_LISTS, GENERAL, lists::delete);
        add("PUT", LISTS, "/{listId}/restore", WRITE_LISTS, GENERAL, lists::restore);
        add("PUT", LISTS, "/{listId}/update-list-name", WRITE_LISTS, GENERAL, lists::rename);
        add("PUT", LISTS, "/{listId}/update-list-filters", WRITE_LISTS, GENERAL, lists::updateFilters);
        add("GET", histories, "/{listId}/size-and-edits-history/between", READ_LISTS, GENERAL, lists::history);
        add("POST", LISTS, "/search", READ_LISTS, GENERAL, search::search);
        add("POST", List.of("/crm/lists/2026-09"), "/all", READ_LISTS, GENERAL, search::all);
    }

    private void memberships(MembershipsApi members, RecordMembershipsApi records) {
        String ofList = "/{listId}/memberships";
        String source = "/add-from/{sourceListId}";
        add("GET", LISTS, ofList, READ_LISTS, GENERAL, members::byId);
        add("GET", LISTS, ofList + "/join-order", READ_LISTS, GENERAL, members::byJoining);
        add("DELETE", LISTS, ofList, WRITE_LISTS, GENERAL, members::removeAll);
        add("PUT", LISTS, ofList + "/add", WRITE_LISTS, GENERAL, members::add);
        add("PUT", LISTS, ofList + "/remove", WRITE_LISTS, GENERAL, members::remove);
        add("PUT", LISTS, ofList + "/add-and-remove", WRITE_LISTS, GENERAL, members::addAndRemove);
        add("PUT", LISTS, ofList + source, WRITE_LISTS, GENERAL, members::addFrom);
        add("GET", LISTS, "/records/{objectTypeId}/{recordId}/memberships", READ_LISTS, GENERAL, records::get);
        add("POST", LISTS, "/records/memberships/batch/read", READ_LISTS, GENERAL, records::batchRead);
    }

    private void add(
            String method,
            List<String> bases,
            String path,
            Route.Access access,
            Route.Quota quota,
            Function<Request, Answer> handler) {
        bases.forEach(base -> routes.add(new Route(method, new PathTemplate(base + path), access, quota, handler)));
    }
}
