// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.OperationCatalogue;
import io.github.camelhubspot.api.OutputShape;
import io.github.camelhubspot.batch.Batches;
import io.github.camelhubspot.client.HubSpotClient;
import io.github.camelhubspot.lookup.AssociationLabels;
import io.github.camelhubspot.record.OutputConverter;
import io.github.camelhubspot.record.OutputType;

/** Carries out the operation of an endpoint, or of the message where the endpoint leaves it open; asynchronous. */
class HubSpotProducer extends DefaultAsyncProducer {

    private final HubSpotEndpoint endpoint;
    private ApiOperation fixedOperation;
    private Map<OutputShape, OperationHandler> handlers;
    private Executor workers;
    private ProducerTemplate rejectedTemplate;

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
        HubSpotClients clients = endpoint.getComponent().clients();
        HubSpotClient client = clients.client(configuration);
        AssociationLabels labels = new AssociationLabels(client);
        workers = clients.workers();
        ProducerParts parts = new ProducerParts(
                client,
                labels,
                new Batches(client, labels, workers, configuration.getMaxConcurrentCalls()),
                new OutputConverter(configuration.getOutputType(), outputClass(configuration, context)),
                workers,
                clients.consumedBodies(),
                () -> !isRunAllowed() || context.isStopping());
        OperationHandler single = new SingleCallHandler(parts);
        handlers = Map.of(
                OutputShape.ANSWER, single,
                OutputShape.ONLY_RESULT, single,
                OutputShape.LIST, single,
                OutputShape.PAGES, new PagedReadHandler(parts),
                OutputShape.OUTCOMES, new BatchHandler(parts, rejectedEndpoint(configuration, context)));
    }

    private RejectedEndpoint rejectedEndpoint(HubSpotConfiguration configuration, CamelContext context) {
        if (configuration.getRejectedUri() == null) {
            return null;
        }
        rejectedTemplate = context.createProducerTemplate();
        return new RejectedEndpoint(context.getEndpoint(configuration.getRejectedUri()), rejectedTemplate);
    }

    private static Class<?> outputClass(HubSpotConfiguration configuration, CamelContext context) throws Exception {
        return configuration.getOutputType() == OutputType.CLASS
                ? context.getClassResolver().resolveMandatoryClass(configuration.getOutputClass())
                : null;
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(rejectedTemplate);
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Runnable> outcome;
        try {
            CallOptions options = new CallOptions(endpoint, operation(exchange), exchange);
            outcome = handlers.get(options.operation().output()).handle(options);
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        outcome.whenComplete((action, fault) -> goOn(exchange, callback, action, fault));
        return false;
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
            workers.execute(finish);
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
        ApiOperation operation = OperationCatalogue.find(endpoint.getResource(), name);
        OperationCatalogue.checkOptions(operation, endpoint.uriOptions());
        return operation;
    }
}
