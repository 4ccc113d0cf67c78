package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.onewindow.cases.CaseMachine;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Code;
import org.onewindow.licences.authority.Mode;
import org.onewindow.licences.authority.Opened;
import org.onewindow.licences.authority.Wish;
import org.onewindow.licences.document.LicenceDocumentVerifier;
import org.onewindow.licences.document.LicenceSheets;
import org.onewindow.licences.document.Verdict;
import org.onewindow.licences.document.Watermark;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Wire;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Licences as documents: a sealed copy for one use, its preview, and what there is to say of a document that somebody brings. */
@RestController
final class DocumentsController {

    /** Whose seal stands on copies; the original bears its issuer's. */
    private static final String HALL = "政务服务大厅";

    private static final long LARGEST = 16L << 20;
    private static final int TAIL = 4;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final LicenceStore store;
    private final Catalogue catalogue;
    private final Actors actors;
    private final DocumentDesk desk;
    private final ObjectProvider<LicenceDocumentVerifier> verifier;
    private final Clock clock;

    DocumentsController(
            LicenceStore store,
            Catalogue catalogue,
            Actors actors,
            DocumentDesk desk,
            ObjectProvider<LicenceDocumentVerifier> verifier,
            Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.actors = actors;
        this.desk = desk;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param holds whether all checks passed
     */
    record Found(boolean holds, List<Check> checks) {}

    /**
     * One check.
     *
     * @param result {@code passed}, {@code failed}, or {@code not-reached} because one before it failed
     */
    record Check(String name, String result, String why) {}

    @PostMapping(path = "/v1/licences:open", consumes = MediaType.APPLICATION_JSON_VALUE, produces = DocumentDesk.OFD)
    ResponseEntity<byte[]> sealed(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        var writer = desk.writer();
        var body = Wire.read(http, OpeningController.Open.class);
        var licence = used(caller, body);
        var type = catalogue.type(body.type());
        var now = clock.instant();
        var use = "仅供%s使用 %s 用证码尾号%s".formatted(caller.client(), MINUTE.format(now), tail(body.code()));
        var today = LocalDate.ofInstant(now, CaseMachine.BEIJING);
        var mark = Watermark.of(type.issuer().name().zhCN(), today, licence.validTo(), use);
        var sheet = LicenceSheets.of(licence, type).noted(mark);
        return DocumentDesk.answer(DocumentDesk.OFD, () -> writer.sealed(sheet, HALL));
    }

    @PostMapping(
            path = "/v1/licences:open",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> preview(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var writer = desk.writer();
        var body = Wire.read(http, OpeningController.Open.class);
        var sheet = LicenceSheets.of(used(Caller.of(token), body), catalogue.type(body.type()));
        return DocumentDesk.answer(MediaType.APPLICATION_PDF_VALUE, () -> writer.preview(sheet));
    }

    @PostMapping(path = "/v1/licences:verify", consumes = DocumentDesk.OFD, produces = MediaType.APPLICATION_JSON_VALUE)
    Found verify(HttpServletRequest http) throws IOException {
        Wire.refuseOver(http, LARGEST);
        var document = http.getInputStream().readNBytes((int) LARGEST + 1);
        if (document.length > LARGEST) {
            throw new Refusal(ProblemCode.TOO_LARGE);
        }
        var verdict = verifier.getObject().verify(document, null);
        return new Found(
                verdict.holds(),
                verdict.checks().stream().map(DocumentsController::check).toList());
    }

    private static Check check(Verdict.Check check) {
        return new Check(code(check.name()), code(check.result()), check.why());
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Licence used(Caller caller, OpeningController.Open body) {
        var wish = new Wish(new Code(body.code()), body.type(), Mode.DOCUMENT, List.of(), body.discloseAfter());
        return switch (store.openings().copy(actors.of(caller), wish)) {
            case Opened.Given(long receipt, Licence licence) -> licence;
            case Opened.Refused refused -> throw UseRefusals.of(refused);
        };
    }

    private static String tail(String code) {
        return code.substring(Math.max(0, code.length() - TAIL));
    }
}
