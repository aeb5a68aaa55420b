// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Knows which routes are being stopped, as soon as Camel begins to.
 *
 * <p>Camel tells the services of a route before it waits for the exchanges in flight, but not the producers; so each route
 * gets one small service that passes it on.
 */
final class RouteStops extends LifecycleStrategySupport {

    private final Set<String> stopping = ConcurrentHashMap.newKeySet();
    private final Runnable onStop;

    /**
     * Stops.
     *
     * @param onStop runs when a route begins to stop
     */
    RouteStops(Runnable onStop) {
        this.onStop = onStop;
    }

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        routes.forEach(this::watch);
    }

    /** Adds what tells of a route's stop. */
    void watch(Route route) {
        route.addService(new Signal(route.getRouteId()));
    }

    /** Whether the route that an exchange began in, or the one that it is in, is being stopped. */
    BooleanSupplier stopping(Exchange exchange) {
        String from = exchange.getFromRouteId();
        String at = ExchangeHelper.getRouteId(exchange);
        return () -> !stopping.isEmpty()
                && ((from != null && stopping.contains(from)) || (at != null && stopping.contains(at)));
    }

    private final class Signal extends ServiceSupport implements ShutdownPrepared {
        private final String routeId;

        Signal(String routeId) {
            this.routeId = routeId;
        }

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly || forced) {
                stopping.add(routeId);
                onStop.run();
            }
        }

        @Override
        protected void doStart() {
            stopping.remove(routeId);
        }
    }
}
