package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.config.Matter;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.RequestHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is to be paid in a case (缴费): the hub draws up the bill, the payment platform takes the money. */
@RestController
@RequestMapping("/v1/cases/{number}/payments")
final class PaymentsController {

    private final Access access;
    private final Labels labels;
    private final Answers answers;

    PaymentsController(Access access, Labels labels, Answers answers) {
        this.access = access;
        this.labels = labels;
        this.answers = answers;
    }

    /**
     * One payment.
     *
     * @param step the step that waits for it
     * @param payBefore the last day
     * @param _links {@code next}: where the citizen pays
     */
    record Payment(
            String step,
            String name,
            State state,
            @Nullable Object amountFen,
            @Nullable Object payBefore,
            @Nullable Object paymentReference,
            Map<String, CaseView.Link> _links) {}

    @GetMapping
    Page<Payment> list(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        return new Page<>(payments(access.read(caller, number), caller, Languages.of(http)));
    }

    /** Begins to pay: the bill that is open, with the address where to go next. */
    @PostMapping
    ResponseEntity<Payment> begin(@PathVariable String number, HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var found = access.read(caller, number);
        var key = RequestHeaders.idempotencyKey(http);
        var open = payments(found, caller, Languages.of(http)).stream()
                .filter(payment -> payment._links.containsKey("next"))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.NOTHING_TO_PAY));
        var request = Map.of("path", http.getRequestURI(), "by", access.subjectOf(caller), "step", open.step);
        boolean replayed = answers.once(caller, key, request, () -> {});
        var answer = ResponseEntity.status(201).location(URI.create(http.getRequestURI()));
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        return answer.body(open);
    }

    private List<Payment> payments(CaseSnapshot found, Caller caller, Locale language) {
        return found.steps().values().stream()
                .filter(step -> found.matter().step(step.step()).work() instanceof Matter.Work.Payment)
                .filter(step -> step.item() != null && access.shows(caller, found, step))
                .map(step -> payment(found, step, language))
                .toList();
    }

    private Payment payment(CaseSnapshot found, StepSnapshot step, Locale language) {
        var bill = step.item() instanceof Map<?, ?> item ? item : Map.of();
        Map<String, CaseView.Link> next =
                step.state() == StepState.WAITING && step.facts().get("payUrl") instanceof String url
                        ? Map.of("next", new CaseView.Link(url))
                        : Map.of();
        return new Payment(
                step.key(),
                found.matter().step(step.step()).name().in(language),
                labels.of(step, found.matter(), language),
                bill.get("amountFen"),
                bill.get("payBefore"),
                step.facts().get("paymentReference"),
                next);
    }
}
