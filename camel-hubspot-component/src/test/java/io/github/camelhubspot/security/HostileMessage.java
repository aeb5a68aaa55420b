// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.camelhubspot.HubSpotConstants;
import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.InputShape;

/** A message with hostile texts in headers and body. */
record HostileMessage(Map<String, Object> headers, Object body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Headers that would choose, if they could. */
    private static final Map<String, List<String>> POWER = Map.of(
            HubSpotConstants.OPERATION,
            List.of("archive", "gdprDelete", "batchArchive", "create"),
            HubSpotConstants.OBJECT_TYPE,
            List.of("deals", "companies", "0-3"),
            HubSpotConstants.TO_OBJECT_TYPE,
            List.of("deals", "contacts", "0-3"),
            HubSpotConstants.ACCOUNT,
            List.of("other", "evil", "*"),
            "CamelHubSpotAccessToken",
            List.of("stolen-token"),
            "CamelHubSpotApiVersion",
            List.of("2026-03"),
            "Authorization",
            List.of("Bearer stolen-token"),
            "CamelHttpMethod",
            List.of("DELETE"));

    private static final List<String> DATA = List.of(
            HubSpotConstants.OBJECT_ID,
            HubSpotConstants.TO_OBJECT_ID,
            HubSpotConstants.ID_PROPERTY,
            HubSpotConstants.PROPERTIES,
            HubSpotConstants.AFTER,
            HubSpotConstants.LIMIT,
            HubSpotConstants.ASSOCIATION_TYPE_ID,
            HubSpotConstants.ASSOCIATION_CATEGORY,
            HubSpotConstants.ASSOCIATION_LABEL,
            HubSpotConstants.QUERY,
            HubSpotConstants.STAGE_ID,
            HubSpotConstants.GROUP_NAME);

    private static final List<String> UNRELATED = List.of(
            "Host",
            "Cookie",
            "Content-Length",
            "Content-Type",
            "Content-Encoding",
            "Transfer-Encoding",
            "Expect",
            "Upgrade",
            "X-HTTP-Method-Override",
            "X-Forwarded-Host",
            "Proxy-Authorization",
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelHttpQuery",
            "CamelHttpRawQuery",
            "CamelHttpHost",
            "CamelHttpPort",
            "CamelRestHttpUri",
            "CamelHttpProtocolVersion",
            "CamelCharsetName",
            "CamelHubSpotBaseUrl",
            "CamelHubSpotRejectedUri");

    HostileMessage(ApiOperation operation, List<String> texts, Random random) {
        this(headers(texts, random), body(operation, texts, random));
    }

    private static Map<String, Object> headers(List<String> texts, Random random) {
        Map<String, Object> headers = new HashMap<>();
        POWER.forEach((name, values) -> {
            if (random.nextInt(3) > 0) {
                Object value = random.nextBoolean() ? values.get(random.nextInt(values.size())) : texts.get(0);
                headers.put(anyCase(name, random), value);
            }
        });
        for (String name : DATA) {
            if (random.nextInt(4) == 0) {
                headers.put(name, data(name, texts.get(1 + random.nextInt(3)), random));
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            headers.put(anyCase(UNRELATED.get(random.nextInt(UNRELATED.size())), random), texts.get(3 + i));
        }
        if (random.nextInt(8) == 0) {
            headers.put(texts.get(7), texts.get(0));
        }
        return headers;
    }

    /** Where only some values are let through, one of these at times. */
    private static Object data(String name, String text, Random random) {
        return switch (name) {
            case HubSpotConstants.LIMIT -> random.nextInt(4) > 0 ? Integer.valueOf(5) : text;
            case HubSpotConstants.ASSOCIATION_TYPE_ID -> random.nextInt(4) > 0 ? "279" : text;
            case HubSpotConstants.ASSOCIATION_CATEGORY -> random.nextInt(4) > 0 ? "HUBSPOT_DEFINED" : text;
            default ->
                switch (random.nextInt(12)) {
                    case 0 -> List.of(text, text);
                    case 1 -> text.getBytes(StandardCharsets.UTF_8);
                    case 2 -> new StringBuilder(text);
                    default -> text;
                };
        };
    }

    private static String anyCase(String name, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> name.toLowerCase(Locale.ROOT);
            case 1 -> name.toUpperCase(Locale.ROOT);
            default -> name;
        };
    }

    private static Object body(ApiOperation operation, List<String> texts, Random random) {
        Object one =
                switch (operation.input()) {
                    case RECORD, RECORDS -> record(texts, random);
                    case RECORD_ID, RECORD_IDS -> random.nextBoolean() ? texts.get(8) : record(texts, random);
                    case LINK, TYPED_LINK, LINKS, TYPED_LINKS -> link(texts, random);
                    case SEARCH_REQUEST ->
                        map("query", texts.get(8), "after", texts.get(9), texts.get(10), texts.get(11));
                    case FORM ->
                        map(
                                "importRequest",
                                map("name", texts.get(8)),
                                operation.filePart(),
                                map("fileName", texts.get(9), "content", texts.get(10)));
                    case DEFINITION, DEFINITIONS ->
                        map("name", texts.get(8), "label", texts.get(9), texts.get(10), texts.get(11));
                    default -> texts.get(8);
                };
        Object body = operation.input().many() && operation.input() != InputShape.DEFINITIONS
                ? Arrays.asList(one, record(texts, random))
                : one;
        // As JSON at times; half of a surrogate pair has no such form.
        boolean json = random.nextInt(3) == 0 && operation.input() != InputShape.NOTHING;
        return json && !(body instanceof String) ? JSON.valueToTree(body).toString() : body;
    }

    private static Map<String, Object> record(List<String> texts, Random random) {
        Map<String, Object> properties = map(texts.get(8), texts.get(9), "email", texts.get(10));
        return random.nextBoolean()
                ? properties
                : map(
                        "id",
                        texts.get(11),
                        "properties",
                        properties,
                        random.nextBoolean() ? "idProperty" : "x",
                        "email");
    }

    private static Map<String, Object> link(List<String> texts, Random random) {
        Map<String, Object> link = map("objectId", texts.get(8), "toObjectId", texts.get(9));
        if (random.nextInt(3) == 0) {
            link.put("objectType", texts.get(10));
        }
        if (random.nextInt(3) == 0) {
            link.put("toObjectType", random.nextBoolean() ? "deals" : texts.get(11));
        }
        if (random.nextBoolean()) {
            link.put("types", List.of(map("associationCategory", "HUBSPOT_DEFINED", "associationTypeId", 279)));
        }
        return link;
    }

    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(String.valueOf(entries[i]), entries[i + 1]);
        }
        return map;
    }
}
