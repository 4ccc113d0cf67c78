package org.onewindow.simulators.stage;

import java.util.function.Supplier;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Reply;

/** How one HTTP call goes under a mode: the work is done or not, the answer leaves whole, half, late or never. */
public final class Conduct {

    private final Mode mode;
    private final Call call;
    private final Dialect dialect;

    public Conduct(Mode mode, Call call, Dialect dialect) {
        this.mode = mode;
        this.call = call;
        this.dialect = dialect;
    }

    /** A work that fails for a bug leaves through the face as HTTP 500. */
    public Reply perform(Stage stage, Supplier<Answer> work) throws InterruptedException {
        return switch (mode.kind()) {
            case NORMAL, DUPLICATE -> Reply.of(work.get());
            case SLOW -> {
                stage.pause(mode.delay());
                yield Reply.of(work.get());
            }
            case LATE -> {
                var answer = work.get();
                stage.pause(mode.delay());
                yield Reply.of(answer);
            }
            case HANG -> {
                call.outcome("mode hang");
                stage.modes().awaitClearing(mode.delay());
                yield new Reply.Cut();
            }
            case HALF -> new Reply.Half(work.get());
            case EFFECT_THEN_CUT -> {
                var unused = work.get();
                yield new Reply.Cut();
            }
            case DOWN -> {
                call.outcome("mode down");
                yield new Reply.Cut();
            }
            case REFUSE, FAULT, BROKEN, GARBAGE, XXE -> Reply.of(instead(stage, work));
        };
    }

    private Answer instead(Stage stage, Supplier<Answer> work) {
        if (mode.effect()) {
            var unused = work.get();
        }
        call.outcome("mode " + mode.kind().word());
        var operation = call.seen().operation();
        return switch (mode.kind()) {
            case REFUSE -> dialect.refusal(operation);
            case FAULT -> dialect.fault(operation);
            case BROKEN -> Answer.html(500, "<html><body><h1>500 Internal Server Error</h1></body></html>");
            case XXE -> dialect.doctype(stage.canary());
            default -> Answer.of(200, "text/plain; charset=UTF-8", "系统维护中,请稍候 <b>&nbsp;{not: of this contract");
        };
    }
}
