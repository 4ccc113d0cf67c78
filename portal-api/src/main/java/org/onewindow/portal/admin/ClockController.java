package org.onewindow.portal.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.onewindow.config.SharedClock;
import org.onewindow.portal.PortalSettings;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock that hub and simulators share: for the demo and for tests; a production hub does not let it be moved. */
@RestController
@RequestMapping("/v1/admin/clock")
final class ClockController {

    private static final Duration ADVANCE_MAX = Duration.ofDays(3660);

    private final SharedClock clock;
    private final PortalSettings settings;
    private final Access access;

    ClockController(SharedClock clock, PortalSettings settings, Access access) {
        this.clock = clock;
        this.settings = settings;
        this.access = access;
    }

    /**
     * What time it is.
     *
     * @param ahead how far before the machine's own time
     */
    record Time(Instant now, Duration ahead) {}

    /** By how much, such as {@code 8h} or {@code PT8H}. */
    record Advance(String by) {}

    @GetMapping
    Time show(JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR);
        return time();
    }

    @PostMapping(path = "/advance", consumes = MediaType.APPLICATION_JSON_VALUE)
    Time advance(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        access.require(Caller.of(token), Role.OPERATOR);
        if (settings.production()) {
            throw new Refusal(ProblemCode.REFUSED_IN_PRODUCTION);
        }
        clock.advance(duration(Wire.read(http, Advance.class).by()));
        return time();
    }

    private Time time() {
        return new Time(clock.instant(), clock.offset());
    }

    private static Duration duration(String text) {
        var plain = text.strip().toUpperCase(Locale.ROOT);
        try {
            var by = Duration.parse(plain.startsWith("P") ? plain : plain.endsWith("D") ? "P" + plain : "PT" + plain);
            if (!by.isNegative() && by.compareTo(ADVANCE_MAX) <= 0) {
                return by;
            }
        } catch (DateTimeParseException unreadable) {
            throw wrong();
        }
        throw wrong();
    }

    private static Refusal wrong() {
        return new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/by", "wrong-format"));
    }
}
