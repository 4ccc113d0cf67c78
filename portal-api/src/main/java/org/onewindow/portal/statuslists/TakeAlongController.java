package org.onewindow.portal.statuslists;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.onewindow.canonical.Party;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.status.TakenAlong;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.MaskedName;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A holder takes a licence along where verifiers have no line: signed, no number, no whole name, its state by its issuer's list. */
@RestController
final class TakeAlongController {

    private final LicenceStore store;
    private final StatusIssues issues;
    private final StatusKeys keys;
    private final Access access;
    private final Clock clock;

    TakeAlongController(LicenceStore store, StatusIssues issues, StatusKeys keys, Access access, Clock clock) {
        this.store = store;
        this.issues = issues;
        this.keys = keys;
        this.access = access;
        this.clock = clock;
    }

    /** Which licence. */
    record Wanted(String licence) {}

    /** What a picture is made of. */
    record Taken(String qr, Instant until) {}

    @StoreDoor("take-along")
    @PostMapping(path = "/v1/qr:take-along", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Taken> take(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        var person = access.personOf(caller);
        var actor = access.actorOf(caller);
        var key = keys.get();
        var wanted = Wire.read(http, Wanted.class);
        var licence = store.own()
                .one(actor, wanted.licence())
                .orElseThrow(() -> new Refusal(ProblemCode.LICENCE_UNKNOWN).asWritten());
        return switch (store.statusLists().takeAlong(actor, licence.id(), licence.type())) {
            case TakenAlong.Placed placed -> {
                var qr = key.sign("licence+jwt", claims(licence, person, placed));
                yield ResponseEntity.status(201).body(new Taken(qr, placed.until()));
            }
            case TakenAlong.Refused(String reason) ->
                throw new Refusal(ProblemCode.USE_REFUSED, FieldError.of("", reason)).asWritten();
        };
    }

    private JWTClaimsSet claims(Licence licence, Party person, TakenAlong.Placed placed) {
        var place = Map.of("idx", placed.place(), "uri", issues.uri(placed.issuer()));
        return new JWTClaimsSet.Builder()
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(placed.until()))
                .claim("type", licence.type())
                .claim("holder", MaskedName.of(person.name()))
                .claim("status", Map.of("status_list", place))
                .build();
    }
}
