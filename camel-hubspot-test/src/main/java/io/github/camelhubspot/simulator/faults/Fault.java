// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;

/**
 * What happens to certain calls: which ones, how many of them, and what goes wrong. Unless {@link #afterApplying} is
 * said, an answer or a dropped connection comes instead of the operation; a call that it hits is then not checked in
 * any way, not even for its token.
 */
public final class Fault {

    private static final String ANY = "*";

    private final FaultScript script;
    private int remaining;
    private String method = ANY;
    private Pattern path = Pattern.compile(".*");
    private Duration delay = Duration.ZERO;
    private boolean afterApplying;
    private boolean dropsConnection;
    private int cutAfter = -1;
    private Function<String, Answer> answer;

    Fault(FaultScript script, int times) {
        this.script = script;
        this.remaining = times;
    }

    /**
     * Only for calls of this method ({@code *} for any) whose path without the query fits the pattern, in which
     * {@code *} stands for any characters: {@code matching("POST", "/crm/v3/objects/companies/batch/*")}.
     */
    public Fault matching(String httpMethod, String pathPattern) {
        synchronized (script) {
            method = httpMethod.toUpperCase(Locale.ROOT);
            path = Pattern.compile("\\Q" + pathPattern.replace("*", "\\E.*\\Q") + "\\E");
            return this;
        }
    }

    /** The operation is carried out, and then goes wrong what goes wrong: the answer is lost, the write is not. */
    public Fault afterApplying() {
        synchronized (script) {
            afterApplying = true;
            return this;
        }
    }

    /** The operation is not carried out; this is the default. */
    public Fault beforeApplying() {
        synchronized (script) {
            afterApplying = false;
            return this;
        }
    }

    /** Answers with this status and an error body of HubSpot's. */
    public Fault answer(int status) {
        return answer(HubSpotError.of(status, null, "A fault that the test asked for"));
    }

    /** Answers with this status and body, which may be empty. */
    public Fault answer(int status, String body) {
        return answer(status, body, Map.of());
    }

    /** Answers with this status, body and headers. */
    public Fault answer(int status, String body, Map<String, String> headers) {
        Map<String, String> copy = Map.copyOf(headers);
        return answer(correlationId -> {
            Answer withHeaders = Answer.text(status, body);
            copy.forEach(withHeaders::header);
            return withHeaders;
        });
    }

    /** Answers 429 as HubSpot does for this policy: {@code TEN_SECONDLY_ROLLING}, {@code SECONDLY} or {@code DAILY}. */
    public Fault rateLimited(String policy) {
        return answer(HubSpotError.rateLimited(policy));
    }

    /** As {@link #rateLimited(String)}, with a {@code Retry-After} header of whole seconds. */
    public Fault rateLimited(String policy, Duration retryAfter) {
        HubSpotError error = HubSpotError.rateLimited(policy);
        return answer(correlationId -> Answer.json(error.status(), error.toAnswer(correlationId))
                .header("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /** Answers with this status and a page of HTML. */
    public Fault html(int status) {
        String page = "<html><head><title>" + status + "</title></head><body><h1>" + status + "</h1></body></html>";
        return answer(correlationId -> Answer.html(status, page));
    }

    private Fault answer(HubSpotError error) {
        return answer(correlationId -> Answer.json(error.status(), error.toAnswer(correlationId)));
    }

    private Fault answer(Function<String, Answer> ofCorrelationId) {
        synchronized (script) {
            answer = ofCorrelationId;
            return this;
        }
    }

    /** Closes the connection without an answer. */
    public Fault dropConnection() {
        synchronized (script) {
            dropsConnection = true;
            return this;
        }
    }

    /** Holds the call back for so long before anything else happens. */
    public Fault delay(Duration duration) {
        synchronized (script) {
            delay = duration;
            return this;
        }
    }

    /** Carries the operation out, sends so many bytes of the answer's body, and closes the connection. */
    public Fault cutBody(int bytes) {
        synchronized (script) {
            cutAfter = bytes;
            return this;
        }
    }

    /** Takes the fault out of the script. */
    public void remove() {
        script.remove(this);
    }

    boolean takes(String callMethod, String callPath) {
        return (method.equals(ANY) || method.equals(callMethod))
                && path.matcher(callPath).matches();
    }

    boolean isAlways() {
        return remaining == FaultScript.ALWAYS;
    }

    /** Counts one call; true when there are no more to come. */
    boolean isUsedUp() {
        return !isAlways() && --remaining == 0;
    }

    FaultEffect effect() {
        return new FaultEffect(delay, afterApplying, dropsConnection, cutAfter, answer);
    }
}
