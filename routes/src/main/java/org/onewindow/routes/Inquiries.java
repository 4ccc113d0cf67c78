package org.onewindow.routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.TraceContext;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Inquiry;
import org.onewindow.licences.InquiryLog;
import org.onewindow.routes.InquiryAnswer.Answer;
import org.onewindow.routes.InquiryAnswer.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks several departments at once, without a case, within a time budget (Scatter-Gather).
 *
 * <p>One virtual thread a question: no pool that a slow department could fill. What is not there when the budget ends is told as timed
 * out, and the others' answers stand.
 */
public final class Inquiries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

    private final Supplier<ConfigurationTree> tree;
    private final InquiryCalls calls;
    private final InquiryLog log;
    private final MeterRegistry meters;
    private final FormCheck forms = new FormCheck();
    private final ExecutorService scatter = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("inquiry-", 0).factory());

    Inquiries(Supplier<ConfigurationTree> tree, InquiryCalls calls, InquiryLog log, MeterRegistry meters) {
        this.tree = tree;
        this.calls = calls;
        this.log = log;
        this.meters = meters;
    }

    /** What became of an inquiry. */
    public sealed interface Asked {

        record Told(InquiryAnswer answer) implements Asked {}

        record Invalid(List<Violation> violations) implements Asked {}

        record UnknownInquiry() implements Asked {}
    }

    /** Asks about the caller's own data; that it was asked is written down first. */
    public Asked ask(String id, Party caller, Map<String, Object> form) {
        var now = tree.get();
        var inquiry = now.inquiries().get(id);
        if (inquiry == null) {
            return new Asked.UnknownInquiry();
        }
        var violations = forms.check(inquiry.formSchema(), form);
        if (!violations.isEmpty()) {
            return new Asked.Invalid(violations);
        }
        log.note(
                caller,
                id,
                inquiry.asks().values().stream().map(Inquiries::name).toList());
        var timed = Timer.start(meters);
        var answer = gather(now, id, inquiry, request(caller, form));
        timed.stop(meters.timer("hub.inquiries", "inquiry", id, "complete", Boolean.toString(answer.complete())));
        return new Asked.Told(answer);
    }

    private static String name(Inquiry.Ask ask) {
        return ask.department() + "/" + ask.operation();
    }

    private static DepartmentRequest request(Party caller, Map<String, Object> form) {
        return new DepartmentRequest(null, caller, List.of(caller), form, Map.of(), List.of(), null);
    }

    private InquiryAnswer gather(ConfigurationTree now, String id, Inquiry inquiry, DepartmentRequest request) {
        var asks = List.copyOf(inquiry.asks().entrySet());
        List<Callable<Answer>> questions = new ArrayList<>();
        var trace = TraceContext.current();
        asks.forEach(ask -> questions.add(() -> ScopedValue.where(TraceContext.CURRENT, trace)
                .call(() -> timed(now, id, ask.getValue(), request, inquiry.within()))));
        var told = invokeAll(questions, inquiry.within());
        var answers = new LinkedHashMap<String, Answer>();
        for (int i = 0; i < asks.size(); i++) {
            var ask = asks.get(i);
            answers.put(ask.getKey(), answer(told.get(i), ask.getValue().department(), inquiry.within()));
        }
        boolean complete = answers.values().stream().allMatch(one -> one.state() == State.ANSWERED);
        return new InquiryAnswer(answers, complete, now.revision());
    }

    private List<Future<Answer>> invokeAll(List<Callable<Answer>> questions, Duration within) {
        try {
            return scatter.invokeAll(questions, within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the hub is stopping", stopping);
        }
    }

    private static Answer answer(Future<Answer> told, String department, Duration within) {
        try {
            return told.get();
        } catch (CancellationException late) {
            return new Answer(
                    department,
                    State.TIMED_OUT,
                    Map.of(),
                    "no answer within " + within.toSeconds() + " s",
                    within.toMillis());
        } catch (ExecutionException bug) {
            LOG.error("a question to {} failed; the others are answered", department, bug.getCause());
            return new Answer(department, State.UNAVAILABLE, Map.of(), "it could not be asked", 0);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the hub is stopping", stopping);
        }
    }

    private Answer timed(
            ConfigurationTree now, String id, Inquiry.Ask ask, DepartmentRequest request, Duration within) {
        long begin = System.nanoTime();
        var reply = calls.ask(now, id, ask, request, within);
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        return switch (reply) {
            case DepartmentReply.Answered(Map<String, Object> facts) ->
                new Answer(ask.department(), State.ANSWERED, facts, null, ms);
            case DepartmentReply.Refused refused ->
                new Answer(ask.department(), State.REFUSED, Map.of(), refused.reason(), ms);
            case DepartmentReply.Unavailable unavailable ->
                new Answer(ask.department(), State.UNAVAILABLE, Map.of(), unavailable.cause(), ms);
            case DepartmentReply.Uncertain uncertain ->
                new Answer(ask.department(), State.UNAVAILABLE, Map.of(), uncertain.cause(), ms);
            case DepartmentReply.Pending _ ->
                new Answer(ask.department(), State.TIMED_OUT, Map.of(), "it answers later", ms);
            case DepartmentReply.SupplementNeeded _ ->
                new Answer(ask.department(), State.UNAVAILABLE, Map.of(), "it asks for materials", ms);
        };
    }

    @Override
    public void close() {
        scatter.shutdownNow();
    }
}
