// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import org.apache.camel.quarkus.core.deployment.spi.CamelServiceDestination;
import org.apache.camel.quarkus.core.deployment.spi.CamelServicePatternBuildItem;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.camelhubspot.HubSpotException;
import io.github.camelhubspot.HubSpotTokenProvider;
import io.github.camelhubspot.batch.BatchResult;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;

/** Tells Quarkus of the component: its name, the beans it looks for, and its classes that a route may name. */
final class HubSpotProcessor {

    private static final String FEATURE = "camel-hubspot";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    /** The component finds these through Camel's registry, where Quarkus sees no use of them. */
    @BuildStep
    UnremovableBeanBuildItem beans() {
        return UnremovableBeanBuildItem.beanTypes(HubSpotTokenProvider.class, ProxyManager.class);
    }

    @BuildStep
    CamelServicePatternBuildItem console() {
        return new CamelServicePatternBuildItem(
                CamelServiceDestination.DISCOVERY, true, "META-INF/services/org/apache/camel/dev-console/hubspot");
    }

    /**
     * What routes meet: exceptions that YAML names by their class, and results whose methods expressions call, such as
     * {@code ${body.failed}}.
     */
    @BuildStep
    ReflectiveClassBuildItem publicTypes(CombinedIndexBuildItem index) {
        String[] names = Stream.of(HubSpotException.class, BatchResult.class)
                .map(Class::getPackageName)
                .flatMap(name -> index.getIndex().getClassesInPackage(DotName.createSimple(name)).stream())
                .filter(type -> Modifier.isPublic(type.flags()))
                .map(ClassInfo::name)
                .map(DotName::toString)
                .toArray(String[]::new);
        return ReflectiveClassBuildItem.builder(names).methods().build();
    }
}
