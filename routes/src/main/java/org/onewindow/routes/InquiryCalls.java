package org.onewindow.routes;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.cases.DepartmentSlots;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Inquiry;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Mapped;

/** The look-ups of inquiries: the same operations and mappings as in cases, the same limits, no trace in a case. */
final class InquiryCalls {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<ConfigurationTree> tree;
    private final Connectors connectors;
    private final DepartmentSlots slots;
    private final Clock clock;

    InquiryCalls(Supplier<ConfigurationTree> tree, Connectors connectors, DepartmentSlots slots, Clock clock) {
        this.tree = tree;
        this.connectors = connectors;
        this.slots = slots;
        this.clock = clock;
    }

    DepartmentReply ask(Inquiry.Ask ask, DepartmentRequest request, Duration within) {
        var department = tree.get().departments().get(ask.department());
        if (department == null) {
            throw new IllegalStateException("no department " + ask.department() + " in this revision of the configuration");
        }
        var slot = slots.acquire(department.id(), department.limits(), within);
        if (slot.isEmpty()) {
            return new DepartmentReply.Unavailable("as many questions as it takes are with it already", null);
        }
        try (var _ = slot.get()) {
            return call(department, ask, request, within);
        }
    }

    private DepartmentReply call(Department department, Inquiry.Ask ask, DepartmentRequest request, Duration within) {
        var operation = department.operation(ask.operation());
        var key = new EffectKey(UUID.randomUUID());
        var context = new Connectors.MappingContext(key, 1, clock.instant(), "");
        return switch (connectors.map(department, operation, request, context)) {
            case Mapped.Unmappable unmappable -> new DepartmentReply.Refused(unmappable.code(), unmappable.reason());
            case Mapped.Message message ->
                connectors.call(
                        department,
                        operation,
                        message,
                        Connectors.Sending.waiting(key, correlation(), request, within));
        };
    }

    private static String correlation() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
