// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.util.PropertiesHelper;

import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.client.Timing;
import io.github.camelhubspot.health.HealthChecks;

/** Moves data from Camel routes into the HubSpot CRM and reads it back. */
@Component("hubspot")
@ManagedResource(description = "Managed HubSpot component")
public class HubSpotComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(label = "advanced", description = "The defaults of the endpoints")
    private HubSpotConfiguration configuration = new HubSpotConfiguration();

    @Metadata(label = "security", defaultValue = "false", description = "Use the TLS of the Camel context")
    private boolean useGlobalSslContextParameters;

    private HubSpotClients clients;
    private Timing timing;
    private Runnable withdrawHealthCheck = () -> {};

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
        Map<String, Object> queryParameters =
                PropertiesHelper.extractProperties(parameters, OptionNames.PARAMETER_PREFIX);
        if (!queryParameters.isEmpty()) {
            endpoint.getConfiguration().setParameters(queryParameters);
        }
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
        withdrawHealthCheck =
                HealthChecks.add(getCamelContext(), name(), isHealthCheckProducerEnabled(), () -> view().health());
    }

    @Override
    protected void doStop() throws Exception {
        withdrawHealthCheck.run();
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

    /** The name under which the context knows this component. */
    String name() {
        return getCamelContext().getComponentNames().stream()
                .filter(name -> getCamelContext().hasComponent(name) == this)
                .min(Comparator.naturalOrder())
                .orElse(HubSpotConstants.SCHEME);
    }

    private ComponentView view() {
        HubSpotClients known = clients;
        if (known == null) {
            throw new IllegalStateException("The component is not initialised");
        }
        return new ComponentView(known);
    }

    @ManagedAttribute(description = "Calls that are being sent now")
    public int getCallsInFlight() {
        return view().inFlight();
    }

    @ManagedAttribute(description = "Calls that wait for quota, a free slot or a retry")
    public int getCallsWaiting() {
        return view().waiting();
    }

    @ManagedAttribute(description = "Accounts that were used lately")
    public int getAccounts() {
        return view().accounts().size();
    }

    @ManagedAttribute(description = "Calls that have ended, each counted once however often it was sent")
    public long getCalls() {
        return view().calls().calls();
    }

    @ManagedAttribute(description = "Calls that ended without success")
    public long getFailedCalls() {
        return view().calls().failedCalls();
    }

    @ManagedAttribute(description = "How often calls were sent again")
    public long getRetries() {
        return view().calls().retries();
    }

    @ManagedAttribute(description = "Access tokens that were fetched")
    public long getTokensFetched() {
        return view().calls().tokensFetched();
    }

    @ManagedAttribute(description = "Batches that are being carried out")
    public int getRunningBatches() {
        return view().batches().count();
    }

    @ManagedAttribute(description = "Calls in ten seconds that are kept to, the lowest of the accounts")
    public Integer getRequestsPerTenSeconds() {
        OptionalInt requests = view().requestsPerTenSeconds();
        return requests.isPresent() ? requests.getAsInt() : null;
    }

    @ManagedAttribute(
            description = "Calls left of the day, the lowest of the accounts; null where HubSpot does not say it")
    public Long getCallsLeftToday() {
        OptionalLong calls = view().callsLeftToday();
        return calls.isPresent() ? calls.getAsLong() : null;
    }

    @ManagedAttribute(description = "When a call last succeeded; null where none did")
    public Date getLastSuccess() {
        Instant time = view().calls().lastSuccess();
        return time == null ? null : Date.from(time);
    }

    @ManagedAttribute(description = "Kind, operation and time of the last call that failed; null where none did")
    public String getLastFailure() {
        CallStatistics.Failure failure = view().calls().lastFailure();
        return failure == null ? null : failure.toString();
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
