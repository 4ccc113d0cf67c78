package org.onewindow.portal.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.portal.cases.Answers;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.text.Words;
import org.onewindow.portal.wire.Page;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a client say where it wants to be told of the cases it submitted. */
@RestController
@RequestMapping("/v1/webhooks")
final class WebhooksController {

    private static final int PER_CLIENT = 20;
    private static final int ID_DIGITS = 24;

    private final Owners owners;
    private final Webhooks webhooks;
    private final Wishes wishes;
    private final Answers answers;
    private final Words words;
    private final IdentityHash hubsOwn;
    private final Clock clock;

    WebhooksController(
            Owners owners,
            Webhooks webhooks,
            Wishes wishes,
            Answers answers,
            Words words,
            IdentityHash hubsOwn,
            Clock clock) {
        this.owners = owners;
        this.webhooks = webhooks;
        this.wishes = wishes;
        this.answers = answers;
        this.words = words;
        this.hubsOwn = hubsOwn;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WebhookView> register(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = Caller.of(token);
        var client = owners.client(caller);
        var key = RequestHeaders.idempotencyKey(http);
        var wish = Wire.read(http, Wish.class);
        wishes.check(wish);
        // found again when the request is repeated
        var id = "whk_" + owners.request(client, key).substring(0, ID_DIGITS);
        var request = Map.of("path", http.getRequestURI(), "body", Wire.tree(wish));
        boolean replayed = answers.once(caller, key, request, () -> create(client, id, wish));
        var made = owners.webhook(caller, id);
        var answer = ResponseEntity.status(201).location(URI.create("/v1/webhooks/" + id));
        if (replayed) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        return answer.body(view(made, Secret.of(made, hubsOwn).text(), http));
    }

    private void create(String client, String id, Wish wish) {
        if (webhooks.of(client).size() >= PER_CLIENT) {
            throw new Refusal(ProblemCode.WEBHOOKS_TOO_MANY);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        webhooks.create(new Webhook(id, client, wish.url(), wish.events(), wish.description(), now, null, null, null));
    }

    @GetMapping
    Page<WebhookView> list(HttpServletRequest http, JwtAuthenticationToken token) {
        return new Page<>(webhooks.of(owners.client(Caller.of(token))).stream()
                .map(one -> view(one, null, http))
                .toList());
    }

    @GetMapping("/{id}")
    WebhookView one(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) {
        return view(owners.webhook(Caller.of(token), id), null, http);
    }

    /** With its log; what is under way may still arrive. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id, JwtAuthenticationToken token) {
        if (!webhooks.delete(owners.client(Caller.of(token)), id)) {
            throw new Refusal(ProblemCode.WEBHOOK_UNKNOWN);
        }
        return ResponseEntity.noContent().build();
    }

    private WebhookView view(Webhook webhook, @Nullable String secret, HttpServletRequest http) {
        return WebhookView.of(webhook, secret, words, Languages.of(http));
    }
}
