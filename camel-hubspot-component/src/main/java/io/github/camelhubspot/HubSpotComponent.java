// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.client.Timing;

/** Moves data from Camel routes into the HubSpot CRM and reads it back. */
@Component("hubspot")
public class HubSpotComponent extends DefaultComponent implements SSLContextParametersAware {

    @Metadata(label = "advanced", description = "The defaults of the endpoints")
    private HubSpotConfiguration configuration = new HubSpotConfiguration();

    @Metadata(label = "security", defaultValue = "false", description = "Use the TLS of the Camel context")
    private boolean useGlobalSslContextParameters;

    private HubSpotClients clients;
    private Timing timing;

    public HubSpotComponent() {}

    public HubSpotComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        HubSpotEndpoint endpoint = new HubSpotEndpoint(uri, this, configuration.copy());
        endpoint.setUriOptions(parameters.keySet());
        CredentialChecks.prefer(endpoint.getConfiguration(), parameters.keySet());
        setPathParts(endpoint, remaining.split("/", -1), parameters);
        bindAsWritten(endpoint, parameters);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /**
     * Binds the options whose names are written as they are declared. Camel's own binding, which comes after, ignores case
     * by the rules of the machine's language, and in Turkish finds no option with a capital I.
     */
    private void bindAsWritten(HubSpotEndpoint endpoint, Map<String, Object> parameters) {
        PropertyBindingSupport.build()
                .withCamelContext(getCamelContext())
                .withTarget(endpoint)
                .withConfigurer(getEndpointPropertyConfigurer())
                .withProperties(parameters)
                .withRemoveParameters(true)
                .withMandatory(false)
                .withIgnoreCase(false)
                .bind();
    }

    private static void setPathParts(HubSpotEndpoint endpoint, String[] parts, Map<String, Object> parameters) {
        endpoint.setResource(parts[0]);
        if (parts.length > 1 && !parts[1].isEmpty()) {
            endpoint.setObjectType(parts[1]);
        }
        if (parts.length > 2 && !parts[2].isEmpty()) {
            if (parts.length > 3 || !parts[0].equals("associations")) {
                throw new IllegalArgumentException("The URI has too many path parts; it is hubspot:resource/objectType,"
                        + " or hubspot:associations/objectType/toObjectType");
            }
            if (parameters.containsKey(OptionNames.TO_OBJECT_TYPE)) {
                throw new IllegalArgumentException(
                        "The URI gives toObjectType both in its path and as an option; give it once");
            }
            endpoint.getConfiguration().setToObjectType(parts[2]);
        }
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (clients == null) {
            clients = new HubSpotClients(this, timing);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        clients.start();
    }

    @Override
    protected void doStop() throws Exception {
        clients.stop();
        super.doStop();
    }

    @Override
    protected void doShutdown() throws Exception {
        clients.close();
        clients = null;
        super.doShutdown();
    }

    /** Goes by another clock than that of this machine. */
    void setTiming(Timing timing) {
        this.timing = timing;
    }

    /** What this component's endpoints share. */
    HubSpotClients clients() {
        return clients;
    }

    /** The TLS of the Camel context, where this component is to use it; else null. */
    SSLContextParameters globalSslContextParameters() {
        return retrieveGlobalSslContextParameters();
    }

    public HubSpotConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(HubSpotConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
