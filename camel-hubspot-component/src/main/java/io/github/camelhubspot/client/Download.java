// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelhubspot.api.HubSpotError;

/** Reads a file at a URL that HubSpot gave out for it; no token is sent there, and it counts against no limit. */
final class Download implements Job {

    private static final int SUCCESS = 2;

    private final Transport transport;
    private final ClientResources resources;
    private final CallPolicy policy;
    private final AccountGovernor governor;
    private final long number;
    private final String url;
    private final CompletableFuture<ContentResult> result = new CompletableFuture<>();
    private int retries;

    Download(Transport transport, ClientResources resources, CallPolicy policy, AccountGovernor governor, String url) {
        this.transport = transport;
        this.resources = resources;
        this.policy = policy;
        this.governor = governor;
        this.number = governor.number();
        this.url = url;
    }

    CompletableFuture<ContentResult> start() {
        try {
            resources.calls().execute(this::open);
        } catch (RejectedExecutionException e) {
            result.complete(new ContentResult(null, CallFailure.stopped()));
        }
        return result;
    }

    private void open() {
        if (policy.stopping().getAsBoolean()) {
            result.complete(new ContentResult(null, CallFailure.stopped()));
            return;
        }
        try {
            TransportAnswer answer = transport.send(TransportRequest.download(url));
            if (answer.status() / 100 == SUCCESS) {
                result.complete(new ContentResult(new Content(answer), null));
                return;
            }
            answer.abort().run();
            HubSpotError error = new HubSpotError(
                    answer.status(),
                    null,
                    null,
                    "The file cannot be read at HubSpot's URL for it",
                    null,
                    null,
                    null,
                    null);
            failed(error, FailureClassifier.temporary(error), null);
        } catch (IOException e) {
            failed(HubSpotError.local("The file cannot be read at HubSpot's URL for it: " + e.getMessage()), true, e);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void failed(HubSpotError error, boolean temporary, IOException cause) {
        if (!temporary || policy.retry().usedUp(retries)) {
            FailureKind kind = error.status() == 0 ? FailureKind.UNAVAILABLE : FailureClassifier.kind(error);
            // The URL is a credential of its own; that it was refused says nothing of the token.
            boolean expired = kind == FailureKind.AUTHENTICATION || kind == FailureKind.MISSING_SCOPE;
            result.complete(new ContentResult(
                    null, new CallFailure(expired ? FailureKind.REFUSED : kind, error, false, cause)));
            return;
        }
        retries++;
        Duration delay = policy.retry().delay(retries, error, resources.random().get());
        // The governor ends the wait where the route or the component stops.
        if (governor.hold(this)) {
            resources.timing().after(delay, () -> {
                if (governor.release(this)) {
                    start();
                }
            });
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Priority priority() {
        return policy.priority();
    }

    @Override
    public boolean stopping() {
        return policy.stopping().getAsBoolean();
    }

    @Override
    public void leaves(Duration waited) {
        // It waits for no quota.
    }

    @Override
    public void run() {
        open();
    }

    @Override
    public void refuse(FailureKind kind, String message) {
        result.complete(new ContentResult(null, new CallFailure(kind, HubSpotError.local(message), false, null)));
    }

    /** The bytes of a file; its connection is given back at the end, and dropped where it is closed before. */
    private static final class Content extends FilterInputStream {
        private final TransportAnswer answer;
        private boolean ended;

        Content(TransportAnswer answer) {
            super(Optional.ofNullable(answer.body()).orElse(InputStream.nullInputStream()));
            this.answer = answer;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            ended |= b < 0;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            ended |= n < 0;
            return n;
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                ended = true;
                answer.abort().run();
            }
            answer.close();
        }
    }
}
