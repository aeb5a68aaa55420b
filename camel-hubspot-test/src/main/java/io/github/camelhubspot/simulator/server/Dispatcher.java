// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.server;

import java.time.Clock;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.error.HubSpotErrorException;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.ApiVersion;
import io.github.camelhubspot.simulator.http.Caller;
import io.github.camelhubspot.simulator.http.Query;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.oauth.OAuthApp;
import io.github.camelhubspot.simulator.schema.ObjectType;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

import static java.lang.System.Logger.Level.ERROR;

/** Checks a call in HubSpot's order - route, token, limits, object type, scope - and hands it to its operation. */
final class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final String TOO_LONG =
            "<html><head><title>414 Request-URI Too Large</title></head><body>414 Request-URI Too Large</body></html>";

    private final Crm crm;
    private final SimulatorSettings settings;
    private final Router router;
    private final Authenticator authenticator;
    private final RateLimits rateLimits;
    private final Stores stores;

    Dispatcher(Crm crm, SimulatorSettings settings, Clock clock, RateLimits rateLimits, OAuthApp oauth, Stores stores) {
        this.crm = crm;
        this.settings = settings;
        this.router = new Router(Routes.all(crm, settings, clock, rateLimits, oauth, stores));
        this.authenticator = new Authenticator(settings, clock, oauth);
        this.rateLimits = rateLimits;
        this.stores = stores;
    }

    Answer answer(Incoming call, String baseUrl, String correlationId) {
        RateLimits.Spending spending = new RateLimits.Spending();
        Answer answer;
        try {
            answer = handle(call, baseUrl, spending);
        } catch (HubSpotErrorException e) {
            HubSpotError error = e.error();
            answer = Answer.json(error.status(), error.toAnswer(correlationId));
        } catch (RuntimeException e) {
            LOG.log(ERROR, "The simulator failed to answer " + call.method() + " " + call.path(), e);
            HubSpotError error = HubSpotError.of(500, null, "internal error: " + e);
            answer = Answer.json(500, error.toAnswer(correlationId));
        }
        spending.headers().forEach(answer::header);
        return answer;
    }

    private Answer handle(Incoming call, String baseUrl, RateLimits.Spending spending) {
        if (call.urlLength() > settings.urlLimit()) {
            return Answer.html(414, TOO_LONG);
        }
        // An import whose time has come has happened before this call.
        stores.imports().advance();
        Router.Match match = router.match(call.method(), call.path());
        Route route = match.route();
        Caller caller = route.access().needsToken() ? authenticator.caller(call.authorization()) : null;
        if (route.quota() != Route.Quota.NONE) {
            rateLimits.spend(caller, route.quota(), spending);
        }
        if (route.access() == Route.Access.READ_OWNERS) {
            authenticator.checkScope("crm.objects.owners.read");
        }
        ObjectType type = type(match, "objectType");
        ObjectType toType = type(match, "toObjectType");
        if (route.access().scope() != null) {
            authenticator.checkScope(route.access().scope());
        }
        checkAccess(route.access(), type);
        checkAccess(route.access(), toType);
        String version = match.parameters().get(PathTemplate.VERSION);
        return route.handler()
                .apply(new Request(
                        baseUrl,
                        caller,
                        call.path(),
                        version == null
                                ? ApiVersion.V3
                                : ApiVersion.dated(version).orElseThrow(),
                        match.parameters(),
                        new Query(call.query()),
                        type,
                        toType,
                        call.body(),
                        MultipartForm.read(call.contentType(), call.body())));
    }

    private ObjectType type(Router.Match match, String parameter) {
        String name = match.parameters().get(parameter);
        return name == null ? null : crm.types().resolve(name);
    }

    private void checkAccess(Route.Access access, ObjectType type) {
        if (type == null) {
            return;
        }
        boolean refused = access.isWrite() && type.has(ObjectType.Trait.READ_ONLY)
                || access == Route.Access.CREATE_RECORDS && type.has(ObjectType.Trait.NO_CREATE);
        if (refused) {
            throw Router.methodNotAllowed("This is not possible with " + type.plural());
        }
        authenticator.checkScope(access, type);
    }
}
