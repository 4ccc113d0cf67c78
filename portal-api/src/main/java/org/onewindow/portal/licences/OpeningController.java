package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Code;
import org.onewindow.licences.authority.Mode;
import org.onewindow.licences.authority.Opened;
import org.onewindow.licences.authority.Predicate;
import org.onewindow.licences.authority.Wish;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Uses a code: a question, some fields, or the whole licence; what is answered is written down before. */
@RestController
final class OpeningController {

    private final LicenceStore store;
    private final Actors actors;

    OpeningController(LicenceStore store, Actors actors) {
        this.store = store;
        this.actors = actors;
    }

    /**
     * What is to be shown.
     *
     * @param fields which of them; null: the whole document
     * @param discloseAfter when the holder is told, where a law lets a department wait; null: at once
     */
    record Open(String code, String type, @Nullable List<String> fields, @Nullable Instant discloseAfter) {}

    /**
     * What was shown.
     *
     * @param receipt the use's number in the store, for the case's file
     */
    record Shown(String receipt, Licence licence) {}

    /** A question instead. */
    record Check(String code, String type, Predicate predicate) {}

    /**
     * Its answer.
     *
     * @param receipt null: there is no such licence
     */
    record Checked(Predicate.Truth answer, @Nullable Instant asOf, @Nullable String receipt) {}

    @StoreDoor("use")
    @PostMapping(
            path = "/v1/licences:open",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Shown open(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var body = Wire.read(http, Open.class);
        var fields = Optional.ofNullable(body.fields()).orElse(List.of());
        var mode = body.fields() == null ? Mode.DOCUMENT : Mode.FIELDS;
        var wish = new Wish(new Code(body.code()), body.type(), mode, fields, body.discloseAfter());
        return switch (store.openings().open(actors.of(Caller.of(token)), wish)) {
            case Opened.Given(long receipt, Licence licence) -> new Shown(receipt(receipt), licence);
            case Opened.Refused refused -> throw UseRefusals.of(refused);
        };
    }

    @StoreDoor("use-predicate")
    @PostMapping(path = "/v1/checks", consumes = MediaType.APPLICATION_JSON_VALUE)
    Checked check(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var body = Wire.read(http, Check.class);
        if (!body.predicate().isComplete()) {
            var missing = body.predicate().kind() == Predicate.Kind.VALID_ON ? "/predicate/value" : "/predicate/field";
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of(missing, "required"));
        }
        var field = body.predicate().field();
        var wish = new Wish(
                new Code(body.code()), body.type(), Mode.PREDICATE, field == null ? List.of() : List.of(field), null);
        return switch (store.openings().open(actors.of(Caller.of(token)), wish)) {
            case Opened.Given(long receipt, Licence licence) ->
                new Checked(body.predicate().of(licence), licence.asOf(), receipt(receipt));
            case Opened.Refused(String reason, Licence.Status state)
            when reason.equals("none") -> new Checked(Predicate.Truth.FALSE, null, null);
            case Opened.Refused refused -> throw UseRefusals.of(refused);
        };
    }

    private static String receipt(long use) {
        return "use-" + use;
    }
}
