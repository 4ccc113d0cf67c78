package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.licences.Refusals.About;
import org.onewindow.licences.Upload;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.materials.MaterialLooks;
import org.onewindow.portal.problem.Asked;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a case bears: which it is, its bytes, and that a window held it against the original. */
@RestController
final class CaseMaterialsController {

    private final Access access;
    private final BorneMaterials borne;
    private final MaterialViews views;
    private final MaterialLooks looks;
    private final Uploads uploads;

    CaseMaterialsController(
            Access access, BorneMaterials borne, MaterialViews views, MaterialLooks looks, Uploads uploads) {
        this.access = access;
        this.borne = borne;
        this.views = views;
        this.looks = looks;
        this.uploads = uploads;
    }

    @GetMapping("/v1/cases/{number}/materials")
    Page<MaterialViews.Item> list(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var found = access.read(caller, number);
        var language = Languages.of(http);
        return new Page<>(borne.of(caller, found).stream()
                .map(material -> views.of(found, material, language))
                .toList());
    }

    /** Streamed; that somebody looked is written down and committed before the first byte is read. */
    @StoreDoor("show-material")
    @GetMapping("/v1/cases/{number}/materials/{id}/content")
    void content(
            @PathVariable String number,
            @PathVariable String id,
            HttpServletRequest http,
            HttpServletResponse response,
            JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        Asked.about(http, About.of(CaseNumber.parse(number).orElse(null)));
        var found = access.read(caller, number);
        var material = borne.find(caller, found, id).orElse(null);
        switch (looks.show(access.actorOf(caller), found.number(), found.request(), material)) {
            case MaterialLooks.Look.Shown(InputStream bytes) -> {
                try (bytes) {
                    send(bytes, upload(material), response);
                }
            }
            case MaterialLooks.Look.Refused(String reason) -> throw refusal(reason);
        }
    }

    private Upload upload(@Nullable MaterialReference material) {
        return Optional.ofNullable(material)
                .map(MaterialReference::upload)
                .flatMap(uploads::ofCase)
                .orElseThrow(() -> new Refusal(ProblemCode.MATERIAL_UNKNOWN));
    }

    /** No browser takes it for a page of the hub's. */
    private static void send(InputStream bytes, Upload upload, HttpServletResponse response) throws IOException {
        var name = ContentDisposition.attachment()
                .filename(upload.fileName(), StandardCharsets.UTF_8)
                .build();
        response.setContentType(upload.contentType());
        response.setContentLengthLong(upload.size());
        response.setHeader("Content-Disposition", name.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        bytes.transferTo(response.getOutputStream());
    }

    private static Refusal refusal(String reason) {
        return new Refusal(reason.equals("over-budget") ? ProblemCode.LOOKS_TOO_MANY : ProblemCode.MATERIAL_UNKNOWN)
                .asWritten();
    }
}
