package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Uploads;

/** An upload in several requests over HTTP, as clients of tus 1.0.0 send it. */
class ResumableUploadTest {

    private final Api zhang = TestHub.citizen("zhang");
    private final byte[] pdf = TestPdf.saying(UUID.randomUUID().toString());

    @Test
    void takesAFileInPartsAndUsesItAsAnyOther() throws IOException {
        var begun = begin(UUID.randomUUID().toString(), "application/pdf", pdf.length);
        var place = begun.header("Location");

        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(patch(place, 0, Arrays.copyOf(pdf, 100)).status()).isEqualTo(204);
        assertThat(zhang.get(place).problem()).isEqualTo("404 upload-unknown");
        var head = head(place);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Upload-Offset")).isEqualTo("100");
        assertThat(head.header("Upload-Length")).isEqualTo(Integer.toString(pdf.length));
        assertThat(head.header("Cache-Control")).contains("no-store");
        assertThat(expiry(head)).isAfter(TestHub.clock().instant().plus(Duration.ofHours(23)));
        var last = patch(place, 100, Arrays.copyOfRange(pdf, 100, pdf.length));

        assertThat(last.status()).isEqualTo(204);
        assertThat(last.header("Upload-Offset")).isEqualTo(Integer.toString(pdf.length));
        var upload = zhang.get(place).json();
        assertThat(upload.path("fileName").asText()).isEqualTo("合同.pdf");
        assertThat(upload.path("type").asText()).isEqualTo("sale-contract");
        assertThat(TestHub.bean(Uploads.class).open(upload.path("id").asText())).hasBinaryContent(pdf);
        assertThat(TestHub.citizen("wang").get(place).problem()).isEqualTo("404 upload-unknown");
        assertThat(delete(place).status()).isEqualTo(204);
        assertThat(zhang.get(place).problem()).isEqualTo("404 upload-unknown");
    }

    /** Where the bytes go is away, the database is there: 503, and what has come is not sent again. */
    @Test
    void losesNothingWhileThePlaceOfTheBytesIsAway() throws IOException {
        var place = begin(UUID.randomUUID().toString(), "application/pdf", pdf.length)
                .header("Location");
        var shelf = TestHub.bean(Shelf.class);

        shelf.away(true);
        try {
            var last = patch(place, 0, pdf);
            assertThat(last.problem()).isEqualTo("503 temporarily-unavailable");
            assertThat(last.header("Retry-After")).isEqualTo("5");
            assertThat(zhang.upload("", "application/pdf", BodyPublishers.ofByteArray(pdf))
                            .problem())
                    .isEqualTo("503 temporarily-unavailable");
            assertThat(zhang.get(place).problem()).isEqualTo("404 upload-unknown");
        } finally {
            shelf.away(false);
        }

        assertThat(patch(place, pdf.length, new byte[0]).status()).isEqualTo(204);
        assertThat(TestHub.bean(Uploads.class).open(place.substring(place.lastIndexOf('/') + 1)))
                .hasBinaryContent(pdf);
    }

