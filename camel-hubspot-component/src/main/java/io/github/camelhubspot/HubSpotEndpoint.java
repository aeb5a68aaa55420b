// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.URISupport;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.Effect;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;

/**
 * Write to and read from the HubSpot CRM: records of every type, associations, properties, pipelines, lists, files and more.
 *
 * <p>The resource and the operation name a row of the operation catalogue, which says what the rest of the options mean.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "hubspot",
        title = "HubSpot",
        syntax = "hubspot:resource/objectType",
        category = {Category.SAAS, Category.API},
        headersClass = HubSpotConstants.class,
        producerOnly = true)
public class HubSpotEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(
            enums =
                    "objects,associations,properties,pipelines,schemas,owners,account,lists,imports,exports,files,events,raw",
            description = "What to work with")
    @Metadata(required = true)
    private String resource;

    @UriPath(
            description =
                    "The object type: a singular or plural name, an object type id such as 0-420 or 2-123, or the fully"
                            + " qualified name of a custom object; for associations the type that they go out from")
    private String objectType;

    @UriParam
    private final HubSpotConfiguration configuration;

    private Set<String> uriOptions = Set.of();

    /**
     * An endpoint.
     *
     * @param uri its URI; secrets in it are masked, since Camel's managed beans and consoles show it as it is
     */
    public HubSpotEndpoint(String uri, HubSpotComponent component, HubSpotConfiguration configuration) {
        super(URISupport.sanitizeUri(uri), component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new HubSpotProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("from(\"hubspot:" + resource + "\") is not available in this version."
                + " The consumers of this component are hubspot:objects/{type}, hubspot:webhooks and hubspot:journal;"
                + " none of them is released yet");
    }

    /**
     * The operation that the URI or the component sets.
     *
     * @return null where neither does, so that a header must
     * @throws IllegalArgumentException where there is none of that name, or it does not use an option of the URI
     */
    ApiOperation fixedOperation() {
        if (OperationCatalogue.namedByMethod(resource)) {
            if (uriOptions.contains("operation")) {
                throw new IllegalArgumentException(
                        "The option operation is not used by hubspot:" + resource + "; set method and path instead");
            }
            return checked(OperationCatalogue.byMethod(resource, configuration.getMethod()));
        }
        return configuration.getOperation() == null
                ? null
                : checked(OperationCatalogue.find(resource, configuration.getOperation()));
    }

    /**
     * An operation that uses all that the URI sets.
     *
     * @throws IllegalArgumentException where it does not
     */
    ApiOperation checked(ApiOperation operation) {
        OperationCatalogue.checkOptions(operation, uriOptions);
        if (objectType != null && !operation.uses(OptionNames.OBJECT_TYPE)) {
            throw new IllegalArgumentException(
                    "hubspot:" + operation.label() + " has no object type; take the second part out of the URI's path");
        }
        if (configuration.isDryRun() && operation.effect() != Effect.READ && !operation.uses(OptionNames.DRY_RUN)) {
            // The component may set it for all its endpoints: then none must write.
            throw new IllegalArgumentException("The option dryRun cannot be used with hubspot:" + operation.label()
                    + ", which would write all the same; set dryRun=false for it");
        }
        return operation;
    }

    /** The options that the URI sets, as opposed to those that come from the component. */
    Set<String> uriOptions() {
        return uriOptions;
    }

    void setUriOptions(Set<String> options) {
        this.uriOptions = new LinkedHashSet<>(options);
    }

    /** Whether it is this one: the URIs of two endpoints may differ in what is masked alone. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public HubSpotComponent getComponent() {
        return (HubSpotComponent) super.getComponent();
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "https";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("apiVersion", configuration.getApiVersion());
    }

    public HubSpotConfiguration getConfiguration() {
        return configuration;
    }

    public String getResource() {
        return resource;
    }

    /** What to work with, such as {@code objects}. */
    public void setResource(String resource) {
        this.resource = resource;
    }

    public String getObjectType() {
        return objectType;
    }

    /** The object type. */
    public void setObjectType(String objectType) {
        this.objectType = objectType;
    }
}
