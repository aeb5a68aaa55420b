// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.springboot;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.StringUtils;

/** The properties of an application that are about one component, found by Spring's relaxed names. */
final class ComponentProperties {

    /** Those that say whether the others are applied. */
    private static final Set<String> SWITCHES = Set.of("enabled", "customizer.enabled");

    private final Environment environment;
    private final ComponentOptions options;
    private final String component;
    private final ConfigurationPropertyName prefix;

    ComponentProperties(Environment environment, String component, ComponentOptions options) {
        this.environment = environment;
        this.options = options;
        this.component = component;
        this.prefix = ConfigurationPropertyName.adapt("camel.component." + component, '.');
    }

    /** A property that sets an option: its name and where it stands, and its value. */
    record Property(String description, String value) {}

    /** Whether they are applied where the component is created. */
    boolean areApplied() {
        return HierarchicalPropertiesEvaluator.evaluate(
                environment,
                "camel.component.customizer",
                prefix.append("customizer").toString());
    }

    /** Calls for each option that the application sets; of several sources the first in Spring's order counts. */
    void forEach(BiConsumer<String, Property> action) {
        Binder binder = Binder.get(environment);
        for (String option : options.names()) {
            ConfigurationPropertyName name = prefix.append(DataObjectPropertyName.toDashedForm(option));
            binder.bind(name, Bindable.of(String.class))
                    .ifBound(value -> action.accept(option, new Property(description(name), value)));
        }
    }

    /**
     * Looks for properties that are of no option.
     *
     * @throws HubSpotPropertyException where there are some
     */
    void checkNames() {
        Set<String> unknown = new TreeSet<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                Set<String> known = known(source);
                iterable.stream()
                        .filter(name -> prefix.isAncestorOf(name) && !known.contains(key(name)))
                        .map(name -> description(source.getConfigurationProperty(name)) + hint(source, name, known))
                        .forEach(unknown::add);
            }
        }
        if (!unknown.isEmpty()) {
            throw new HubSpotPropertyException(
                    "The component " + component + " has no such option: " + String.join(", ", unknown), null);
        }
    }

    /** A variable may be meant for a component of a longer name, in which an underscore would end the name. */
    private String hint(ConfigurationPropertySource source, ConfigurationPropertyName name, Set<String> known) {
        if (!(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
            return "";
        }
        int first = prefix.getNumberOfElements();
        return IntStream.range(first + 1, name.getNumberOfElements())
                .filter(option -> known.contains(key(name, option)))
                .mapToObj(option -> "; for a component " + component + capitalised(name, first, option) + " write "
                        + variable(name, first, option))
                .findFirst()
                .orElse("");
    }

    private static String capitalised(ConfigurationPropertyName name, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(element -> StringUtils.capitalize(name.getElement(element, Form.UNIFORM)))
                .collect(Collectors.joining());
    }

    /** The variable of an option whose component's name goes up to an element, all of it one word. */
    private String variable(ConfigurationPropertyName name, int nameEnds, int option) {
        String word = IntStream.range(nameEnds - 1, option)
                .mapToObj(element -> name.getElement(element, Form.UNIFORM))
                .collect(Collectors.joining());
        String rest = IntStream.range(option, name.getNumberOfElements())
                .mapToObj(element -> name.getElement(element, Form.UNIFORM))
                .collect(Collectors.joining("_"));
        return ("CAMEL_COMPONENT_" + word + '_' + rest).toUpperCase(Locale.ROOT);
    }

    /** What may follow the prefix. Variables of the environment may have an underscore wherever others have a dash. */
    private Set<String> known(ConfigurationPropertySource source) {
        boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
        Stream<String> names = options.names().stream()
                .map(DataObjectPropertyName::toDashedForm)
                .flatMap(name -> variables ? Stream.of(name, name.replace('-', '.')) : Stream.of(name));
        return Stream.concat(names, SWITCHES.stream())
                .map(name -> key(prefix.append(name)))
                .collect(Collectors.toSet());
    }

    /** What follows the prefix, in the form in which dashes and case make no difference. */
    private String key(ConfigurationPropertyName name) {
        return key(name, prefix.getNumberOfElements());
    }

    private static String key(ConfigurationPropertyName name, int from) {
        return IntStream.range(from, name.getNumberOfElements())
                .mapToObj(element -> name.getElement(element, Form.UNIFORM))
                .collect(Collectors.joining("."));
    }

    private String description(ConfigurationPropertyName name) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(ComponentProperties::description)
                .orElseGet(name::toString);
    }

    private static String description(ConfigurationProperty property) {
        return property.getOrigin() == null
                ? property.getName().toString()
                : property.getName() + " (" + property.getOrigin() + ')';
    }
}
