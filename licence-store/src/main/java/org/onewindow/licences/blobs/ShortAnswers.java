package org.onewindow.licences.blobs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Lets of no answer more into memory than an honest one has, for Amazon's library reads refusals and lists to their end; and hears what time
 * the store has.
 */
record ShortAnswers(SdkHttpClient http, Duration longest, StoreClock clock) implements SdkHttpClient {

    private static final int LARGEST = 2 << 20;

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var answer = prepared.call();
                answer.httpResponse().firstMatchingHeader("Date").ifPresent(clock::hear);
                return HttpExecuteResponse.builder()
                        .response(answer.httpResponse())
                        .responseBody(answer.responseBody()
                                .map(body -> AbortableInputStream.create(new Cut(body, longest), body))
                                .orElse(null))
                        .build();
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }

    private static final class Cut extends FilterInputStream {

        private final AbortableInputStream body;
        private final long until;
        private long left = LARGEST;

        Cut(AbortableInputStream body, Duration longest) {
            super(body);
            this.body = body;
            this.until = System.nanoTime() + longest.toNanos();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0 || System.nanoTime() - until > 0) {
                // closing alone would read on, for the connection's sake
                body.abort();
                throw new IOException("the answer is too long, or comes too slowly");
            }
            int n = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, n);
            return n;
        }
    }
}
