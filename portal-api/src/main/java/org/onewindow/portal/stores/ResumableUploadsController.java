package org.onewindow.portal.stores;

import static org.onewindow.licences.inspection.Refusal.TYPE_NOT_ACCEPTED;
import static org.onewindow.licences.inspection.Refusal.TYPE_NOT_AS_DECLARED;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Progress;
import org.onewindow.licences.Received;
import org.onewindow.licences.ResumableUploads;
import org.onewindow.licences.Resumed;
import org.onewindow.licences.Uploads;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files in several requests, over lines that break: tus 1.0.0 with creation, expiration, checksum and termination. */
@RestController
@RequestMapping("/v1/uploads")
final class ResumableUploadsController {

    private static final String BYTES = "application/offset+octet-stream";

    private final ResumableUploads incoming;
    private final Uploads uploads;
    private final Access access;

    ResumableUploadsController(ResumableUploads incoming, Uploads uploads, Access access) {
        this.incoming = incoming;
        this.uploads = uploads;
        this.access = access;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> spoken() {
        return ResponseEntity.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", Tus.EXTENSIONS)
                .header("Tus-Checksum-Algorithm", Tus.ALGORITHMS)
                .header("Tus-Max-Size", Long.toString(Uploads.MAX_BYTES))
                .header(Tus.RESUMABLE, Tus.VERSION)
                .build();
    }

    @PostMapping(headers = Tus.RESUMABLE)
    ResponseEntity<Void> begin(
            @RequestParam(required = false) @Nullable String type,
            HttpServletRequest http,
            HttpServletResponse response,
            JwtAuthenticationToken token) {
        Tus.version(http, response);
        var sender = Senders.of(access, Caller.of(token), http);
        var told = TusMetadata.of(http);
        var contentType = told.get("filetype");
        if (contentType == null) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        var label = new Uploads.Label(
                MaterialType.checked(type), told.getOrDefault("filename", UploadsController.NAMELESS), contentType);
        return switch (incoming.begin(sender, label, Tus.number(http, Tus.LENGTH))) {
            case Resumed.Going(var progress, var replayed) -> created(progress, replayed);
            case Resumed.Over(var end) -> throw unexpected(UploadAnswers.stored(end));
            case Resumed.WrongOffset _, Resumed.ChecksumDiffers _, Resumed.Unknown _ ->
                throw new IllegalStateException("nothing has come yet");
        };
    }

    private static ResponseEntity<Void> created(Progress progress, boolean replayed) {
        var answer = ResponseEntity.created(URI.create("/v1/uploads/" + progress.id()))
                .headers(headers -> headers.setInstant(Tus.EXPIRES, progress.expiresAt()));
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        return answer.build();
    }

    private static IllegalStateException unexpected(Received.Stored stored) {
        return new IllegalStateException(stored.upload().id() + " was taken before its bytes came");
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> progress(
            @PathVariable String id,
            HttpServletRequest http,
            HttpServletResponse response,
            JwtAuthenticationToken token) {
        Tus.version(http, response);
        var progress = incoming.find(id, access.subjectOf(Caller.of(token)))
                .orElseThrow(() -> new Refusal(ProblemCode.UPLOAD_UNKNOWN));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(Tus.LENGTH, Long.toString(progress.length()))
                .headers(headers -> at(headers, progress))
                .build();
    }

    @PatchMapping("/{id}")
    ResponseEntity<Void> append(
            @PathVariable String id,
            HttpServletRequest http,
            HttpServletResponse response,
            JwtAuthenticationToken token)
            throws IOException {
        Tus.version(http, response);
        if (!BYTES.equals(http.getContentType())) {
            throw new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED);
        }
        Wire.refuseOver(http, Uploads.MAX_BYTES);
        var owner = access.subjectOf(Caller.of(token));
        long offset = Tus.number(http, Tus.OFFSET);
        return switch (incoming.append(id, owner, offset, Tus.checksum(http), http.getInputStream())) {
            case Resumed.Going going -> noContent(going.progress());
            case Resumed.Over(var end) -> whole(id, owner, end);
            case Resumed.WrongOffset _ -> throw new Refusal(ProblemCode.UPLOAD_OFFSET);
            case Resumed.ChecksumDiffers _ -> throw new Refusal(ProblemCode.UPLOAD_CHECKSUM);
            case Resumed.Unknown _ -> throw new Refusal(ProblemCode.UPLOAD_UNKNOWN);
        };
    }

    private ResponseEntity<Void> whole(String id, String owner, Received end) {
        if (end instanceof Received.Refused(var reason)
                && (reason == TYPE_NOT_ACCEPTED || reason == TYPE_NOT_AS_DECLARED)) {
            // 415 would be of this request, whose type was right
            throw new Refusal(ProblemCode.UPLOAD_REFUSED, FieldError.of("", reason.code()));
        }
        UploadAnswers.stored(end);
        return incoming.find(id, owner)
                .map(ResumableUploadsController::noContent)
                .orElseThrow(() -> new Refusal(ProblemCode.UPLOAD_UNKNOWN));
    }

    private static ResponseEntity<Void> noContent(Progress progress) {
        return ResponseEntity.noContent()
                .headers(headers -> at(headers, progress))
                .build();
    }

    private static void at(HttpHeaders headers, Progress progress) {
        headers.set(Tus.OFFSET, Long.toString(progress.received()));
        headers.setInstant(Tus.EXPIRES, progress.expiresAt());
    }

    /** Of one that is on its way, or whole and of no use yet: what a case bears is not deleted here. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id, JwtAuthenticationToken token) {
        var owner = access.subjectOf(Caller.of(token));
        boolean whole = uploads.of(id, owner).isPresent();
        if (whole && !uploads.delete(id, owner)) {
            throw new Refusal(ProblemCode.UPLOAD_IN_USE);
        }
        if (!incoming.delete(id, owner) && !whole) {
            throw new Refusal(ProblemCode.UPLOAD_UNKNOWN);
        }
        return ResponseEntity.noContent().header(Tus.RESUMABLE, Tus.VERSION).build();
    }
}
