// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.api;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.simulator.crm.Crm;
import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;
import io.github.camelhubspot.simulator.http.Query;
import io.github.camelhubspot.simulator.http.Request;
import io.github.camelhubspot.simulator.json.Json;
import io.github.camelhubspot.simulator.oauth.IssuedTokens;
import io.github.camelhubspot.simulator.oauth.OAuthApp;
import io.github.camelhubspot.simulator.settings.SimulatorSettings;

/** The token endpoint: all it needs is in the form that is the body, nothing in the query or the headers. */
public final class OAuthApi {

    private static final long USER_ID = 9586504;

    private final OAuthApp app;
    private final Crm crm;
    private final SimulatorSettings settings;

    public OAuthApi(OAuthApp app, Crm crm, SimulatorSettings settings) {
        this.app = app;
        this.crm = crm;
        this.settings = settings;
    }

    /** As in v1, whose answers and errors say less. */
    public Answer tokenV1(Request request) {
        return Answer.ok(tokens(issue(request, false)));
    }

    public Answer token(Request request) {
        IssuedTokens issued = issue(request, true);
        ObjectNode json = tokens(issued);
        json.put("hub_id", issued.portalId());
        json.put("user_id", USER_ID);
        json.put("token_use", "access_token");
        json.set("scopes", Json.texts(scopes()));
        return Answer.ok(json);
    }

    private static ObjectNode tokens(IssuedTokens issued) {
        return Json.object()
                .put("token_type", "bearer")
                .put("access_token", issued.accessToken())
                .put("refresh_token", issued.refreshToken())
                .put("expires_in", issued.lifetime().toSeconds());
    }

    private Set<String> scopes() {
        Set<String> scopes =
                new TreeSet<>(Set.of("oauth", "crm.import", "crm.export", "files", "analytics.behavioral_events.send"));
        crm.types().all().forEach(type -> {
            for (boolean write : new boolean[] {false, true}) {
                scopes.add(type.scopeFor(write));
                scopes.add(type.schemaScopeFor(write));
            }
        });
        scopes.removeIf(scope -> !settings.grants(scope));
        return scopes;
    }

    private IssuedTokens issue(Request request, boolean explains) {
        Query form = new Query(new String(request.body(), StandardCharsets.UTF_8));
        String grantType = form.first("grant_type");
        boolean refreshes = "refresh_token".equals(grantType);
        if (!refreshes && !"authorization_code".equals(grantType)) {
            throw refusal(explains, "BAD_GRANT_TYPE", "unsupported_grant_type", "missing or unknown grant type");
        }
        if (!app.clientId().equals(form.first("client_id"))) {
            throw refusal(explains, "BAD_CLIENT_ID", "invalid_client", "missing or unknown client id");
        }
        if (!app.clientSecret().equals(form.first("client_secret"))) {
            throw refusal(explains, "BAD_CLIENT_SECRET", "invalid_client", "missing or invalid client secret");
        }
        if (refreshes) {
            return app.refresh(form.first("refresh_token"))
                    .orElseThrow(() -> refusal(
                            explains, "BAD_REFRESH_TOKEN", "invalid_grant", "missing or invalid refresh token"));
        }
        if (form.first("redirect_uri") == null) {
            throw refusal(explains, "BAD_REDIRECT_URI", "invalid_grant", "missing or invalid redirect URI");
        }
        return app.install(form.first("code"))
                .orElseThrow(() -> refusal(explains, "BAD_AUTH_CODE", "invalid_grant", "missing or unknown auth code"));
    }

    private static RuntimeException refusal(boolean explains, String status, String error, String message) {
        HubSpotError refusal = HubSpotError.of(400, null, message).field("status", status);
        if (explains) {
            refusal.field("error", error).field("error_description", message);
        }
        return refusal.exception();
    }
}
