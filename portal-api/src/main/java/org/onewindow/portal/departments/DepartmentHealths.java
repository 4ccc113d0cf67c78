package org.onewindow.portal.departments;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onewindow.cases.store.Workload;
import org.onewindow.cases.store.Workload.Answers;
import org.onewindow.portal.overload.WorkloadWatch;
import org.onewindow.portal.text.Words;
import org.onewindow.routes.DepartmentLines;
import org.onewindow.routes.DepartmentLines.Line;
import org.springframework.stereotype.Component;

/** Finds out how departments are doing: from the log of calls and the queues of all nodes, and this node's breakers. */
@Component
final class DepartmentHealths {

    static final Duration LATELY = Duration.ofMinutes(15);

    /** A step that nobody could call for this long waits for a slow department. */
    private static final Duration LONG_WAIT = Duration.ofMinutes(2);

    private final DepartmentLines lines;
    private final WorkloadWatch watch;
    private final Words words;
    private final Clock clock;

    DepartmentHealths(DepartmentLines lines, WorkloadWatch watch, Words words, Clock clock) {
        this.lines = lines;
        this.watch = watch;
        this.words = words;
        this.clock = clock;
    }

    List<DepartmentHealth> all(Locale language) {
        var answers = watch.answers(LATELY);
        return lines.all().stream().map(line -> health(line, answers, language)).toList();
    }

    Optional<DepartmentHealth> of(String id, Locale language) {
        return lines.of(id).map(line -> health(line, watch.answers(LATELY), language));
    }

    private DepartmentHealth health(Line line, Map<String, Answers> allAnswers, Locale language) {
        var answers = allAnswers.getOrDefault(line.id(), Answers.NONE);
        var queue = Optional.ofNullable(watch.now().queues().get(line.id()));
        return new DepartmentHealth(
                line.id(),
                line.name().in(language),
                condition(line, answers, queue, language),
                line.breaker(),
                line.hours(),
                new DepartmentHealth.Calls(
                        (int) LATELY.toMinutes(), answers.good(), answers.bad(), answers.lastGood(), answers.lastBad()),
                new DepartmentHealth.Queue(
                        queue.map(Workload.Queue::waiting).orElse(0),
                        queue.map(Workload.Queue::oldest).orElse(null)));
    }

    private DepartmentHealth.Condition condition(
            Line line, Answers answers, Optional<Workload.Queue> queue, Locale language) {
        var details = new LinkedHashMap<String, String>();
        details.put("answered", Integer.toString(answers.good()));
        details.put("failed", Integer.toString(answers.bad()));
        details.put("minutes", Long.toString(LATELY.toMinutes()));
        details.put("hours", String.valueOf(line.hours()));
        details.put(
                "waiting", Integer.toString(queue.map(Workload.Queue::waiting).orElse(0)));
        details.put("oldest", Long.toString(waited(queue).toMinutes()));
        var code = code(line, answers, waited(queue));
        return new DepartmentHealth.Condition(
                code,
                words.of("state.department." + code, language),
                words.of("why.department." + code, language, details));
    }

    private static String code(Line line, Answers answers, Duration waited) {
        if (line.disabled()) {
            return "disabled";
        }
        if (line.untilOpening() != null) {
            return "closed";
        }
        if (line.breaker().equals("open") || (answers.bad() > 0 && answers.good() == 0)) {
            return "unreachable";
        }
        if (answers.bad() > answers.good()) {
            return "troubled";
        }
        if (waited.compareTo(LONG_WAIT) > 0) {
            return "slow";
        }
        return answers.good() == 0 ? "idle" : "well";
    }

    private Duration waited(Optional<Workload.Queue> queue) {
        return queue.map(one -> Duration.between(one.oldest(), clock.instant())).orElse(Duration.ZERO);
    }
}
