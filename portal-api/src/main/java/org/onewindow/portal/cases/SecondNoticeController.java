package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.onewindow.cases.CaseEvent.NoticeOverridden;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Staff want more than the notice of this round said: told once, and by a supervisor only. */
@RestController
final class SecondNoticeController {

    private final Access access;
    private final CaseDoor door;
    private final SecondNotices notices;
    private final Clock clock;

    SecondNoticeController(Access access, CaseDoor door, SecondNotices notices, Clock clock) {
        this.access = access;
        this.door = door;
        this.notices = notices;
        this.clock = clock;
    }

    @PostMapping(path = "/v1/cases/{number}/one-time-notices", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Done> tellMore(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.WINDOW, Role.SUPERVISOR);
        var found = access.read(caller, number);
        var wanted = Wire.read(http, SecondNotice.class).checked();
        boolean replayed = door.tell(http, caller, Wire.tree(wanted), found.number(), () -> {
            notices.mayBeTold(found, caller.is(Role.SUPERVISOR));
            notices.mayBeDemanded(found, wanted.items());
            return new NoticeOverridden(clock.instant(), wanted.items(), access.subjectOf(caller), wanted.reason());
        });
        return Done.answer(202, found, replayed);
    }
}
