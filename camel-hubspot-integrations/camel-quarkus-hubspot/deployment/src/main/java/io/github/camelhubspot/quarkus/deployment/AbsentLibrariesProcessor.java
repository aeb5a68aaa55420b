// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.entity.BrotliInputStreamFactory;

import io.github.camelhubspot.health.HealthChecks;
import io.github.camelhubspot.metrics.Metrics;
import io.github.camelhubspot.quarkus.runtime.NoHealthCheck;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.deployment.pkg.NativeConfig;
import io.quarkus.gizmo.ClassTransformer;
import io.quarkus.gizmo.FieldDescriptor;
import io.quarkus.gizmo.MethodCreator;
import io.quarkus.gizmo.MethodDescriptor;

/**
 * Cuts the ways to optional libraries that the application does not have. A native image is linked as a whole, and would fail
 * on the classes that are missing behind them.
 */
final class AbsentLibrariesProcessor {

    @BuildStep
    void micrometer(NativeConfig image, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        unlessPresent(
                image,
                "io.micrometer.core.instrument.MeterRegistry",
                transformers,
                MethodDescriptor.ofMethod(Metrics.class, "find", Metrics.class, CamelContext.class, String.class),
                Modifier.PUBLIC | Modifier.STATIC,
                body -> body.returnValue(
                        body.readStaticField(FieldDescriptor.of(Metrics.class, "NONE", Metrics.class))));
    }

    @BuildStep
    void health(NativeConfig image, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        unlessPresent(
                image,
                "org.apache.camel.impl.health.AbstractHealthCheck",
                transformers,
                MethodDescriptor.ofMethod(
                        HealthChecks.class,
                        "add",
                        Runnable.class,
                        CamelContext.class,
                        String.class,
                        boolean.class,
                        Supplier.class),
                Modifier.PUBLIC | Modifier.STATIC,
                body -> body.returnValue(body.newInstance(MethodDescriptor.ofConstructor(NoHealthCheck.class))));
    }

    @BuildStep
    void brotli(NativeConfig image, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        unlessPresent(
                image,
                "org.brotli.dec.BrotliInputStream",
                transformers,
                MethodDescriptor.ofMethod(
                        BrotliInputStreamFactory.class, "create", InputStream.class, InputStream.class),
                Modifier.PUBLIC,
                body -> body.throwException(
                        UnsupportedOperationException.class, "The application lacks the library org.brotli:dec"));
    }

    /** Gives a method another body, where the library that it leads to is absent from an image. */
    private static void unlessPresent(
            NativeConfig image,
            String library,
            BuildProducer<BytecodeTransformerBuildItem> transformers,
            MethodDescriptor method,
            int modifiers,
            Consumer<MethodCreator> body) {
        if (!image.enabled() || QuarkusClassLoader.isClassPresentAtRuntime(library)) {
            return;
        }
        String owner = method.getDeclaringClass().replace('/', '.');
        transformers.produce(new BytecodeTransformerBuildItem.Builder()
                .setClassToTransform(owner)
                .setVisitorFunction((name, visitor) -> {
                    ClassTransformer transformer = new ClassTransformer(owner);
                    transformer.removeMethod(method);
                    MethodCreator replacement = transformer.addMethod(method);
                    replacement.setModifiers(modifiers);
                    body.accept(replacement);
                    return transformer.applyTo(visitor);
                })
                .build());
    }
}
