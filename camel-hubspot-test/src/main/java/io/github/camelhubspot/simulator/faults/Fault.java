// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.simulator.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

import io.github.camelhubspot.simulator.error.HubSpotError;
import io.github.camelhubspot.simulator.http.Answer;

/**
 * What happens to certain calls: which ones, how many of them, and what goes wrong. Unless {@link #afterApplying} is
 * said, an answer of its own, a lost connection or a silence comes instead of the operation; a call that it hits is then
 * not checked in any way, not even for its token.
 */
public final class Fault {

    private static final String REASON = "A fault that the test asked for";

    private final FaultScript script;
    private int remaining;
    private CallPattern calls = CallPattern.ALL;
    private Duration delay = Duration.ZERO;
    private boolean afterApplying;
    private Delivery delivery = Delivery.WHOLE;
    private Function<String, Answer> answer;
    private Kinds kinds = Kinds.NONE;

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
            calls = CallPattern.of(httpMethod, pathPattern);
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
        return answer(HubSpotError.of(status, null, REASON)).counts(Kinds.ofStatus(status));
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
                })
                .counts(Kinds.ofStatus(status));
    }

    /** Answers 429 as HubSpot does for this policy: {@code TEN_SECONDLY_ROLLING}, {@code SECONDLY} or {@code DAILY}. */
    public Fault rateLimited(String policy) {
        return answer(HubSpotError.rateLimited(policy)).counts(Kinds.ofLimit(policy, false));
    }

    /** As {@link #rateLimited(String)}, with a {@code Retry-After} header of whole seconds. */
    public Fault rateLimited(String policy, Duration retryAfter) {
        return answer(HubSpotError.rateLimited(policy), retryAfter).counts(Kinds.ofLimit(policy, true));
    }

    /** Answers 477, as while the account moves between data centres, with a {@code Retry-After} of whole seconds. */
    public Fault migrating(Duration retryAfter) {
        return answer(HubSpotError.of(477, null, "The account is being migrated"), retryAfter)
                .counts(Kinds.ofStatus(477));
    }

    /** Answers 401 {@code EXPIRED_AUTHENTICATION}, as if the access token had expired a second ago. */
    public Fault expiredToken() {
        return answer(correlationId -> {
                    Instant now = script.now();
                    return Answer.json(
                            401,
                            HubSpotError.expiredToken(now.minusSeconds(1), now).toAnswer(correlationId));
                })
                .counts(new Kinds(FaultKind.EXPIRED_TOKEN, null));
    }

    /** Answers with this status and a page of HTML. */
    public Fault html(int status) {
        String page = "<html><head><title>" + status + "</title></head><body><h1>" + status + "</h1></body></html>";
        return answer(correlationId -> Answer.html(status, page)).counts(Kinds.ofHtml(status));
    }

    private Fault answer(HubSpotError error) {
        return answer(correlationId -> Answer.json(error.status(), error.toAnswer(correlationId)));
    }

    private Fault answer(HubSpotError error, Duration retryAfter) {
        return answer(correlationId -> Answer.json(error.status(), error.toAnswer(correlationId))
                .header("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    private Fault answer(Function<String, Answer> ofCorrelationId) {
        synchronized (script) {
            answer = ofCorrelationId;
            return this;
        }
    }

    /** Closes the connection without an answer. */
    public Fault dropConnection() {
        return deliver(Delivery.CLOSE).counts(new Kinds(FaultKind.LOST_BEFORE, FaultKind.LOST_AFTER));
    }

    /** Resets the connection (TCP RST) without an answer, as a proxy or a dying server does. */
    public Fault resetConnection() {
        return deliver(Delivery.RESET).counts(new Kinds(FaultKind.RESET_BEFORE, FaultKind.RESET_AFTER));
    }

    /** Sends nothing for so long, and then closes the connection; holds no thread meanwhile. */
    public Fault silence(Duration time) {
        return deliver(Delivery.silence(time)).counts(new Kinds(null, FaultKind.SILENCE_AFTER));
    }

    /** Carries the operation out, and sends the body of its answer so many bytes at a time; holds no thread meanwhile. */
    public Fault drip(int bytes, Duration every) {
        return deliver(Delivery.drip(bytes, every)).counts(Kinds.both(FaultKind.SLOW_DRIP));
    }

    /**
     * Carries the operation out, sends so many bytes of the answer's body, and closes the connection. A shorter body
     * lacks its last byte at least; an answer without a body is not sent at all.
     */
    public Fault cutBody(int bytes) {
        return deliver(Delivery.cut(bytes)).counts(Kinds.both(FaultKind.CUT_BODY));
    }

    private Fault deliver(Delivery how) {
        synchronized (script) {
            delivery = how;
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

    private Fault counts(Kinds as) {
        synchronized (script) {
            kinds = as;
            return this;
        }
    }

    /** Takes the fault out of the script. */
    public void remove() {
        script.remove(this);
    }

    boolean takes(String callMethod, String callPath) {
        return calls.fits(callMethod, callPath);
    }

    boolean isAlways() {
        return remaining == FaultScript.ALWAYS;
    }

    /** Counts one call; true when there are no more to come. */
    boolean isUsedUp() {
        return !isAlways() && --remaining == 0;
    }

    FaultEffect effect() {
        boolean applies = afterApplying || delivery.isAnswered() && answer == null;
        return new FaultEffect(applies ? kinds.after() : kinds.before(), delay, applies, delivery, answer);
    }
}
