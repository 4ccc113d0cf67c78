package org.onewindow.connectors.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.config.Secrets.MissingSecret;
import org.onewindow.connectors.line.Departure;
import org.onewindow.connectors.line.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What HTTP itself says about whether something was done; everything else the reply mapping knows better. */
public final class HttpVerdict {

    private static final Logger LOG = LoggerFactory.getLogger(HttpVerdict.class);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");
    private static final Duration LONGEST = Duration.ofDays(7);

    private HttpVerdict() {}

    /** A verdict for an answer that no mapping needs to see. */
    public static Optional<Heard> of(HttpAnswer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return Optional.of(Heard.doubt("HTTP " + status + ": a redirect, not followed"));
        }
        return switch (status) {
            case 401, 407 ->
                Optional.of(Heard.unavailable("HTTP " + status + ": the hub's credentials are refused", null));
            case 413 ->
                Optional.of(Heard.notSent(new DepartmentReply.Refused(
                        "too-large", "材料总量超过该部门可以接收的大小 / the materials are larger than the department takes")));
            default -> Optional.empty();
        };
    }

    /** What 429 and 503 mean whatever the body says; null for all others. */
    public static @Nullable DepartmentReply busy(HttpAnswer answer, Clock clock) {
        return answer.status() == 429 || answer.status() == 503
                ? new DepartmentReply.Unavailable("HTTP " + answer.status(), retryAfter(answer.headers(), clock))
                : null;
    }

    /**
     * When the department says to come back: {@code Retry-After} in seconds or as a date; null: it does not say.
     *
     * @param headers by lower-case name
     */
    public static @Nullable Duration retryAfter(Map<String, String> headers, Clock clock) {
        var header = headers.get("retry-after");
        if (header == null) {
            return null;
        }
        if (SECONDS.matcher(header).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            var at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(clock.instant(), at.toInstant()));
        } catch (DateTimeException neither) {
            return null;
        }
    }

    private static Duration bounded(Duration told) {
        return told.isNegative() ? Duration.ZERO : told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }

    /** What a failure without an answer means: only where no byte of the request can have left is it no doubt. */
    public static Heard of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case MissingSecret missing -> {
                    return Heard.unavailable("the hub is not set up: " + missing.getMessage(), null);
                }
                case Departure.HeldBack held -> {
                    return Heard.unavailable(String.valueOf(held.getMessage()), null);
                }
                case ConnectTimeoutException _ -> {
                    return Heard.outOfReach("no connection in time");
                }
                case UnknownHostException _ -> {
                    return Heard.outOfReach("its address is unknown");
                }
                case ConnectException _, NoRouteToHostException _ -> {
                    return Heard.outOfReach("the connection was refused");
                }
                case SSLHandshakeException _, SSLPeerUnverifiedException _ -> {
                    return Heard.outOfReach("no secure connection");
                }
                case ConnectionRequestTimeoutException _ -> {
                    return Heard.unavailable("all connections are in use", null);
                }
                case AnswerTooLarge _ -> {
                    return Heard.doubt("the answer is larger than " + AnswerTooLarge.LARGEST_IN_MIB + " MiB");
                }
                case SocketTimeoutException _ -> {
                    return Heard.doubt("no answer in time");
                }
                default -> {}
            }
        }
        if (hasCause(failure, IOException.class)) {
            return Heard.doubt("the connection broke");
        }
        logged(failure);
        return Heard.doubt("sending failed: " + failure.getClass().getSimpleName());
    }

    /** A fault of the hub itself; where it happened, but no message: it may repeat an address with somebody's number. */
    private static void logged(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var places = List.of(root.getStackTrace());
        LOG.error(
                "a call failed by a fault of the hub: {} at {}",
                root.getClass().getName(),
                places.subList(0, Math.min(5, places.size())));
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
