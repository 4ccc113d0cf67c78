package org.onewindow.connectors;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.Spans;
import org.onewindow.config.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the calls of one department: how many, how long, how they ended, how many are under way; and makes each a span of its trace. */
final class CallWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CallWatch.class);

    /** Buckets for percentiles; a department's own limit is at most a minute. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final String department;
    private final Instruments instruments;
    private final LineGauges gauges;

    CallWatch(String department, LineGauges gauges, Instruments instruments) {
        this.department = department;
        this.gauges = gauges;
        this.instruments = instruments;
    }

    DepartmentReply around(Operation operation, Supplier<DepartmentReply> call) {
        var sample = Timer.start(instruments.meters());
        var kind = "failed";
        gauges.begin();
        try {
            var reply = instruments
                    .spans()
                    .within(
                            Spans.Kind.CLIENT,
                            department + "/" + operation.id(),
                            attributes(operation),
                            call,
                            one -> isSilence(one));
            kind = kindOf(reply);
            if (isSilence(reply)) {
                LOG.info("{} {}: {}", department, operation.id(), kind);
            }
            return reply;
        } finally {
            gauges.end();
            sample.stop(timer(operation, kind));
        }
    }

    private Timer timer(Operation operation, String kind) {
        return Timer.builder("hub.department.calls")
                .description("Calls of departments, by how they ended")
                .tags("department", department, "operation", operation.id(), "outcome", kind)
                .serviceLevelObjectives(BUCKETS)
                .register(instruments.meters());
    }

    private Map<String, String> attributes(Operation operation) {
        return Map.of("hub.department", department, "hub.operation", operation.id());
    }

    private static boolean isSilence(DepartmentReply reply) {
        return reply instanceof DepartmentReply.Unavailable || reply instanceof DepartmentReply.Uncertain;
    }

    private static String kindOf(DepartmentReply reply) {
        return switch (reply) {
            case DepartmentReply.Answered _ -> "answered";
            case DepartmentReply.Pending _ -> "pending";
            case DepartmentReply.SupplementNeeded _ -> "supplement-needed";
            case DepartmentReply.Refused _ -> "refused";
            case DepartmentReply.Unavailable _ -> "unavailable";
            case DepartmentReply.Uncertain _ -> "uncertain";
        };
    }
}
