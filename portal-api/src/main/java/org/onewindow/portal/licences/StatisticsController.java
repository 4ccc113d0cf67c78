package org.onewindow.portal.licences;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.LicencesKept;
import org.onewindow.licences.LicencesUsed;
import org.onewindow.licences.MaterialsAsked;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts for staff, reckoned at each look; they say as of when. */
@RestController
final class StatisticsController {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_DAYS = 30;
    private static final int DAYS_MAX = 366;

    private final LicenceStore store;
    private final Access access;
    private final Clock clock;

    StatisticsController(LicenceStore store, Access access, Clock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /** Licences that came in, and uses. */
    record Licences(Instant asOf, List<LicencesKept> kept, List<LicencesUsed> used) {}

    /** Materials asked of applicants, and not asked. */
    record Materials(Instant asOf, List<MaterialsAsked> matters) {}

    @GetMapping("/v1/statistics/licences")
    Licences licences(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            JwtAuthenticationToken token) {
        var days = days(from, until, token);
        var statistics = store.statistics();
        return new Licences(
                clock.instant(),
                statistics.kept(days.first(), days.last()),
                statistics.used(days.first(), days.last()));
    }

    @GetMapping("/v1/statistics/materials")
    Materials materials(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            JwtAuthenticationToken token) {
        var days = days(from, until, token);
        return new Materials(clock.instant(), store.statistics().asked(days.first(), days.last()));
    }

    private record Days(LocalDate first, LocalDate last) {}

    /** The last thirty days, where nothing is said; at most a year. */
    private Days days(@Nullable String from, @Nullable String until, JwtAuthenticationToken token) {
        access.require(Caller.of(token), Role.OPERATOR, Role.DEPARTMENT, Role.WINDOW, Role.SUPERVISOR);
        try {
            var last = until == null ? LocalDate.ofInstant(clock.instant(), BEIJING) : LocalDate.parse(until);
            var first = from == null ? last.minusDays(USUAL_DAYS) : LocalDate.parse(from);
            if (first.isAfter(last) || first.plusDays(DAYS_MAX).isBefore(last)) {
                throw new Refusal(ProblemCode.PARAMETER_INVALID);
            }
            return new Days(first, last);
        } catch (DateTimeParseException noDay) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
    }
}
