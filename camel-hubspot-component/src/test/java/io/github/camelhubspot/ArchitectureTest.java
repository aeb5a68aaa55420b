// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.github.camelhubspot.client.CamelHttpTransport;
import io.github.camelhubspot.client.SystemTiming;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The packages depend on one another in one direction, and transport stays where it belongs. */
@AnalyzeClasses(
        packages = {"io.github.camelhubspot", "io.github.camelhubspot.simulator"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelhubspot";

    /** What only CamelHttpTransport uses. */
    private static final String PARTS_OF_THE_TRANSPORT =
            ".*\\.client\\.(BoundedHttpComponent|AnswerGuard|FormEntity)(\\$.*)?";

    @ArchTest
    static final ArchRule PACKAGES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(
                    ROOT,
                    ROOT + ".api",
                    ROOT + ".client",
                    ROOT + ".record",
                    ROOT + ".lookup",
                    ROOT + ".prepare",
                    ROOT + ".batch",
                    ROOT + ".metrics",
                    ROOT + ".health")
            .layer("component")
            .definedBy(ROOT)
            .layer("metrics")
            .definedBy(ROOT + ".metrics")
            .layer("health")
            .definedBy(ROOT + ".health")
            .layer("batch")
            .definedBy(ROOT + ".batch")
            .layer("prepare")
            .definedBy(ROOT + ".prepare")
            .layer("lookup")
            .definedBy(ROOT + ".lookup")
            .layer("record")
            .definedBy(ROOT + ".record")
            .layer("client")
            .definedBy(ROOT + ".client")
            .layer("api")
            .definedBy(ROOT + ".api")
            .whereLayer("component")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("component")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("component")
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("component", "metrics")
            .whereLayer("prepare")
            .mayOnlyBeAccessedByLayers("component", "batch")
            .whereLayer("lookup")
            .mayOnlyBeAccessedByLayers("component", "batch", "prepare")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("component", "batch", "prepare")
            .whereLayer("client")
            .mayOnlyBeAccessedByLayers("component", "metrics", "health", "batch", "prepare", "lookup")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers(
                    "component", "metrics", "health", "batch", "prepare", "lookup", "record", "client");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CLIENT_AND_API_KNOW_NO_EXCHANGE = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".client", ROOT + ".api", ROOT + ".lookup")
            .and()
            .doNotBelongToAnyOf(CamelHttpTransport.class)
            .and()
            .haveNameNotMatching(PARTS_OF_THE_TRANSPORT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because("calls must be testable and reusable without a route");

    @ArchTest
    static final ArchRule THE_TRANSPORT_ALONE_TOUCHES_THE_HTTP_CLIENT = noClasses()
            .that()
            .doNotBelongToAnyOf(CamelHttpTransport.class)
            .and()
            .haveNameNotMatching(PARTS_OF_THE_TRANSPORT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..")
            .because("the transport can then be exchanged");

    @ArchTest
    static final ArchRule ONE_PACKAGE_TOUCHES_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".metrics")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("an application need not have it");

    @ArchTest
    static final ArchRule ONE_CLASS_TOUCHES_CAMEL_HEALTH = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("HubSpotHealthCheck")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.impl.health..")
            .because("an application need not have it");

    @ArchTest
    static final ArchRule COMPONENT_DOES_NOT_KNOW_THE_SIMULATOR = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackage(ROOT + ".simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".simulator..");

    @ArchTest
    static final ArchRule SIMULATOR_DOES_NOT_KNOW_THE_COMPONENT = noClasses()
            .that()
            .resideInAPackage(ROOT + ".simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".api",
                    ROOT + ".client",
                    ROOT + ".record",
                    ROOT + ".lookup",
                    ROOT + ".prepare",
                    ROOT + ".batch",
                    ROOT + ".metrics",
                    ROOT + ".health")
            .because("the two must not share one misunderstanding");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_INJECTED_CLOCK = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackage(ROOT + ".simulator..")
            .and()
            .doNotBelongToAnyOf(SystemTiming.class)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule THE_CATALOGUE_IS_PLAIN_DATA = classes()
            .that()
            .resideInAPackage(ROOT + ".api")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", ROOT + ".api", "com.fasterxml.jackson..");
}
