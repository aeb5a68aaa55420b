// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.examples.recipes;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every relative link of the documentation leads somewhere, to the heading too. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");

    private record Link(Path page, String target) {
        @Override
        public String toString() {
            return Page.ROOT.relativize(page) + " -> " + target;
        }
    }

    static List<Link> links() throws IOException {
        List<Link> links = new ArrayList<>();
        for (Path page : pages()) {
            LINK.matcher(withoutCode(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*"))
                    .forEach(target -> links.add(new Link(page, target)));
        }
        return links;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(Page.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.getFileName() != null
                                && folder.getFileName().toString().matches("target|src|node_modules|\\.git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }

    @ParameterizedTest
    @MethodSource("links")
    void itLeadsSomewhere(Link link) throws IOException {
        String[] parts = link.target().split("#", 2);
        Path target = parts[0].isEmpty()
                ? link.page()
                : link.page().resolveSibling(parts[0]).normalize();

        assertThat(target).as("%s", link).exists();
        if (parts.length == 2) {
            assertThat(anchors(target)).as("%s", link).contains(parts[1]);
        }
    }

    @Test
    void everyPageIsReachedFromTheIndexOrTheReadme() throws IOException {
        Set<Path> reached = new HashSet<>();
        for (Link link : links()) {
            reached.add(link.page().resolveSibling(link.target().split("#")[0]).normalize());
        }

        assertThat(reached)
                .containsAll(Page.all().stream()
                        .map(Page::file)
                        .filter(file -> !file.endsWith("docs/README.md"))
                        .toList());
    }

    /** Jekyll would take Camel's placeholders for its own. */
    @Test
    void placeholdersAreHiddenFromTheSite() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page);
            if (text.replaceAll("\\{% (end)?raw %}", "").matches("(?s).*(\\{\\{|\\{%).*")) {
                assertThat(text)
                        .as("%s", page)
                        .matches("(?s)# [^\n]+\n\n<!-- \\{% raw %} -->\n.*\n<!-- \\{% endraw %} -->\n");
            }
        }
    }

    /** As GitHub makes them of headings. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        for (MatchResult heading : HEADING.matcher(withoutCode(page)).results().toList()) {
            String anchor = heading.group(1)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            for (int again = 1; !anchors.add(anchor); again++) {
                anchor = anchor.replaceFirst("(-\\d+)?$", "-" + again);
            }
        }
        return anchors;
    }

    private static String withoutCode(Path page) throws IOException {
        return CODE.matcher(Files.readString(page)).replaceAll("");
    }
}
