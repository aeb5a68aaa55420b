// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.IOException;

import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.apache.hc.core5.util.TimeValue;

/** camel-http that reads no status line, header or trailer without an end, which HttpClient does unless it is told not to. */
final class BoundedHttpComponent extends HttpComponent {

    /** Servers refuse longer ones themselves; HubSpot's longest, which set cookies, have some 500 characters. */
    private static final int MAX_LINE = 16_384;

    /** HubSpot's answers have some thirty. */
    private static final int MAX_HEADERS = 200;

    private static final int MAX_INTERIM_ANSWERS = 10;

    private static final int FINAL_ANSWER = 200;

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(MAX_LINE)
            .setMaxHeaderCount(MAX_HEADERS)
            .build();

    /** The same as camel-http's, but for the limits; the class of the registry is what camel-http has. */
    @SuppressWarnings("deprecation")
    @Override
    protected HttpClientConnectionManager createConnectionManager(
            Registry<org.apache.hc.client5.http.socket.ConnectionSocketFactory> registry,
            int maxTotalConnections,
            int connectionsPerRoute,
            SocketConfig defaultSocketConfig) {
        PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager(
                registry,
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.ofMilliseconds(getConnectionTimeToLive()),
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(LIMITS)
                        // A connection hands its limits to its buffer, and not to its parser.
                        .responseParserFactory(limits -> new AnswerParser())
                        .build());
        manager.setMaxTotal(maxTotalConnections);
        manager.setDefaultMaxPerRoute(connectionsPerRoute);
        manager.setDefaultSocketConfig(defaultSocketConfig);
        return manager;
    }

    /** Waits for a final answer behind so many interim ones, with status 1xx, and no longer. */
    private static final class AnswerParser extends DefaultHttpResponseParser {
        private int interim;

        AnswerParser() {
            super(LIMITS);
        }

        @Override
        protected ClassicHttpResponse createMessage(CharArrayBuffer line) throws IOException, HttpException {
            ClassicHttpResponse response = super.createMessage(line);
            interim = response.getCode() < FINAL_ANSWER ? interim + 1 : 0;
            if (interim > MAX_INTERIM_ANSWERS) {
                throw new MessageConstraintException("Maximum count of interim answers exceeded");
            }
            return response;
        }
    }
}
