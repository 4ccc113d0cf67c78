package org.onewindow.portal.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.WorkingDays;
import org.springframework.stereotype.Component;

/** Counts the working days of a case for those who look at it. */
@Component
final class CaseTimes {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Supplier<ConfigurationTree> tree;
    private final Clock clock;

    CaseTimes(Supplier<ConfigurationTree> tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    CaseView.Limit limit(CaseSnapshot found) {
        var limits = found.limits();
        var started = limits.startedOn();
        if (started == null) {
            return new CaseView.Limit(null, null, 0, 0, false);
        }
        var days = tree.get().workingDays();
        var finished = found.finishedAt();
        var end = finished == null ? clock.instant() : finished;
        int paused = limits.suspensions().stream()
                .mapToInt(one -> between(days, one.from(), one.to() == null ? end : one.to()))
                .sum();
        int used = Math.max(0, days.between(started, dayOf(end)) - paused);
        return new CaseView.Limit(limits.statutoryDueOn(), limits.dueOn(), used, paused, limits.provisional());
    }

    private static int between(WorkingDays days, Instant from, Instant to) {
        return days.between(dayOf(from), dayOf(to));
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, BEIJING);
    }
}
