package org.onewindow.cases.messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as they may be looked at: every piece of personal data as long as it was, and mostly stars. */
public final class Masked {

    private static final int LONGEST_TOKEN = 12;

    private Masked() {}

    /** The steps of an exchange as text. */
    public record Steps(
            @Nullable String request, @Nullable String sent, @Nullable String heard, @Nullable String reply) {

        /** Nothing is masked: for those whose reason stands in the audit. */
        public static Steps plain(Payload payload) {
            return new Steps(
                    text(payload.request()), text(payload.sent()), text(payload.heard()), text(payload.reply()));
        }

        /** Those that there are. */
        List<String> all() {
            var all = new ArrayList<String>();
            for (var step : Arrays.asList(request, sent, heard, reply)) {
                if (step != null) {
                    all.add(step);
                }
            }
            return all;
        }

        private static @Nullable String text(@Nullable Spoken step) {
            return step == null ? null : step.text();
        }
    }

    public static Steps of(Payload payload) {
        return Rewritten.of(payload, Masked::masked);
    }

    static String masked(String value, Personal kind) {
        return switch (kind) {
            case RESIDENT_ID, CREDIT_CODE, PHONE -> stars(value, 3, 2);
            case DOCUMENT -> stars(value, 1, 2);
            case ACCOUNT -> stars(value, 0, 4);
            case NAME -> stars(value, value.length() > 4 ? 2 : 1, 0);
            case ADDRESS -> stars(value, 3, 0);
            case TOKEN -> "*".repeat(Math.min(LONGEST_TOKEN, value.length()));
        };
    }

    /** Of a short one less is shown: never more than half. */
    private static String stars(String value, int head, int tail) {
        int length = value.length();
        int shownHead = Math.min(head, length / 2);
        int shownTail = Math.min(tail, length / 2 - shownHead);
        return value.substring(0, shownHead)
                + "*".repeat(length - shownHead - shownTail)
                + value.substring(length - shownTail);
    }
}
