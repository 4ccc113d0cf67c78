package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.store.Cases;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.Sensed;
import org.onewindow.licences.Sensing;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.EvenTime;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * That licences exist, and in what state: nothing of what stands on them. Of others only by who works on an open case that names them, and
 * only what its matter asks for; whatever else is wished looks like no case at all.
 */
@RestController
final class SensingController {

    private final LicenceStore store;
    private final Cases cases;
    private final Actors actors;
    private final Access access;
    private final AskedFor asked;

    SensingController(LicenceStore store, Cases cases, Actors actors, Access access, AskedFor asked) {
        this.store = store;
        this.cases = cases;
        this.actors = actors;
        this.access = access;
        this.asked = asked;
    }

    /**
     * A look.
     *
     * @param holder null: the caller
     * @param caseNumber the open case that names the holder; null: the caller looks at their own
     */
    record Look(List<String> types, Actors.@Nullable Named holder, @Nullable String caseNumber) {}

    /** What exists. */
    record Existing(
            String type,
            String issuer,
            Licence.Status state,
            LocalDate issuedOn,
            @Nullable LocalDate validTo,
            Instant asOf) {

        static Existing of(Sensed one) {
            return new Existing(one.type(), one.issuer(), one.state(), one.issuedOn(), one.validTo(), one.asOf());
        }
    }

    @StoreDoor("sense")
    @PostMapping(path = "/v1/licences:sense", consumes = MediaType.APPLICATION_JSON_VALUE)
    Page<Existing> sense(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        EvenTime.begin(http);
        var caller = Caller.of(token);
        var look = Wire.read(http, Look.class);
        var number = look.caseNumber() == null
                ? null
                : CaseNumber.parse(look.caseNumber()).orElse(null);
        boolean may = number != null
                && cases.find(number)
                        .filter(found -> access.worksOn(caller, found) && asked.allOf(look.types(), caller, found))
                        .isPresent();
        var wanted = new Sensing.Look(actors.holder(caller, look.holder()), look.types(), number, may);
        return switch (store.sensing().look(actors.of(caller), wanted)) {
            case Sensing.Answer.Found(List<Sensed> licences) ->
                new Page<>(licences.stream().map(Existing::of).toList());
            case Sensing.Answer.Refused(String reason) ->
                throw new Refusal(reason.equals("over-budget") ? ProblemCode.LOOKS_TOO_MANY : ProblemCode.CASE_UNKNOWN)
                        .asWritten();
        };
    }
}
