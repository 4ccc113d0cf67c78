package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those who take part do on a case that is under way: agree, add, withdraw, collect. */
@RestController
@RequestMapping("/v1/cases/{number}")
final class CaseActionsController {

    private final Access access;
    private final CaseDoor door;
    private final HandedIn handedIn;
    private final Clock clock;

    CaseActionsController(Access access, CaseDoor door, HandedIn handedIn, Clock clock) {
        this.access = access;
        this.door = door;
        this.handedIn = handedIn;
        this.clock = clock;
    }

    record Confirmation(boolean agree) {}

    record Materials(List<MaterialReference> materials) {
        Materials {
            materials = List.copyOf(materials);
        }
    }

    /** How the result came to the applicant. */
    record Delivery(By by) {
        enum By {
            window,
            mail,
            kiosk,
            electronic
        }
    }

    @PostMapping(path = "/confirmations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Done> confirm(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        var found = access.read(caller, number);
        var body = Wire.read(http, Confirmation.class);
        int party = placeOf(caller, found);
        var event = new CaseEvent.Confirmed(clock.instant(), party, body.agree(), access.subjectOf(caller));
        return Done.answer(201, found, door.tell(http, caller, Wire.tree(body), found.number(), event));
    }

    @PostMapping(path = "/supplements/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Done> supplement(
            @PathVariable String number, @PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        var found = access.asApplicant(caller, number);
        var body = Wire.read(http, Materials.class);
        var materials = handedIn.check(caller, found, id, body.materials());
        var event = new CaseEvent.SupplementHandedIn(clock.instant(), id, materials, access.subjectOf(caller));
        return Done.answer(202, found, door.tell(http, caller, Wire.tree(body), found.number(), event));
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Done> withdraw(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var found = access.asApplicant(caller, number);
        var event = new CaseEvent.WithdrawalAsked(clock.instant(), access.subjectOf(caller));
        return Done.answer(202, found, door.tell(http, caller, "withdrawal", found.number(), event));
    }

    /** Handing out is the window's (统一窗口出件). */
    @PutMapping(path = "/delivery", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Done> deliver(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.WINDOW);
        var found = access.read(caller, number);
        var body = Wire.read(http, Delivery.class);
        var event = new CaseEvent.Collected(clock.instant(), access.subjectOf(caller));
        return Done.answer(200, found, door.tell(http, caller, Wire.tree(body), found.number(), event));
    }

    private static int placeOf(Caller caller, CaseSnapshot found) {
        var person = caller.person();
        var parties = found.request().parties();
        return IntStream.range(0, parties.size())
                .filter(place -> person != null && parties.get(place).isSameAs(person))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOT_ASKED));
    }
}
