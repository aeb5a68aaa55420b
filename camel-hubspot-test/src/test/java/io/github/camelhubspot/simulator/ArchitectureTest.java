// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/** How the packages depend on one another. */
@AnalyzeClasses(packagesOf = HubSpotSimulator.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelhubspot.simulator";

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(ROOT)
            .layer("server")
            .definedBy(ROOT + ".server")
            .layer("faults")
            .definedBy(ROOT + ".faults")
            .layer("calls")
            .definedBy(ROOT + ".calls")
            .layer("api")
            .definedBy(ROOT + ".api")
            .layer("http")
            .definedBy(ROOT + ".http")
            .layer("oauth")
            .definedBy(ROOT + ".oauth")
            .layer("search")
            .definedBy(ROOT + ".search")
            .layer("imports")
            .definedBy(ROOT + ".imports")
            .layer("exports")
            .definedBy(ROOT + ".exports")
            .layer("files")
            .definedBy(ROOT + ".files")
            .layer("lists")
            .definedBy(ROOT + ".lists..")
            .layer("events")
            .definedBy(ROOT + ".events")
            .layer("csv")
            .definedBy(ROOT + ".csv")
            .layer("crm")
            .definedBy(ROOT + ".crm")
            .layer("schema")
            .definedBy(ROOT + ".schema")
            .layer("settings")
            .definedBy(ROOT + ".settings")
            .layer("error")
            .definedBy(ROOT + ".error")
            .layer("json")
            .definedBy(ROOT + ".json")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("faults")
            .mayOnlyBeAccessedByLayers("root", "server")
            .whereLayer("calls")
            .mayOnlyBeAccessedByLayers("root", "server")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("server", "faults", "api")
            .whereLayer("oauth")
            .mayOnlyBeAccessedByLayers("root", "server", "api")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("imports")
            .mayOnlyBeAccessedByLayers("server", "api")
            .whereLayer("exports")
            .mayOnlyBeAccessedByLayers("server", "api")
            .whereLayer("files")
            .mayOnlyBeAccessedByLayers("server", "api")
            .whereLayer("lists")
            .mayOnlyBeAccessedByLayers("root", "server", "api")
            .whereLayer("events")
            .mayOnlyBeAccessedByLayers("root", "server", "api")
            .whereLayer("csv")
            .mayOnlyBeAccessedByLayers("imports", "exports")
            .whereLayer("crm")
            .mayOnlyBeAccessedByLayers("root", "server", "api", "http", "search", "imports", "exports", "lists")
            .whereLayer("schema")
            .mayOnlyBeAccessedByLayers("root", "server", "api", "http", "search", "crm", "imports", "exports", "lists")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers("root", "server", "calls", "api", "oauth", "search", "crm", "imports", "exports")
            .whereLayer("error")
            .mayOnlyBeAccessedByLayers(
                    "server", "faults", "api", "http", "search", "crm", "schema", "imports", "exports", "files",
                    "lists")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers(
                    "root", "server", "faults", "calls", "api", "http", "search", "crm", "schema", "error", "imports",
                    "lists");

    @ArchTest
    static final ArchRule THE_CSV_LIBRARY_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".csv")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.dataformat..");

    @ArchTest
    static final ArchRule KNOWS_NEITHER_CAMEL_NOR_THE_COMPONENT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "io.github.camelhubspot",
                    "io.github.camelhubspot.api..",
                    "io.github.camelhubspot.client..",
                    "io.github.camelhubspot.record..",
                    "io.github.camelhubspot.batch..",
                    "io.github.camelhubspot.feed..",
                    "io.github.camelhubspot.webhook..");

    @ArchTest
    static final ArchRule THE_WEB_SERVER_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.undertow..");

    @ArchTest
    static final ArchRule JUNIT_IS_KNOWN_TO_THE_EXTENSION_ONLY = noClasses()
            .that()
            .doNotHaveSimpleName("HubSpotSimulatorExtension")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should().beFinal();
}
