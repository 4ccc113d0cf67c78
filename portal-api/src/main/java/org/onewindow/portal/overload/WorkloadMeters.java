package org.onewindow.portal.overload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.store.Workload.Queue;
import org.onewindow.cases.store.Workload.Sample;
import org.onewindow.routes.DepartmentLines;
import org.springframework.stereotype.Component;

/** What waits over all nodes, as gauges; every node tells the same, so take one node's or the highest. */
@Component
final class WorkloadMeters {

    private final WorkloadWatch watch;

    WorkloadMeters(WorkloadWatch watch, DepartmentLines departments, MeterRegistry meters) {
        this.watch = watch;
        gauge("hub.alarms.late", "Cases whose alarm is due and has not rung", Sample::late)
                .register(meters);
        gauge("hub.alarms.lag.seconds", "How far the sweepers are behind", sample -> seconds(sample.lag()))
                .register(meters);
        gauge("hub.tasks.open", "What operators have to do", Sample::openTasks).register(meters);
        Arrays.stream(CaseState.values()).filter(CaseState::isOpen).forEach(state -> gauge(
                        "hub.cases.open", "Open cases by state", sample -> sample.openCases()
                                .getOrDefault(state.code(), 0))
                .tag("state", state.code())
                .register(meters));
        departments.all().forEach(department -> ofDepartment(meters, department.id()));
    }

    private void ofDepartment(MeterRegistry meters, String id) {
        gauge("hub.queue.waiting", "Steps that wait to be called", sample -> waiting(sample, id))
                .tag("department", id)
                .register(meters);
        gauge("hub.queue.oldest.seconds", "How long the first of them has waited", sample -> oldest(sample, id))
                .tag("department", id)
                .register(meters);
        gauge("hub.slots.in.use", "Calls under way over all nodes", sample -> sample.slots()
                        .getOrDefault(id, 0))
                .tag("department", id)
                .register(meters);
    }

    private Gauge.Builder<WorkloadWatch> gauge(String name, String description, ToDoubleFunction<Sample> value) {
        return Gauge.builder(name, watch, look -> look.last()
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .description(description);
    }

    private static double waiting(Sample sample, String department) {
        var queue = sample.queues().get(department);
        return queue == null ? 0 : queue.waiting();
    }

    private static double oldest(Sample sample, String department) {
        Queue queue = sample.queues().get(department);
        return queue == null ? 0 : Math.max(0, seconds(Duration.between(queue.oldest(), sample.at())));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
