package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Code;
import org.onewindow.licences.authority.Mode;
import org.onewindow.licences.authority.Opened;
import org.onewindow.licences.authority.Wish;
import org.onewindow.licences.document.LicenceDocuments;
import org.onewindow.licences.document.Sheet;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Copies of licences for one use: sealed by the hall, or how they look; both say for whom and what they are. */
@RestController
final class CopiesController {

    private final LicenceStore store;
    private final Actors actors;
    private final CopySheets sheets;
    private final DocumentDesk desk;

    CopiesController(LicenceStore store, Actors actors, CopySheets sheets, DocumentDesk desk) {
        this.store = store;
        this.actors = actors;
        this.sheets = sheets;
        this.desk = desk;
    }

    @StoreDoor("use-document")
    @PostMapping(path = "/v1/licences:open", consumes = MediaType.APPLICATION_JSON_VALUE, produces = DocumentDesk.OFD)
    ResponseEntity<byte[]> sealed(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var writer = desk.writer();
        var sheet = used(http, token);
        return DocumentDesk.answer(DocumentDesk.OFD, () -> writer.sealed(sheet, LicenceDocuments.HALL));
    }

    @StoreDoor("use-document")
    @PostMapping(
            path = "/v1/licences:open",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> preview(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var writer = desk.writer();
        var sheet = used(http, token);
        return DocumentDesk.answer(MediaType.APPLICATION_PDF_VALUE, () -> writer.preview(sheet));
    }

    private Sheet used(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        var body = Wire.read(http, OpeningController.Open.class);
        var wish = new Wish(new Code(body.code()), body.type(), Mode.DOCUMENT, List.of(), body.discloseAfter());
        return switch (store.openings().copy(actors.of(caller), wish)) {
            case Opened.Given given -> sheets.of(given, caller.department(), body.code());
            case Opened.Refused refused -> throw UseRefusals.of(refused);
        };
    }
}