    @Test
    void saysWhatItSpeaks() {
        var reply = Api.send(zhang.request("/v1/uploads").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(reply.header("Tus-Extension")).isEqualTo("creation,expiration,checksum,termination");
        assertThat(reply.header("Tus-Max-Size")).isEqualTo(Long.toString(Uploads.MAX_BYTES));
        assertThat(reply.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
    }

    @Test
    void answersTheSameKeyWithTheSameUpload() {
        var key = UUID.randomUUID().toString();
        var first = begin(key, "application/pdf", pdf.length);

        var again = begin(key, "application/pdf", pdf.length);

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(begin(key, "application/pdf", 5).problem()).isEqualTo("422 idempotency-key-reused");
        assertThat(Api.send(beginning("application/pdf", pdf.length)).problem())
                .isEqualTo("400 idempotency-key-missing");
    }

    @Test
    void refusesWhatDoesNotGoOn() throws Exception {
        var place = begin(UUID.randomUUID().toString(), "application/pdf", pdf.length)
                .header("Location");
        var sha1 = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(Arrays.copyOf(pdf, 10)));

        assertThat(patch(place, 1, new byte[10]).problem()).isEqualTo("409 upload-offset");
        assertThat(Api.send(patching(place, 0, new byte[10]).header("Upload-Checksum", "sha1 " + sha1))
                        .problem())
                .isEqualTo("460 upload-checksum");
        assertThat(Api.send(patching(place, 0, new byte[10]).header("Upload-Checksum", "crc32 AAAA"))
                        .problem())
                .isEqualTo("400 parameter-invalid");
        assertThat(patch(place, 0, new byte[pdf.length + 1]).problem()).isEqualTo("413 too-large");
        assertThat(head(place).header("Upload-Offset")).isEqualTo("0");
        assertThat(Api.send(patching(place, 0, Arrays.copyOf(pdf, 10)).header("Upload-Checksum", "sha1 " + sha1))
                        .status())
                .isEqualTo(204);
        assertThat(Api.send(patching(TestHub.citizen("wang"), place, 10, new byte[1]))
                        .problem())
                .isEqualTo("404 upload-unknown");
    }

    @Test
    void refusesAnotherVersionAndSaysItsOwn() {
        var place = begin(UUID.randomUUID().toString(), "application/pdf", pdf.length)
                .header("Location");

        var reply = Api.send(zhang.request(place)
                .header("Tus-Resumable", "0.2.2")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .method("PATCH", BodyPublishers.ofByteArray(pdf)));

        assertThat(reply.problem()).isEqualTo("412 upload-protocol");
        assertThat(reply.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(Api.send(zhang.request(place).method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void saysWhyAndKeepsNothingWhereTheInspectionRefuses() {
        var html = "<script>".getBytes(StandardCharsets.US_ASCII);
        var place = begin(UUID.randomUUID().toString(), "application/pdf", html.length)
                .header("Location");

        var reply = patch(place, 0, html);

        assertThat(reply.problem()).startsWith("422 upload-refused");
        assertThat(reply.json().path("errors").path(0).path("code").asText()).isEqualTo("type-not-accepted");
        assertThat(head(place).status()).isEqualTo(404);
    }

    @Test
    void refusesBeginningsThatMakeNoSense() {
        var key = UUID.randomUUID().toString();

        assertThat(begin(key, "application/pdf", Uploads.MAX_BYTES + 1).problem())
                .isEqualTo("413 too-large");
        assertThat(begin(key, "application/pdf", 0).problem()).isEqualTo("422 upload-empty");
        assertThat(begin(key, "application/pdf", -1).problem()).isEqualTo("400 parameter-invalid");
        assertThat(Api.send(zhang.request("/v1/uploads")
                                .header("Tus-Resumable", "1.0.0")
                                .header("Idempotency-Key", key)
                                .header("Upload-Length", "10")
                                .header("Upload-Metadata", "filetype *")
                                .POST(BodyPublishers.noBody()))
                        .problem())
                .isEqualTo("400 parameter-invalid");
        assertThat(Api.send(beginning(TestHub.department("tax"), "application/pdf", 10)
                                .header("Idempotency-Key", key))
                        .problem())
                .isEqualTo("403 not-allowed");
    }

    private Api.Reply begin(String key, String contentType, long length) {
        return Api.send(beginning(contentType, length).header("Idempotency-Key", key));
    }

    private HttpRequest.Builder beginning(String contentType, long length) {
        return beginning(zhang, contentType, length);
    }

    private static HttpRequest.Builder beginning(Api who, String contentType, long length) {
        return who.request("/v1/uploads?type=sale-contract")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(length))
                .header("Upload-Metadata", "filename " + base64("合同.pdf") + ",filetype " + base64(contentType))
                .POST(BodyPublishers.noBody());
    }

    private Api.Reply patch(String place, long offset, byte[] bytes) {
        return Api.send(patching(place, offset, bytes));
    }

    private HttpRequest.Builder patching(String place, long offset, byte[] bytes) {
        return patching(zhang, place, offset, bytes);
    }

    private static HttpRequest.Builder patching(Api who, String place, long offset, byte[] bytes) {
        return who.request(place)
                .header("Tus-Resumable", "1.0.0")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", BodyPublishers.ofByteArray(bytes));
    }

    private Api.Reply head(String place) {
        return Api.send(zhang.request(place).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody()));
    }

    private Api.Reply delete(String place) {
        return Api.send(zhang.request(place).DELETE());
    }

    private static java.time.Instant expiry(Api.Reply reply) {
        return ZonedDateTime.parse(reply.header("Upload-Expires"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
