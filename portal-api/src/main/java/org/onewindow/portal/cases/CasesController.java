package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.RequestHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one window's counter (一窗受理): takes an application and answers when it is stored. */
@RestController
@RequestMapping("/v1/cases")
final class CasesController {

    private final Access access;
    private final SubmissionDoor door;
    private final Accepted accepted;

    CasesController(Access access, SubmissionDoor door, Accepted accepted) {
        this.access = access;
        this.door = door;
        this.accepted = accepted;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> submit(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.CASES, Role.WINDOW);
        var key = RequestHeaders.idempotencyKey(http);
        return accepted.answer(http, caller, door.take(caller, key, Requests.read(http, caller)));
    }
}
