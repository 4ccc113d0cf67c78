package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.authority.Authorised;
import org.onewindow.licences.authority.Basis;
import org.onewindow.licences.authority.Code;
import org.onewindow.licences.authority.Grant;
import org.onewindow.licences.authority.Mode;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.MaskedName;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Showing a licence on a screen (亮证): a code for a minute and one scan. */
@RestController
final class PresentingController {

    private static final Duration SHOWN = Duration.ofSeconds(60);

    private final LicenceStore store;
    private final Actors actors;
    private final Scans scans;
    private final Access access;
    private final Clock clock;

    PresentingController(LicenceStore store, Actors actors, Scans scans, Access access, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.scans = scans;
        this.access = access;
        this.clock = clock;
    }

    /** Which licence is to be shown. */
    record Present(String licence) {}

    /** What the picture says. */
    record Picture(String qr, Instant until) {}

    /** What a scanner read. */
    record Scan(String qr) {}

    /** What it is told: no number, no whole name. */
    record Scanned(String type, Licence.Status state, String holder, Instant asOf) {}

    @StoreDoor("present")
    @PostMapping(path = "/v1/qr", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Picture> present(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        var holder = actors.person(caller);
        var key = RequestHeaders.idempotencyKey(http);
        var licence = Wire.read(http, Present.class).licence();
        var own = store.own().one(holder, licence).orElseThrow(() -> new Refusal(ProblemCode.LICENCE_UNKNOWN)
                .asWritten());
        var now = clock.instant();
        var grant = new Grant(
                Basis.HOLDER_LIVE,
                actors.holder(caller, null),
                Grant.PRESENTING,
                null,
                List.of(own.type()),
                licence,
                List.of(Mode.QR),
                1,
                now,
                now.plus(SHOWN),
                "*",
                null,
                key);
        return switch (store.authorisations().authorise(holder, grant)) {
            case Authorised.Granted(String id, Code code) ->
                ResponseEntity.status(201).body(new Picture(own.type() + '.' + code.text(), grant.until()));
            case Authorised.Refused(String reason)
            when reason.equals("key-reused") -> throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_REUSED).asWritten();
            case Authorised.Refused(String reason) ->
                throw new Refusal(ProblemCode.AUTHORISATION_REFUSED, FieldError.of("", reason)).asWritten();
        };
    }

    @StoreDoor("use-qr")
    @PostMapping(path = "/v1/qr:scan", consumes = MediaType.APPLICATION_JSON_VALUE)
    Scanned scan(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.WINDOW, Role.DEPARTMENT, Role.CASES);
        var qr = Wire.read(http, Scan.class).qr();
        var licence = scans.read(actors.of(caller), qr).licence();
        return new Scanned(
                licence.type(),
                licence.status(),
                MaskedName.of(licence.holders().getFirst().name()),
                licence.asOf());
    }
}
