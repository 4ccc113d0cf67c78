package org.onewindow.routes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.cases.CaseEvent.RetryAsked;
import org.onewindow.cases.StepState;
import org.onewindow.cases.messages.Spoken;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.MessageLine;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Operation;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Mapped;
import org.onewindow.connectors.MappingContext;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.mapping.CanonicalJson;

/** Replays one message: a step that failed is tried again by its case, a look-up is made once more, an act that was done never. */
public final class SingleReplay {

    private static final Duration HOLD_AT_MOST = Duration.ofMinutes(2);

    private final Supplier<ConfigurationTree> tree;
    private final Cases cases;
    private final CaseDesk desk;
    private final DepartmentCalls calls;
    private final Connectors connectors;
    private final MessageDesk messages;
    private final Node node;

    SingleReplay(
            Supplier<ConfigurationTree> tree,
            Cases cases,
            CaseDesk desk,
            DepartmentCalls calls,
            Connectors connectors,
            MessageDesk messages,
            Node node) {
        this.tree = tree;
        this.cases = cases;
        this.desk = desk;
        this.calls = calls;
        this.connectors = connectors;
        this.messages = messages;
        this.node = node;
    }

    /**
     * Asks again.
     *
     * @param by the operator's login
     * @param reason for the trace
     */
    public AskedAgain ask(MessageLine line, String by, String reason) {
        var number = line.number();
        var key = line.step();
        if (number != null && key != null && isFailed(new CaseNumber(number), key)) {
            var decision = desk.tell(new CaseNumber(number), new RetryAsked(node.now(), key, by, reason));
            var refusal = decision.refusal();
            return refusal == null ? new AskedAgain.Retried() : new AskedAgain.Not(refusal);
        }
        var department = tree.get().departments().get(line.department());
        if (department == null || !department.operations().containsKey(line.operation())) {
            return new AskedAgain.Not("not-served");
        }
        var operation = department.operation(line.operation());
        return operation.effect() == Effect.READ ? lookUp(line, department, operation) : new AskedAgain.Not("done");
    }

    private boolean isFailed(CaseNumber number, String key) {
        return cases.find(number)
                .flatMap(found -> found.step(key))
                .filter(step -> step.state() == StepState.RETRYING
                        || step.state() == StepState.STUCK
                        || step.state() == StepState.UNCERTAIN)
                .isPresent();
    }

    private AskedAgain lookUp(MessageLine line, Department department, Operation operation) {
        var request = messages.messages()
                .payload(line.id())
                .map(payload -> request(payload.request()))
                .orElse(null);
        if (request == null) {
            return new AskedAgain.Not("message-unreadable");
        }
        return calls.withinLimits(department, HOLD_AT_MOST, () -> lookUp(line, department, operation, request))
                .orElseGet(() -> new AskedAgain.Not("busy"));
    }

    private AskedAgain lookUp(MessageLine line, Department department, Operation operation, DepartmentRequest request) {
        var key = new EffectKey(UUID.randomUUID());
        return switch (connectors.map(department, operation, request, new MappingContext(key, 1, node.now(), ""))) {
            case Mapped.Unmappable why ->
                new AskedAgain.LookedUp(new DepartmentReply.Refused(why.code(), why.reason()));
            case Mapped.Message message -> {
                var sending = Sending.waiting(key, FreshCorrelation.make(), request, department.timeoutOf(operation));
                var exchanged = connectors.exchange(department, operation, message, sending);
                messages.messages().keep(List.of(messages.exchanges().again(line, request, exchanged)));
                yield new AskedAgain.LookedUp(exchanged.reply());
            }
        };
    }

    private static @Nullable DepartmentRequest request(@Nullable Spoken canonical) {
        try {
            return canonical == null || canonical.cut() ? null : CanonicalJson.request(canonical.text());
        } catch (IOException otherForm) {
            return null;
        }
    }
}
