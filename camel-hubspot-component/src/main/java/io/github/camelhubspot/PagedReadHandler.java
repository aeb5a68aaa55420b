// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.apache.camel.Message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.camelhubspot.api.HubSpotError;
import io.github.camelhubspot.api.InputShape;
import io.github.camelhubspot.api.OptionNames;
import io.github.camelhubspot.api.QuotaWindow;
import io.github.camelhubspot.client.ApiAnswer;
import io.github.camelhubspot.client.ApiCall;
import io.github.camelhubspot.client.CallFailure;
import io.github.camelhubspot.client.CallResult;
import io.github.camelhubspot.client.FailureKind;
import io.github.camelhubspot.record.BodyReader;
import io.github.camelhubspot.record.RecordInput;
import io.github.camelhubspot.record.RecordReader;

/** Carries out the reads that HubSpot answers page by page. */
final class PagedReadHandler implements OperationHandler {

    /** HubSpot gives no more of one search than this. */
    private static final int SEARCH_WINDOW = 10_000;

    private final ProducerParts parts;

    PagedReadHandler(ProducerParts parts) {
        this.parts = parts;
    }

    @Override
    public CompletableFuture<Runnable> handle(CallOptions options) {
        Function<String, CompletableFuture<CallResult>> pages = pages(options);
        boolean onePage = options.configuration().getPagination() == Pagination.PAGE;
        return pages.apply(null).thenApply(result -> {
            ApiAnswer answer = success(options, result);
            if (options.operation().window() == QuotaWindow.SEARCH && !onePage) {
                checkWindow(options, answer.body());
            }
            HubSpotPages.Page first = page(options, answer);
            return () -> set(options, answer, first, pages, onePage);
        });
    }

    private void set(
            CallOptions options,
            ApiAnswer answer,
            HubSpotPages.Page first,
            Function<String, CompletableFuture<CallResult>> pages,
            boolean onePage) {
        Message message = options.message();
        message.setHeader(HubSpotConstants.STATUS_CODE, answer.status());
        message.setHeader(HubSpotConstants.CORRELATION_ID, answer.correlationId());
        if (!onePage) {
            message.setBody(new HubSpotPages(
                    first,
                    after -> page(options, success(options, pages.apply(after).join())),
                    options.configuration().getMaxResults()));
            return;
        }
        if (first.after() != null) {
            message.setHeader(HubSpotConstants.NEXT_AFTER, first.after());
        }
        message.setBody(first.entries());
    }

    private Function<String, CompletableFuture<CallResult>> pages(CallOptions options) {
        Function<String, ApiCall> calls = calls(options);
        LongReads longReads = new LongReads(parts.client(), options);
        return after -> {
            ApiCall call = calls.apply(after);
            return longReads.needed(call)
                    ? longReads.page(call)
                    : parts.client().send(call);
        };
    }

    /** The call for each page; all that the message says is read now, since the message goes on. */
    private Function<String, ApiCall> calls(CallOptions options) {
        BodyReader bodies = new BodyReader(options.exchange(), parts.consumedBodies(), null);
        Requests requests = new Requests(parts.client(), options);
        if (options.operation().input() == InputShape.SEARCH_REQUEST) {
            ObjectNode request = SearchRequests.request(options, bodies);
            String objectType = options.text(OptionNames.OBJECT_TYPE);
            boolean byOffset = options.operation().pages().byOffset();
            return after -> parts.client()
                    .newCall(options.operation(), name -> objectType, null, from(request, after, byOffset));
        }
        RecordInput record = options.operation().input() == InputShape.RECORD_ID
                ? new RecordReader(bodies).readId(options.message().getBody(), options.recordRules())
                : null;
        int limit = options.pageSize();
        String start = options.text(OptionNames.AFTER);
        ApiCall first = requests.page(record, limit, start);
        return after -> after == null ? first : first.withQueryParameter(OptionNames.AFTER, after);
    }

    private static ObjectNode from(ObjectNode request, String after, boolean byOffset) {
        if (after == null) {
            return request;
        }
        return byOffset
                ? request.deepCopy().put("offset", Long.parseLong(after))
                : request.deepCopy().put("after", after);
    }

    private static ApiAnswer success(CallOptions options, CallResult result) {
        if (result instanceof CallFailure failure) {
            throw FailureExceptions.of(options.operation(), failure);
        }
        ApiAnswer answer = (ApiAnswer) result;
        if (answer.body() == null) {
            throw FailureExceptions.of(options.operation(), CallFailure.withoutResult(answer, FailureKind.UNAVAILABLE));
        }
        return answer;
    }

    private void checkWindow(CallOptions options, JsonNode body) {
        long total = body.path("total").asLong();
        long wanted = options.configuration().getMaxResults();
        if (total > SEARCH_WINDOW && (wanted == 0 || wanted > SEARCH_WINDOW)) {
            throw new HubSpotException(
                    "The search finds " + total + " records, and HubSpot gives at most " + SEARCH_WINDOW
                            + " of one search; narrow its filters, set maxResults, or use operation=list",
                    HubSpotError.local("More hits than one search gives"),
                    null);
        }
    }

    private HubSpotPages.Page page(CallOptions options, ApiAnswer answer) {
        JsonNode body = answer.body();
        String after = options.operation().pages().byOffset()
                ? (body.path("hasMore").asBoolean() ? body.path("offset").asText(null) : null)
                : body.path("paging").path("next").path("after").asText(null);
        return new HubSpotPages.Page(parts.entries(options, answer), after);
    }
}
