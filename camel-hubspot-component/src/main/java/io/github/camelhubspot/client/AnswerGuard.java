// SPDX-License-Identifier: Apache-2.0
package io.github.camelhubspot.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Stands between HttpClient and camel-http, so that no answer can make either of them do more than hand on its bytes. */
final class AnswerGuard {

    private AnswerGuard() {}

    /** Puts the guard into a client that is being built, which then repeats, follows and keeps nothing by itself. */
    static void configure(HttpClientBuilder builder) {
        builder.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorFirst("hubspot-bytes", AnswerGuard::onlyBytes)
                .addExecInterceptorAfter(ChainElement.COMPRESS.name(), "hubspot-coded-once", AnswerGuard::codedOnce);
    }

    private static ClassicHttpResponse onlyBytes(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        // It is JSON whatever it says: camel-http would make a Java object of it, or unpack it once more.
        response.removeHeaders(HttpHeaders.CONTENT_TYPE);
        response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        if (response.getEntity() != null) {
            response.setEntity(new HttpEntityWrapper(response.getEntity()) {
                @Override
                public InputStream getContent() throws IOException {
                    return new Body(super.getContent(), scope.execRuntime::discardEndpoint);
                }
            });
        }
        return response;
    }

    /** Each coding takes memory of its own, and HttpClient unpacks as many as the server names. */
    private static ClassicHttpResponse codedOnce(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        String coding = entity == null ? null : entity.getContentEncoding();
        if (coding != null && coding.contains(",")) {
            scope.execRuntime.discardEndpoint();
            throw new IOException("it is packed several times over");
        }
        return response;
    }

    /** Drops the connection of a body, whatever is still to come; does nothing to a stream that is no such body. */
    static void abort(InputStream body) {
        if (body instanceof Body guarded) {
            guarded.abort.run();
        }
    }

    /** HttpClient's messages quote what the server sent, which may be what we sent to it, and ours end in logs. */
    static IOException withoutQuotes(IOException e) {
        if (!(e instanceof ClientProtocolException || e instanceof MalformedChunkCodingException)) {
            return e;
        }
        Throwable root = e.getCause() == null ? e : e.getCause();
        return new IOException(
                "it is no HTTP that can be read (" + root.getClass().getSimpleName() + ")");
    }

    /** Closing a stream of HttpClient's reads it to its end; this one can also be dropped with its connection. */
    private static final class Body extends FilterInputStream {
        private final Runnable abort;

        Body(InputStream in, Runnable abort) {
            super(in);
            this.abort = abort;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw withoutQuotes(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                throw withoutQuotes(e);
            }
        }
    }
}
