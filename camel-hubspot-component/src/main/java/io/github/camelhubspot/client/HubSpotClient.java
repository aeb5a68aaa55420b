// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.camelhubspot.api.ApiOperation;
import io.github.camelhubspot.api.ApiVersion;
import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.Json;
import io.github.camelhubspot.api.ObjectTypes;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.api.PathTemplate;

/**
 * Sends calls to one HubSpot account.
 *
 * <p>Thread-safe and non-blocking: waiting for quota, a slot or a retry costs no thread.
 */
public final class HubSpotClient {

    private final ApiVersion version;
    private final Transport transport;
    private final OneCall oneCall;
    private final CallPolicy policy;
    private final ClientAccount account;
    private final ClientResources resources;

    /**
     * A client.
     *
     * @param maxResponseSize the largest answer in bytes that is read
     * @param responseTimeout the longest time that an answer may take from its beginning to its end
     */
    public HubSpotClient(
            ApiVersion version,
            Transport transport,
            long maxResponseSize,
            Duration responseTimeout,
            CallPolicy policy,
            ClientAccount account,
            ClientResources resources) {
        this.version = version;
        this.transport = transport;
        this.oneCall = new OneCall(transport, maxResponseSize, responseTimeout, resources.timing());
        this.policy = policy;
        this.account = account;
        this.resources = resources;
    }

    /**
     * A call of an operation.
     *
     * @param values gives the value of each variable of the path
     * @param query the encoded query; null for none
     * @param body the JSON to send; null for none
     * @throws IllegalArgumentException where a variable has no value, or one that could change the path's meaning
     */
    public ApiCall newCall(ApiOperation operation, UnaryOperator<String> values, String query, JsonNode body) {
        boolean untyped = values.apply(OptionNames.OBJECT_TYPE) == null;
        PathTemplate template = untyped ? operation.untypedPath(version) : operation.path(version);
        UnaryOperator<String> pathValues = name -> switch (name) {
            case "version" -> version.text();
            case OptionNames.OBJECT_TYPE_ID -> ObjectTypes.id(values.apply(OptionNames.OBJECT_TYPE));
            case OptionNames.OBJECT_TYPE, OptionNames.TO_OBJECT_TYPE -> ObjectTypes.plural(values.apply(name));
            default -> values.apply(name);
        };
        String path = template.expand(pathValues);
        String objectType = template.variables().contains(OptionNames.OBJECT_TYPE)
                ? pathValues.apply(OptionNames.OBJECT_TYPE)
                : null;
        return new ApiCall(operation, path, query, body == null ? null : Json.bytes(body), objectType);
    }

    /**
     * Sends a call, again where that is safe and helps.
     *
     * @return completed with the answer or the failure, usually on a thread of the pool for calls: go on elsewhere, since a
     *     call slot waits
     */
    public CompletableFuture<CallResult> send(ApiCall call) {
        return attempts(call).start();
    }

    /** Sends a call when some time has passed; a stop of the route ends the wait. */
    public CompletableFuture<CallResult> sendLater(ApiCall call, Duration delay) {
        return attempts(call).start(delay);
    }

    /**
     * Opens a file at a URL that HubSpot gave out for it.
     *
     * @return completed on any thread; the stream is to be closed
     */
    public CompletableFuture<ContentResult> download(String url) {
        return new Download(transport, resources, policy, account.governor(), url).start();
    }

    /** What the time is on the clock that waits go by, in nanoseconds from some origin. */
    public long nanoTime() {
        return resources.timing().nanoTime();
    }

    /**
     * Sends a call again of which it was found out that HubSpot did not carry it out, as the next of its retries.
     *
     * @param before the attempts so far
     * @param error how the last of them ended
     * @return empty where no retry is left; else completed like {@link #send}, and any failure may have been carried out
     */
    public Optional<CompletableFuture<CallResult>> sendAgain(ApiCall call, Attempts before, HubSpotError error) {
        return attempts(call).goOn(before, error);
    }

    private CallAttempts attempts(ApiCall call) {
        return new CallAttempts(call, oneCall, policy, account.governor(), account.tokens(), resources);
    }
}
