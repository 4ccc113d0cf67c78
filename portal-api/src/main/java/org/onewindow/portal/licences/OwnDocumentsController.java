package org.onewindow.portal.licences;

import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Opened;
import org.onewindow.licences.document.LicenceSheets;
import org.onewindow.licences.document.Marks;
import org.onewindow.licences.document.Originals;
import org.onewindow.licences.document.Sheet;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The holder's own signed document of a licence, with its issuer's seal, and how it looks. */
@RestController
final class OwnDocumentsController {

    private final LicenceStore store;
    private final Originals originals;
    private final Actors actors;
    private final DocumentDesk desk;
    private final PrintCodes codes;

    OwnDocumentsController(
            LicenceStore store, Originals originals, Actors actors, DocumentDesk desk, PrintCodes codes) {
        this.store = store;
        this.originals = originals;
        this.actors = actors;
        this.desk = desk;
        this.codes = codes;
    }

    @StoreDoor("own-document")
    @GetMapping(path = "/v1/me/licences/{id}/document", produces = DocumentDesk.OFD)
    ResponseEntity<byte[]> sealed(@PathVariable String id, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var holder = actors.person(caller);
        var writer = desk.writer();
        var look = look(caller, id);
        return DocumentDesk.answer(
                DocumentDesk.OFD,
                () -> originals.document(holder, look, () -> {
                    var sheet = sheet(look);
                    return writer.sealed(sheet, sheet.issuer());
                }));
    }

    @StoreDoor("own-document")
    @GetMapping(path = "/v1/me/licences/{id}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> preview(@PathVariable String id, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var writer = desk.writer();
        var sheet = sheet(look(caller, id));
        return DocumentDesk.answer(MediaType.APPLICATION_PDF_VALUE, () -> writer.preview(sheet));
    }

    private Opened.Given look(Caller caller, String id) {
        return switch (originals.look(actors.person(caller), id)) {
            case Opened.Given given -> given;
            case Opened.Refused(String reason, var state)
            when reason.equals("none") -> throw new Refusal(ProblemCode.LICENCE_UNKNOWN).asWritten();
            case Opened.Refused refused -> throw UseRefusals.of(refused);
        };
    }

    private Sheet sheet(Opened.Given look) {
        var licence = look.licence();
        var type = store.catalogue().type(licence.type());
        return LicenceSheets.of(licence, type).marked(Marks.original(type, licence, codes.of(licence, null)));
    }
}
