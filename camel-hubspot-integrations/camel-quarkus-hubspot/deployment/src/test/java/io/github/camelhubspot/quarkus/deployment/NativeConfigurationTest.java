// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.StateHolder;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;

import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.batch.BatchResult;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What GraalVM is given for an application that says nothing of native images: all that the component and its libraries do
 * by reflection is in it. Quarkus writes the same files as for a native image, which this machine need not be able to build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NativeConfigurationTest {

    private static final Set<String> PUBLIC_PACKAGES =
            Set.of(HubSpotException.class.getPackageName(), BatchResult.class.getPackageName());

    private static final Pattern MEMBERS_OF_CLASSES = Pattern.compile("forName|newInstance"
            + "|get(Declared)?(Annotation|Constructor|Field|Method|Class|RecordComponent)(e?s|sByType)?|getResource.*");

    private static final Pattern REFLECTION = Pattern.compile("java\\.lang\\.reflect\\.(?!Array$).*"
            + "|java\\.lang\\.invoke\\.MethodHandles.*"
            + "|java\\.util\\.(ServiceLoader|ResourceBundle)"
            + "|.*FieldUpdater"
            + "|org\\.apache\\.camel\\.spi\\.(FactoryFinder|ClassResolver|Injector)"
            + "|org\\.apache\\.camel\\.support\\.PropertyBindingSupport(\\$Builder)?");

    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    @RegisterExtension
    static final QuarkusProdModeTest BUILD = App.build("native-sources")
            .overrideConfigKey("quarkus.native.enabled", "true")
            .overrideConfigKey("quarkus.native.sources-only", "true");

    @ProdBuildResults
    private ProdModeTestResults results;

    private NativeSources sources;
    private Set<String> services;
    private Reach reach;

    @BeforeEach
    void read() throws Exception {
        if (sources != null) {
            return;
        }
        sources = new NativeSources(results.getBuildDir());
        services = services();
        reach = new Reach(sources, services);
    }

    private Set<String> services() throws Exception {
        Set<String> classes = new TreeSet<>();
        Map<String, String> files = NativeSources.texts(
                sources.jars("io.github.camelhubspot.camel-hubspot-").get(0), SERVICES);
        for (String text : files.values()) {
            Properties service = new Properties();
            service.load(new StringReader(text));
            if (service.containsKey("class")) {
                classes.add(service.getProperty("class"));
            }
        }
        return classes;
    }

    @Test
    void theClassesOfItsServicesCanBeMade() {
        assertThat(services)
                .contains("io.github.camelhubspot.HubSpotComponent", "io.github.camelhubspot.HubSpotDevConsole")
                .allMatch(sources::hasConstructors);
    }

    @Test
    void routesCanNameItsPublicTypesAndCallTheirMethods() {
        assertThat(reach.classes())
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filteredOn(type -> PUBLIC_PACKAGES.contains(type.getPackageName()))
                .extracting(JavaClass::getName)
                .contains(HubSpotException.class.getName(), BatchResult.class.getName())
                .allMatch(sources::hasMethods);
    }

    @Test
    void everyUseOfReflectionIsKnown() {
        assertThat(reach.accesses(NativeConfigurationTest::isReflective))
                .containsExactlyInAnyOrder(
                        // By their generated configurers, which are services.
                        "HubSpotComponent.bindAsWritten",
                        // Their constant makes GraalVM look for the class itself; else see nothingIsMissing.
                        "BrotliDecompressingEntity.isAvailable",
                        // A class of the application's own; README says what it needs.
                        "HubSpotProducer.outputClass",
                        // See camelHttpFindsTheSettersOfItsBuilders.
                        "HttpComponent.createConnectionManager",
                        "HttpComponent.createHttpClientBuilder",
                        // See authenticationWithProxiesCanBeRepeated; the annotation is one of a class in the image.
                        "AuthCacheKeeper.updateCache",
                        "BasicAuthCache.get",
                        // See optionsOfSocketsAndTlsCanBeSet.
                        "ReflectionUtils.callGetter",
                        "ReflectionUtils.callSetter",
                        "SocketSupport.getExtendedSocketOptionOrNull",
                        "SocketSupport.setOption",
                        // See theResourcesOfHttpClientAreThere.
                        "PublicSuffixMatcherLoader.getDefault",
                        "VersionInfo.loadVersionInfo");
    }

    /** Values that Jackson maps by reflection are trees, whose classes need none, or objects of the application. */
    @Test
    void everyMappingOfObjectsIsKnown() {
        assertThat(reach.accesses(access -> access.getTargetOwner().isAssignableTo(ObjectMapper.class)
                        && access.getTarget()
                                .getName()
                                .matches("(read|update|convert|write)Value.*|.*To(Tree|Value)|reader.*|writer.*")))
                .containsExactlyInAnyOrder(
                        "InstanceMapper.map",
                        "Json.bytes",
                        "JsonValues.<clinit>",
                        "OutputConverter.text",
                        "PojoMapper.toJson");
    }

    @Test
    void camelHttpFindsTheSettersOfItsBuilders() {
        assertThat(Set.of(HttpClientBuilder.class, RequestConfig.Builder.class, SocketConfig.Builder.class))
                .extracting(Class::getName)
                .allMatch(sources::hasMethods);
    }

    @Test
    void authenticationWithProxiesCanBeRepeated() {
        assertThat(reach.classes())
                .filteredOn(type -> type.isAssignableTo(AuthScheme.class) && type.isAssignableTo(StateHolder.class))
                .extracting(JavaClass::getName)
                .contains(BasicScheme.class.getName())
                .allMatch(sources::hasConstructors);
    }

    @Test
    void optionsOfSocketsAndTlsCanBeSet() {
        assertThat(sources.hasMethods("java.net.Socket")).isTrue();
        assertThat(sources.hasMethods("javax.net.ssl.SSLParameters")).isTrue();
        assertThat(sources.hasFields("jdk.net.ExtendedSocketOptions")).isTrue();
    }

    @Test
    void theResourcesOfHttpClientAreThere() {
        assertThat(List.of(
                        "org/publicsuffix/list/effective_tld_names.dat",
                        "org/apache/hc/client5/version.properties",
                        "org/apache/hc/core5/version.properties"))
                .allMatch(sources::has)
                .allMatch(sources::isResource);
    }

    /** A native image is linked as a whole: no class that may be reached may name one that is not there. */
    @Test
    void nothingIsMissing() {
        assertThat(List.of(
                        "io.micrometer.core.instrument.MeterRegistry",
                        "org.apache.camel.impl.health.AbstractHealthCheck",
                        "org.brotli.dec.BrotliInputStream"))
                .as("optional libraries, which this application lacks")
                .noneMatch(this::isThere);

        assertThat(reach.beyond().keySet()).hasSizeGreaterThan(100);
        assertThat(reach.beyond()).allSatisfy((type, users) -> assertThat(isThere(type))
                .as(type + ", which " + users + " name")
                .isTrue());
    }

    /** Classes are initialised when the image is built, where a generator of random numbers would get its seed. */
    @Test
    void whatIsRandomIsInitializedWhenTheProgramRuns() throws Exception {
        List<String> random = new ArrayList<>();
        for (JavaClass type : reach.classes()) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isAssignableTo(Random.class)) {
                    random.add(type.getName());
                }
            }
        }

        assertThat(random).hasSize(1).allMatch(sources::isInitializedAtRunTime);
    }

    @Test
    void tlsIsThere() throws Exception {
        assertThat(sources.arguments()).contains("--enable-url-protocols=http,https");
    }

    private boolean isThere(String type) {
        if (type.indexOf('.') < 0 || sources.has(type.replace('.', '/') + ".class")) {
            return true;
        }
        try {
            Class.forName(type, false, ClassLoader.getPlatformClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isReflective(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (owner.equals("java.lang.Class")) {
            return MEMBERS_OF_CLASSES.matcher(name).matches();
        }
        return REFLECTION.matcher(owner).matches() || access.getTargetOwner().isAssignableTo(ClassLoader.class);
    }
}
