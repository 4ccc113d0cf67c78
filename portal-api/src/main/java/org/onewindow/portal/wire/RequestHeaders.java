package org.onewindow.portal.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** The headers of a request that the API gives a meaning. */
public final class RequestHeaders {

    /** On an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*([0-9]{1,2})(?:$|[,;\\s])");
    private static final long WAIT_MAX_SECONDS = 30;

    private RequestHeaders() {}

    /** {@code Idempotency-Key}: required, 1 to 200 printable characters. */
    public static String idempotencyKey(HttpServletRequest request) {
        return idempotencyKey(request.getHeader("Idempotency-Key"));
    }

    /** A key that came in whatever way; the same form everywhere, for it is the same key. */
    public static String idempotencyKey(@Nullable String key) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        return key;
    }

    /** {@code Prefer: wait=N} (RFC 7240), at most 30 s. */
    public static Optional<Duration> preferredWait(HttpServletRequest request) {
        var prefer = request.getHeader("Prefer");
        var match = WAIT.matcher(prefer == null ? "" : prefer);
        return match.find()
                ? Optional.of(Duration.ofSeconds(Math.min(WAIT_MAX_SECONDS, Long.parseLong(match.group(1)))))
                : Optional.empty();
    }
}
