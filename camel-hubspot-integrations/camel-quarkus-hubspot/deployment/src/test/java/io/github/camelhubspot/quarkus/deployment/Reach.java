// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.quarkus.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The classes that the component can reach, class by class, in the libraries that no other extension speaks for. More than a
 * native image holds, which goes method by method.
 */
final class Reach {

    private static final List<String> LIBRARIES = List.of(
            "io.github.camelhubspot.camel-hubspot-",
            "com.bucket4j.",
            "org.apache.camel.camel-http",
            "org.apache.httpcomponents.");

    private final Map<String, JavaClass> known = new HashMap<>();
    private final Map<String, JavaClass> reached = new LinkedHashMap<>();
    private final Map<String, Set<String>> beyond = new TreeMap<>();

    Reach(NativeSources sources, Set<String> roots) throws IOException {
        for (String library : LIBRARIES) {
            for (Path jar : sources.jars(library)) {
                read(jar);
            }
        }
        // Last, since its classes are those that extensions changed.
        read(sources.runner());
        Deque<String> next = new ArrayDeque<>(roots);
        while (!next.isEmpty()) {
            String name = next.remove();
            if (!reached.containsKey(name)) {
                JavaClass type = known.get(name);
                reached.put(name, type);
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getName();
                    if (known.containsKey(target)) {
                        next.add(target);
                    } else {
                        beyond.computeIfAbsent(target, t -> new TreeSet<>()).add(name);
                    }
                }
            }
        }
    }

    private void read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            new ClassFileImporter().importJar(file).forEach(type -> known.put(type.getName(), type));
        }
    }

    /** The classes reached. */
    Iterable<JavaClass> classes() {
        return reached.values();
    }

    /** The classes beyond these libraries, each with those that name it. */
    Map<String, Set<String>> beyond() {
        return beyond;
    }

    /** The methods that have an access of a kind. */
    Set<String> accesses(Predicate<JavaAccess<?>> kind) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : reached.values()) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (kind.test(access)) {
                    found.add(type.getSimpleName() + "." + access.getOrigin().getName());
                }
            }
        }
        return found;
    }
}
