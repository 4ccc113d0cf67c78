package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.document.LicenceDocumentVerifier;
import org.onewindow.licences.document.LicenceKnowledge;
import org.onewindow.licences.document.Verdict;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Wire;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to say of a document that somebody brings: of a file check by check, of a print its licence's state. */
@RestController
final class VerifyingController {

    private static final long LARGEST = 16L << 20;
    /** Whoever asks without a token. */
    static final Actor ANYBODY = new Actor("anybody", "public", null, null);

    private final LicenceStore store;
    private final Actors actors;
    /** Made when first asked for, as what writes documents is. */
    private final ObjectProvider<LicenceDocumentVerifier> verifier;

    VerifyingController(LicenceStore store, Actors actors, ObjectProvider<LicenceDocumentVerifier> verifier) {
        this.store = store;
        this.actors = actors;
        this.verifier = verifier;
    }

    /**
     * What was found.
     *
     * @param holds whether no check failed
     */
    record Found(boolean holds, List<Check> checks) {}

    /**
     * One check.
     *
     * @param result {@code passed}, {@code failed}, {@code skipped}, or {@code not-reached} because one before it failed
     */
    record Check(String name, String result, String why) {}

    /** What a scanner read from a print, with or without the page's address. */
    record Print(String qr) {}

    /** The licence's state, or unknown. */
    record State(Licence.Status state) {}

    @StoreDoor("verify-document")
    @PostMapping(path = "/v1/licences:verify", consumes = DocumentDesk.OFD, produces = MediaType.APPLICATION_JSON_VALUE)
    Found document(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        Wire.refuseOver(http, LARGEST);
        var document = http.getInputStream().readNBytes((int) LARGEST + 1);
        if (document.length > LARGEST) {
            throw new Refusal(ProblemCode.TOO_LARGE);
        }
        var verdict = verifier.getObject().verify(document, knowledge(actors.of(Caller.of(token))));
        return new Found(
                verdict.holds(),
                verdict.checks().stream().map(VerifyingController::check).toList());
    }

    /** For everybody: state only, and no more of what exists than of what does not. */
    @StoreDoor("verify-print")
    @PostMapping(path = "/v1/qr:verify", consumes = MediaType.APPLICATION_JSON_VALUE)
    State print(HttpServletRequest http, @Nullable JwtAuthenticationToken token) throws IOException {
        var actor = token == null ? ANYBODY : actors.of(Caller.of(token));
        return new State(
                store.prints().verify(actor, Wire.read(http, Print.class).qr()));
    }

    private LicenceKnowledge knowledge(Actor actor) {
        return new LicenceKnowledge() {
            @Override
            public Optional<String> issuer(String typeCode) {
                return store.catalogue()
                        .ofCode(typeCode)
                        .map(type -> type.issuer().name().zhCN());
            }

            @Override
            public Optional<Licence.Status> state(String print) {
                return store.prints().ofOurs(actor, print);
            }
        };
    }

    private static Check check(Verdict.Check check) {
        return new Check(code(check.name()), code(check.result()), check.why());
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
