// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

import io.github.camelhubspot.api.HubSpotError;

/**
 * A call that HubSpot refused or did not answer.
 *
 * <p>The message says what was refused and what to do and holds no value of any record, since messages end in logs; what
 * HubSpot said is in {@link #getError()}.
 */
public class HubSpotException extends RuntimeCamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final transient HubSpotError error;
    private int httpResponseCode;
    private String httpResponseStatus;

    public HubSpotException(String message, HubSpotError error, Throwable cause) {
        super(message, cause);
        this.error = error;
        this.httpResponseCode = error == null ? 0 : error.status();
        this.httpResponseStatus = error == null ? null : error.category();
    }

    /** What HubSpot said; null where it said nothing, and after the exception was serialised. */
    public HubSpotError getError() {
        return error;
    }

    /** HubSpot's category, such as {@code VALIDATION_ERROR}; may be null. */
    public String getCategory() {
        return error == null ? null : error.category();
    }

    /** HubSpot's sub-category; may be null. */
    public String getSubCategory() {
        return error == null ? null : error.subCategory();
    }

    /** The id under which HubSpot's support finds the call; may be null. */
    public String getCorrelationId() {
        return error == null ? null : error.correlationId();
    }

    /** The HTTP status, 0 where no answer came. */
    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int code) {
        this.httpResponseCode = code;
    }

    @Override
    public String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(String status) {
        this.httpResponseStatus = status;
    }
}
