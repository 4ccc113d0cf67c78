package org.onewindow.portal.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.RetryStops;
import org.onewindow.cases.store.RetrySwitches;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.DepartmentLines;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stop switch of retries: for one department, or for all; obeyed by every node within five seconds. */
@RestController
@RequestMapping("/v1/admin")
final class RetriesController {

    private final RetrySwitches switches;
    private final DepartmentLines lines;
    private final Access access;

    RetriesController(RetrySwitches switches, DepartmentLines lines, Access access) {
        this.switches = switches;
        this.lines = lines;
        this.access = access;
    }

    /** Whether what fails is tried again by itself. */
    enum State {
        @JsonProperty("on")
        ON,
        @JsonProperty("off")
        OFF
    }

    /**
     * How a switch is to stand.
     *
     * @param includeOlder switched on for what failed before as well; null: not
     */
    record Turning(State retries, String reason, @Nullable Boolean includeOlder) {}

    /**
     * How a switch stands.
     *
     * @param department {@code *}: every one
     */
    record View(String department, State retries, boolean includeOlder, String by, String reason, Instant at) {

        static View of(RetrySwitches.Turned turned) {
            return new View(
                    turned.department(),
                    turned.off() ? State.OFF : State.ON,
                    turned.includeOlder(),
                    turned.by(),
                    turned.reason(),
                    turned.at());
        }
    }

    /** Those that were ever turned; all others are on. */
    @GetMapping("/retries")
    Page<View> all(JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return new Page<>(switches.all().stream().map(View::of).toList());
    }

    @PutMapping(path = "/retries", consumes = MediaType.APPLICATION_JSON_VALUE)
    View turnAll(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        return turn(RetryStops.ALL, http, token);
    }

    @PutMapping(path = "/departments/{id}/retries", consumes = MediaType.APPLICATION_JSON_VALUE)
    View turnOne(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        access.require(Caller.of(token), Role.OPERATOR);
        if (lines.of(id).isEmpty()) {
            throw new Refusal(ProblemCode.DEPARTMENT_UNKNOWN);
        }
        return turn(id, http, token);
    }

    private View turn(String department, HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR);
        var turning = Wire.read(http, Turning.class);
        var reason = Reasoned.checked(turning.reason());
        boolean off = turning.retries() == State.OFF;
        boolean older = !off && Boolean.TRUE.equals(turning.includeOlder());
        return View.of(switches.turn(department, off, older, access.subjectOf(caller), reason));
    }
}
