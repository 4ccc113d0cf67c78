package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Upload;
import org.onewindow.licences.Uploads;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files as plain bytes, streamed to the store; their name stands in {@code Content-Disposition}. */
@RestController
@RequestMapping("/v1/uploads")
final class UploadsController {

    static final String NAMELESS = "upload";

    private final Uploads uploads;
    private final Access access;

    UploadsController(Uploads uploads, Access access) {
        this.uploads = uploads;
        this.access = access;
    }

    @PostMapping
    ResponseEntity<Upload> receive(
            @RequestParam(required = false) @Nullable String type,
            HttpServletRequest http,
            JwtAuthenticationToken token)
            throws IOException {
        var sender = Senders.of(access, Caller.of(token), http);
        var material = MaterialType.checked(type);
        Wire.refuseOver(http, Uploads.MAX_BYTES);
        var label = new Uploads.Label(material, fileName(http), contentType(http));
        var stored = UploadAnswers.stored(uploads.receive(sender, label, http.getInputStream()));
        return created(stored.upload(), stored.replayed());
    }

    @GetMapping("/{id}")
    Upload one(@PathVariable String id, JwtAuthenticationToken token) {
        return uploads.of(id, access.subjectOf(Caller.of(token)))
                .orElseThrow(() -> new Refusal(ProblemCode.UPLOAD_UNKNOWN));
    }

    private static ResponseEntity<Upload> created(Upload upload, boolean replayed) {
        var answer = ResponseEntity.created(URI.create("/v1/uploads/" + upload.id()));
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        return answer.body(upload);
    }

    private static String fileName(HttpServletRequest http) {
        var header = http.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        if (header == null) {
            return NAMELESS;
        }
        try {
            var name = ContentDisposition.parse(header).getFilename();
            return name == null ? NAMELESS : name;
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
    }

    private static String contentType(HttpServletRequest http) {
        try {
            var type = MediaType.parseMediaType(String.valueOf(http.getContentType()));
            return type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException none) {
            throw new Refusal(ProblemCode.MEDIA_TYPE_UNSUPPORTED);
        }
    }
}
