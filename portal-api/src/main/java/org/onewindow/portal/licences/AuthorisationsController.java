package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.store.Cases;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.Refusals.About;
import org.onewindow.licences.authority.Authorised;
import org.onewindow.licences.authority.Basis;
import org.onewindow.licences.authority.Code;
import org.onewindow.licences.authority.Grant;
import org.onewindow.licences.authority.Mode;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.Asked;
import org.onewindow.portal.problem.EvenTime;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets somebody use licences: for one open case, so often, until then. The code is shown once. */
@RestController
final class AuthorisationsController {

    private static final int USUAL_USES = 3;
    private static final Duration USUAL_TIME = Duration.ofMinutes(15);
    private static final List<Mode> USUAL_MODES = List.of(Mode.PREDICATE, Mode.FIELDS);

    private final LicenceStore store;
    private final Cases cases;
    private final Actors actors;
    private final Access access;
    private final AskedFor asked;
    private final Clock clock;

    AuthorisationsController(
            LicenceStore store, Cases cases, Actors actors, Access access, AskedFor asked, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.actors = actors;
        this.access = access;
        this.asked = asked;
        this.clock = clock;
    }

    /**
     * What is wished for.
     *
     * @param holder whose licences; null: the caller's
     * @param caseNumber the open case that names the holder
     * @param modes null: questions and fields, not the whole document; for a department as far as the matter needs them
     * @param maxUses 1 to 100; null: 3
     * @param until null: in a quarter of an hour
     * @param audience the client that may use the code
     * @param legalGround the article of law, for a department
     */
    record Wished(
            Basis basis,
            Actors.@Nullable Named holder,
            String caseNumber,
            List<String> types,
            @Nullable String licence,
            @Nullable List<Mode> modes,
            @Nullable Integer maxUses,
            @Nullable Instant until,
            String audience,
            @Nullable String legalGround) {}

    /** It stands; {@code code} is told now and never again. */
    record Answer(String id, String code, Instant until, int maxUses) {}

    @StoreDoor("authorise")
    @PostMapping(path = "/v1/authorisations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> authorise(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        EvenTime.begin(http);
        var caller = Caller.of(token);
        var key = RequestHeaders.idempotencyKey(http);
        var wished = Wire.read(http, Wished.class);
        Asked.about(http, about(caller, wished));
        var grant = grant(caller, wished, key);
        return switch (store.authorisations().authorise(actors.of(caller), grant)) {
            case Authorised.Granted(String id, Code code) ->
                ResponseEntity.created(URI.create("/v1/authorisations/" + id))
                        .body(new Answer(id, code.text(), grant.until(), grant.maxUses()));
            case Authorised.Refused(String reason) -> throw refusal(reason).asWritten();
        };
    }

    private About about(Caller caller, Wished wished) {
        var types = wished.types().stream()
                .filter(store.catalogue()::knows)
                .distinct()
                .toList();
        var number = CaseNumber.parse(wished.caseNumber()).orElse(null);
        return new About(actors.whose(caller, wished.holder()), null, types, number);
    }

    private Grant grant(Caller caller, Wished wished, String key) {
        boolean byLaw = wished.basis() == Basis.STATUTORY || wished.basis() == Basis.EMERGENCY;
        access.require(caller, byLaw ? Role.DEPARTMENT : Role.CASES);
        int uses = Optional.ofNullable(wished.maxUses()).orElse(USUAL_USES);
        if (uses < 1 || uses > 100 || wished.types().isEmpty()) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/maxUses", "out-of-bounds"));
        }
        mustBeKnown(wished.types());
        if (!byLaw) {
            mustConsentSeparately(wished.types());
        }
        var number = CaseNumber.parse(wished.caseNumber()).orElseThrow(() -> new Refusal(ProblemCode.CASE_UNKNOWN));
        var found = cases.find(number).orElseThrow(() -> new Refusal(ProblemCode.CASE_UNKNOWN));
        var matter = found.matter();
        if (byLaw) {
            mustTakePart(caller, found, wished.types());
        }
        var need = new NeedOfMatter(matter, byLaw ? asked.beyond(caller, found) : Map.of());
        var now = clock.instant();
        return new Grant(
                wished.basis(),
                actors.holder(caller, wished.holder()),
                matter.code(),
                number,
                wished.types(),
                wished.licence(),
                byLaw
                        ? need.modes(wished.types(), wished.modes(), USUAL_MODES)
                        : Optional.ofNullable(wished.modes()).orElse(USUAL_MODES),
                byLaw ? need.fields(wished.types()) : Map.of(),
                uses,
                now,
                Optional.ofNullable(wished.until()).orElse(now.plus(USUAL_TIME)),
                wished.audience(),
                wished.legalGround(),
                key);
    }

    /** What is no type is neither sensitive nor otherwise: nobody can say what a consent to it would open. */
    private void mustBeKnown(List<String> types) {
        if (!types.stream().allMatch(store.catalogue()::knows)) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/types", "unknown-type"));
        }
    }

    /** Who consents to a look at sensitive personal information consents to that and nothing else (个人信息保护法 art. 29). */
    private void mustConsentSeparately(List<String> types) {
        var catalogue = store.catalogue();
        boolean sensitive = types.stream()
                .anyMatch(type -> catalogue.type(type).sensitivity() == LicenceType.Sensitivity.SENSITIVE);
        if (sensitive && types.stream().distinct().count() > 1) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/types", "separate-consent"));
        }
    }

    /** A department looks for what it does itself; another's case is as unknown to it as one that never was. */
    private void mustTakePart(Caller caller, CaseSnapshot found, List<String> types) {
        if (!access.hasStepIn(caller, found)) {
            throw new Refusal(ProblemCode.CASE_UNKNOWN);
        }
        if (!asked.allOf(types, caller, found)) {
            throw refusal("out-of-scope");
        }
    }

    private static Refusal refusal(String reason) {
        return switch (reason) {
            case "key-reused" -> new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED);
            case "over-budget" -> new Refusal(ProblemCode.LOOKS_TOO_MANY);
            case "no-mandate" -> new Refusal(ProblemCode.MANDATE_NEEDED);
            // whether the case is there or only names somebody else is not told
            case "no-purpose" -> new Refusal(ProblemCode.CASE_UNKNOWN);
            default -> new Refusal(ProblemCode.AUTHORISATION_REFUSED, FieldError.of("", reason));
        };
    }
}
