// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.security;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Texts that mean something to a URL, a header, JSON, Camel or a file system, and texts of everything else. */
final class HostileTexts {

    private static final List<String> KNOWN = List.of(
            ".",
            "..",
            "...",
            "../",
            "/..",
            "./.",
            "a/../b",
            "..;/",
            "../../../crm/v3/objects/contacts/1",
            "/crm/v3/objects/deals",
            "..\\..\\x",
            "/",
            "//",
            "\\\\",
            "@",
            "?",
            "?a=b",
            "&a=b",
            "&idProperty=x",
            ";a=b",
            "#",
            "#x",
            ":",
            ":80",
            "%",
            "%%",
            "%2",
            "%zz",
            "%00",
            "%2e%2e",
            "%2E%2e%2F",
            "%252e%252e%252f",
            "%0d%0aX-Injected:%20yes",
            "%c0%ae%c0%ae",
            "\u0000",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\r\nX-Injected: yes",
            "\nX-Injected: yes\n\n",
            " HTTP/1.1\r\nHost: x\r\n\r\nDELETE /crm/v3/objects/contacts/1 HTTP/1.1\r\n\r\n",
            "1\u010D\u010AX-Injected: yes",
            "\u560D\u560AX-Injected: yes",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u200b",
            "\u202e",
            "\uFEFF1",
            "\uFF0E\uFF0E\uFF0F",
            "\u2024\u2024\u2215",
            "\uD83D\uDE00",
            "\uD800",
            "\uDC00x",
            "e\u0301",
            "I\u0131\u0130i",
            "\"",
            "\\",
            "\"},{\"id\":\"2",
            "\\u0000",
            "</script>",
            "{objectId}",
            "{toObjectType}",
            "{{secret}}",
            "{{?secret}}",
            "${body}",
            "${headers.Authorization}",
            "$simple{body}",
            "RAW(x)",
            "RAW{x}",
            "#bean:x",
            "#class:java.lang.Runtime",
            "bean:x",
            "a,b",
            "a+b c",
            "*",
            "~",
            "null",
            "NaN",
            "-1",
            "0x1F",
            "1e999",
            "archive",
            "gdpr-delete",
            "batch/archive",
            "default",
            "labels");

    /** Characters that have a meaning somewhere. */
    private static final String SPECIAL = "./\\%@?#&=;:,+*~!$'\"()[]{}<>|^` \t\r\n\u0000\u007f\u0085\u00ff\u2028aA1-_";

    private HostileTexts() {}

    /**
     * Any of them.
     *
     * @param elsewhere host and port of a server that must not be reached
     */
    static Arbitrary<String> any(String elsewhere) {
        Arbitrary<String> known = Arbitraries.of(KNOWN);
        Arbitrary<String> places = Arbitraries.of(
                "//" + elsewhere + "/",
                "http://" + elsewhere + "/",
                "https:" + elsewhere,
                "@" + elsewhere + "/",
                ":1@" + elsewhere,
                "\\\\" + elsewhere + "\\",
                "/%2f" + elsewhere,
                "?//" + elsewhere,
                elsewhere);
        Arbitrary<String> special =
                Arbitraries.strings().withChars(SPECIAL.toCharArray()).ofMaxLength(12);
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(12);
        Arbitrary<String> plain =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> piece = Arbitraries.oneOf(known, places, special, anything, plain);
        Arbitrary<String> several = piece.list().ofMinSize(2).ofMaxSize(4).map(pieces -> String.join("", pieces));
        Arbitrary<String> huge = piece.filter(text -> !text.isEmpty()).map(text -> text.repeat(8_000 / text.length()));
        return Arbitraries.frequencyOf(
                Tuple.of(30, piece), Tuple.of(15, several), Tuple.of(15, plain), Tuple.of(1, huge));
    }
}
