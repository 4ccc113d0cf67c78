package org.onewindow.portal.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.text.Words;

/**
 * A webhook as its client sees it.
 *
 * @param status whether it is told: active, failing, disabled
 * @param why it is disabled, in plain words
 * @param secret only in the answer that made it
 */
record WebhookView(
        String id,
        String url,
        List<String> events,
        @Nullable String description,
        String status,
        @Nullable String why,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable String secret,
        Map<String, Link> _links) {

    static WebhookView of(Webhook webhook, @Nullable String secret, Words words, Locale language) {
        var self = "/v1/webhooks/" + webhook.id();
        var why = webhook.disabledWhy();
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.events(),
                webhook.description(),
                status(webhook),
                why == null ? null : words.of("webhook.disabled." + why, language),
                webhook.createdAt(),
                webhook.failingSince(),
                webhook.disabledAt(),
                secret,
                Map.of("self", new Link(self), "deliveries", new Link(self + "/deliveries")));
    }

    private static String status(Webhook webhook) {
        if (webhook.disabledAt() != null) {
            return "disabled";
        }
        return webhook.failingSince() == null ? "active" : "failing";
    }
}
