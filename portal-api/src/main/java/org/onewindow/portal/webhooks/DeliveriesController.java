package org.onewindow.portal.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.cases.Answers;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.RequestHeaders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a client what became of its messages, and sends one more where it asks for that. */
@RestController
@RequestMapping("/v1/webhooks/{id}")
final class DeliveriesController {

    private static final int PAGE_MAX = 100;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final Owners owners;
    private final Deliveries deliveries;
    private final Answers answers;

    DeliveriesController(Owners owners, Deliveries deliveries, Answers answers) {
        this.owners = owners;
        this.deliveries = deliveries;
        this.answers = answers;
    }

    @GetMapping("/deliveries")
    ResponseEntity<Page<DeliveryView>> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            JwtAuthenticationToken token) {
        var webhook = owners.webhook(Caller.of(token), id);
        if (limit < 1
                || limit > PAGE_MAX
                || (after != null && !ID.matcher(after).matches())) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        var found = deliveries.page(webhook, limit + 1, after == null ? Long.MAX_VALUE : Long.parseLong(after));
        var shown = found.subList(0, Math.min(limit, found.size()));
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            var next = "/v1/webhooks/" + id + "/deliveries?limit=" + limit + "&after="
                    + shown.getLast().id();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new Page<>(shown.stream().map(DeliveryView::of).toList()));
    }

    @GetMapping("/deliveries/{delivery}")
    DeliveryView one(@PathVariable String id, @PathVariable String delivery, JwtAuthenticationToken token) {
        return DeliveryView.of(delivery(owners.webhook(Caller.of(token), id), delivery));
    }

    /** Sends a message that tells of nothing; one that arrives switches a disabled webhook on again. */
    @PostMapping("/test")
    ResponseEntity<DeliveryView> test(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var webhook = owners.webhook(caller, id);
        var request = request(http, caller);
        return asked(http, caller, webhook, () -> deliveries.test(webhook, request));
    }

    @PostMapping("/deliveries/{delivery}/redelivery")
    ResponseEntity<DeliveryView> again(
            @PathVariable String id,
            @PathVariable String delivery,
            HttpServletRequest http,
            JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        var webhook = owners.webhook(caller, id);
        var found = delivery(webhook, delivery);
        var request = request(http, caller);
        return asked(http, caller, webhook, () -> deliveries.again(found, request));
    }

    private ResponseEntity<DeliveryView> asked(
            HttpServletRequest http, Caller caller, Webhook webhook, Runnable asking) {
        boolean replayed =
                answers.once(caller, RequestHeaders.idempotencyKey(http), Map.of("path", http.getRequestURI()), asking);
        var made = deliveries
                .askedFor(webhook, request(http, caller))
                .orElseThrow(() -> new Refusal(ProblemCode.DELIVERY_UNKNOWN));
        var answer = ResponseEntity.accepted()
                .location(URI.create("/v1/webhooks/" + webhook.id() + "/deliveries/" + made.id()));
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        return answer.body(DeliveryView.of(made));
    }

    private String request(HttpServletRequest http, Caller caller) {
        return owners.request(caller.client(), RequestHeaders.idempotencyKey(http));
    }

    private Delivery delivery(Webhook webhook, String id) {
        if (!ID.matcher(id).matches()) {
            throw new Refusal(ProblemCode.DELIVERY_UNKNOWN);
        }
        return deliveries
                .find(webhook, Long.parseLong(id))
                .orElseThrow(() -> new Refusal(ProblemCode.DELIVERY_UNKNOWN));
    }
}
