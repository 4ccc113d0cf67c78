package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Uploads;

/** Bodies over their limits are refused before they are read whole; what fits is streamed. */
class BodyLimitTest {

    private final Api zhang = TestHub.citizen("zhang");

    @Test
    void refusesAJsonBodyThatSaysItIsTooLargeBeforeAByteOfItIsSent() throws IOException {
        assertThat(answerToHeadOnly("/v1/cases", "application/json", (1 << 20) + 1L))
                .isEqualTo("413");
    }

    @Test
    void refusesAnUploadThatSaysItIsTooLargeBeforeAByteOfItIsSent() throws IOException {
        assertThat(answerToHeadOnly("/v1/uploads", "application/pdf", Uploads.MAX_BYTES + 1))
                .isEqualTo("413");
    }

    @Test
    void refusesACallbackThatSaysItIsTooLarge() throws IOException {
        assertThat(answerToHeadOnly("/v1/replies/land-registry/0", "application/json", 1L << 30))
                .isEqualTo("413");
    }

    @Test
    void refusesAStockOfLicencesThatSaysItIsTooLarge() throws IOException {
        var path = "/v1/admin/licences:import?asOf=2026-11-20";

        assertThat(answerToHeadOnly(TestHub.client("operator"), path, "application/x-ndjson", (8 << 20) + 1L))
                .isEqualTo("413");
    }

    @Test
    void refusesAnEndlessJsonBodyAfterTheLimit() {
        var spaces = new Spaces(3L << 20);

        var status = statusOrCut(() -> Api.send(zhang.request("/v1/cases")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "endless")
                .POST(BodyPublishers.ofInputStream(() -> spaces))));

        assertThat(status).isEqualTo(413);
    }

    @Test
    void takesAnUploadOfExactlyTheLimit() {
        var reply = zhang.upload(
                "?type=sale-contract",
                "application/pdf",
                BodyPublishers.ofInputStream(() -> TestPdf.ofSize(Uploads.MAX_BYTES)));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("size").asLong()).isEqualTo(Uploads.MAX_BYTES);
        assertThat(reply.json().path("fileName").asText()).isEqualTo("合同.pdf");
        assertThat(zhang.get(reply.header("Location")).json()).isEqualTo(reply.json());
    }

    @Test
    void refusesAnUploadOfAByteMoreThatDoesNotSaySo() {
        var status = statusOrCut(() -> zhang.upload(
                "", "application/pdf", BodyPublishers.ofInputStream(() -> TestPdf.ofSize(Uploads.MAX_BYTES + 1))));

        assertThat(status).isEqualTo(413);
    }

    @Test
    void refusesWhatAFileIsNot() {
        assertThat(zhang.upload("", "image/png", BodyPublishers.ofByteArray(Application.CONTRACT))
                        .problem())
                .isEqualTo("415 media-type-unsupported");
        assertThat(zhang.upload("", "text/html", BodyPublishers.ofString("<script>"))
                        .problem())
                .isEqualTo("415 media-type-unsupported");
        assertThat(zhang.upload("", "application/pdf", BodyPublishers.noBody()).problem())
                .isEqualTo("422 upload-empty");
        assertThat(zhang.upload("?type=../etc", "application/pdf", BodyPublishers.ofByteArray(Application.CONTRACT))
                        .problem())
                .isEqualTo("400 parameter-invalid");
    }

    @Test
    void holdsNoMoreThanABufferOfAnUploadInMemory() {
        System.gc();
        long before = used();

        zhang.upload("", "application/pdf", BodyPublishers.ofInputStream(() -> TestPdf.ofSize(Uploads.MAX_BYTES)));
        System.gc();

        assertThat(used() - before).isLessThan(8L << 20);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The server may cut the line while the rest is still being sent; what it answered before that counts. */
    private static int statusOrCut(java.util.function.Supplier<Api.Reply> call) {
        return call.get().status();
    }

    private String answerToHeadOnly(String path, String contentType, long length) throws IOException {
        return answerToHeadOnly(zhang, path, contentType, length);
    }

    private static String answerToHeadOnly(Api whose, String path, String contentType, long length) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), TestHub.uri("/").getPort())) {
            socket.setSoTimeout(5_000);
            var head = "POST " + path + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer " + whose.token()
                    + "\r\nIdempotency-Key: head-only\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.valueOf(in.readLine()).substring("HTTP/1.1 ".length()).strip();
        }
    }

    /** Blanks without end. */
    private static class Spaces extends InputStream {

        private long left;

        Spaces(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(left, length);
            Arrays.fill(buffer, from, from + n, (byte) ' ');
            left -= n;
            return n;
        }
    }
}
