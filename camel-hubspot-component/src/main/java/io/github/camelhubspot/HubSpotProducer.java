// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.batch.Batches;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.lookup.LostCreates;
import io.github.camelhubspot.lookup.PropertySchemas;
import io.github.camelhubspot.record.OutputConverter;
import io.github.camelhubspot.record.OutputType;

/** Carries out the operation of an endpoint, or of the message where the endpoint leaves it open; asynchronous. */
class HubSpotProducer extends DefaultAsyncProducer {

    private static final Logger LOG = LoggerFactory.getLogger(HubSpotProducer.class);

    private final HubSpotEndpoint endpoint;
    private ApiOperation fixedOperation;
    private HubSpotClients shared;
    private EndpointClients clients;
    private OutputConverter output;
    private RejectedEndpoint rejectedEndpoint;
    private ProgressEndpoint progressEndpoint;
    private ProducerTemplate template;

    HubSpotProducer(HubSpotEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        fixedOperation = endpoint.fixedOperation();
        ConfigurationChecks.check(endpoint, fixedOperation);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        HubSpotConfiguration configuration = endpoint.getConfiguration();
        CamelContext context = endpoint.getCamelContext();
        if (configuration.isDryRun()) {
            LOG.info("hubspot:{} is a dry run: nothing is written", endpoint.getResource());
        }
        shared = endpoint.getComponent().clients();
        clients = shared.of(configuration);
        output = new OutputConverter(configuration.getOutputType(), outputClass(configuration, context));
        startSideEndpoints(configuration, context);
    }

    private void startSideEndpoints(HubSpotConfiguration configuration, CamelContext context) {
        String rejected = configuration.getRejectedUri();
        String progress = configuration.getProgressUri();
        if (rejected != null || progress != null) {
            template = context.createProducerTemplate();
        }
        rejectedEndpoint = rejected == null ? null : new RejectedEndpoint(endpoint("rejectedUri", rejected), template);
        progressEndpoint = progress == null ? null : new ProgressEndpoint(endpoint("progressUri", progress), template);
    }

    private Endpoint endpoint(String option, String uri) {
        try {
            return endpoint.getCamelContext().getEndpoint(uri);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The option " + option + " is no endpoint: " + e.getMessage(), e);
        }
    }

    private static Class<?> outputClass(HubSpotConfiguration configuration, CamelContext context) {
        if (configuration.getOutputType() != OutputType.CLASS) {
            return null;
        }
        try {
            return context.getClassResolver().resolveMandatoryClass(configuration.getOutputClass());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "The option outputClass names no class: " + configuration.getOutputClass(), e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(template);
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Runnable> outcome;
        try {
            CallOptions options = new CallOptions(endpoint, operation(exchange), exchange);
            outcome = handler(options).handle(options);
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        outcome.whenComplete((action, fault) -> goOn(exchange, callback, action, fault));
        return false;
    }

    private OperationHandler handler(CallOptions options) {
        Account account = clients.account(options.account());
        ProducerParts parts = parts(account, stopping(options.exchange()));
        return switch (options.operation().output()) {
            case ANSWER, ONLY_RESULT, LIST, JSON_SCHEMA, CONTENT ->
                new SingleCallHandler(
                        parts, recordCalls(options, account, parts), new JobHandler(parts, progressEndpoint));
            case PAGES -> new PagedReadHandler(parts);
            case OUTCOMES -> new BatchHandler(parts, rejectedEndpoint);
        };
    }

    private RecordCalls recordCalls(CallOptions options, Account account, ProducerParts parts) {
        boolean shares = options.dryRun()
                || (endpoint.getConfiguration().isMicroBatch()
                        && options.operation().uses(OptionNames.MICRO_BATCH));
        RecordCalls calls = shares
                ? new SharedCalls(
                        stopping -> parts(account, stopping),
                        parts,
                        account.key(),
                        clients.manner(),
                        shared.microBatches())
                : UnchangedCalls.own(options, parts);
        return options.operation().input() == InputShape.RECORD
                ? PreparedCalls.of(Preparations.of(options, parts), calls)
                : calls;
    }

    private BooleanSupplier stopping(Exchange exchange) {
        CamelContext context = endpoint.getCamelContext();
        BooleanSupplier routeStops = shared.routeStops().stopping(exchange);
        return () -> !isRunAllowed() || context.isStopping() || routeStops.getAsBoolean();
    }

    /** Each exchange has its own: the account may differ, and so may the route that it comes from. */
    private ProducerParts parts(Account account, BooleanSupplier stopping) {
        HubSpotClient client = clients.client(account, stopping);
        AssociationLabels labels = new AssociationLabels(client, account.labelLists());
        LostCreates lostCreates = new LostCreates(client, account.created());
        PropertySchemas schemas = new PropertySchemas(client, account.schemas());
        return new ProducerParts(
                client,
                labels,
                lostCreates,
                schemas,
                new Batches(
                        client,
                        labels,
                        lostCreates,
                        schemas,
                        shared.workers(),
                        endpoint.getConfiguration().getMaxConcurrentCalls(),
                        shared.observers().ofBatches()),
                output,
                shared.workers(),
                shared.consumedBodies(),
                stopping);
    }

    /** The rest of the route runs on a worker, so that a slow step takes no call slot. */
    private void goOn(Exchange exchange, AsyncCallback callback, Runnable action, Throwable fault) {
        Runnable finish = () -> {
            HubSpotConstants.OUT.forEach(exchange.getMessage()::removeHeader);
            try {
                if (fault != null) {
                    exchange.setException(unwrapped(fault));
                } else {
                    action.run();
                }
            } catch (RuntimeException | Error e) {
                exchange.setException(e);
            }
            callback.done(false);
        };
        try {
            shared.workers().execute(finish);
        } catch (RejectedExecutionException e) {
            // The context is closing; the exchange must end all the same.
            finish.run();
        }
    }

    private static Throwable unwrapped(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }

    private ApiOperation operation(Exchange exchange) {
        if (fixedOperation != null) {
            return fixedOperation;
        }
        String name = exchange.getMessage().getHeader(HubSpotConstants.OPERATION, String.class);
        if (name == null) {
            throw new IllegalArgumentException("The operation is missing; set the option operation, or the header "
                    + HubSpotConstants.OPERATION + ", to one of "
                    + String.join(
                            ", ",
                            OperationCatalogue.operations(endpoint.getResource())
                                    .keySet()));
        }
        return endpoint.checked(OperationCatalogue.find(endpoint.getResource(), name));
    }
}
