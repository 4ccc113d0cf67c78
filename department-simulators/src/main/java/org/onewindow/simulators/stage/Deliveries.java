package org.onewindow.simulators.stage;

import static org.onewindow.simulators.stage.Mode.Kind.DOWN;
import static org.onewindow.simulators.stage.Mode.Kind.DUPLICATE;
import static org.onewindow.simulators.stage.Mode.Kind.GARBAGE;
import static org.onewindow.simulators.stage.Mode.Kind.LATE;
import static org.onewindow.simulators.stage.Mode.Kind.SLOW;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Callbacks and notifications on their way: sent until answered with a 2xx, after 1, 5 and 30 minutes, then hourly for
 * 3 days. The gaps lie between tries and follow the shared clock.
 */
public final class Deliveries implements AutoCloseable {

    private static final List<Duration> GAPS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofDays(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final Clock clock;
    private final Modes modes;
    private final List<Pending> pending = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();

    Deliveries(Clock clock, Modes modes) {
        this.clock = clock;
        this.modes = modes;
    }

    /** Goes out with the next tick. */
    public synchronized void add(Delivery delivery) {
        pending.add(new Pending(delivery, clock.instant()));
    }

    /** Starts what is due. */
    public synchronized void tick() {
        var now = clock.instant();
        pending.removeIf(Pending::isFinished);
        pending.stream().filter(one -> one.isDue(now)).forEach(one -> {
            one.inFlight = true;
            threads.execute(() -> attempt(one));
        });
    }

    /** Makes everything of this department that is undelivered due now; says how many. */
    public synchronized int retryNow(String department) {
        var waiting = pending.stream()
                .filter(one -> !one.isFinished() && one.delivery.department().equals(department))
                .toList();
        waiting.forEach(one -> one.dueAt = clock.instant());
        return waiting.size();
    }

    public synchronized List<Undelivered> undelivered() {
        return pending.stream()
                .filter(one -> !one.isFinished())
                .map(one -> new Undelivered(
                        one.delivery.department(),
                        one.delivery.operation(),
                        one.delivery.reference(),
                        one.tries,
                        one.last,
                        one.dueAt))
                .toList();
    }

    synchronized void clear() {
        pending.forEach(one -> one.finished = true);
        pending.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void attempt(Pending one) {
        String outcome;
        try {
            outcome = send(
                    one.delivery,
                    modes.takeOutgoing(
                            one.delivery.department(),
                            one.delivery.operation(),
                            Set.of(DOWN, DUPLICATE, GARBAGE, LATE, SLOW)));
        } catch (IOException failure) {
            outcome = failure.getClass().getSimpleName();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            outcome = "closing";
        }
        synchronized (this) {
            one.tried(outcome, clock.instant());
        }
    }

    private String send(Delivery delivery, Mode mode) throws IOException, InterruptedException {
        return switch (mode.kind()) {
            case DOWN -> "mode down";
            case SLOW, LATE -> {
                Thread.sleep(mode.delay());
                yield post(delivery, delivery.body());
            }
            case GARBAGE -> post(delivery, "{\"not\": \"of this contract\"");
            case DUPLICATE -> {
                var first = post(delivery, delivery.body());
                post(delivery, delivery.body());
                yield first;
            }
            default -> post(delivery, delivery.body());
        };
    }

    private String post(Delivery delivery, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(delivery.url())
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        delivery.headers().apply(new Delivery.Sending(clock.instant(), body)).forEach(request::header);
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        return Integer.toString(answer.statusCode());
    }

    /** A delivery as the control API shows it. */
    public record Undelivered(
            String department, String operation, String reference, int tries, String last, Instant dueAt) {}

    /** Guarded by the lock of the deliveries. */
    private static final class Pending {

        private final Delivery delivery;
        private final Instant since;
        private Instant dueAt;
        private String last = "";
        private int tries;
        private boolean inFlight;
        private boolean finished;

        private Pending(Delivery delivery, Instant since) {
            this.delivery = delivery;
            this.since = since;
            this.dueAt = since;
        }

        private boolean isDue(Instant now) {
            return !inFlight && !finished && !dueAt.isAfter(now);
        }

        private boolean isFinished() {
            return finished;
        }

        private void tried(String outcome, Instant now) {
            inFlight = false;
            last = outcome;
            dueAt = now.plus(tries < GAPS.size() ? GAPS.get(tries) : LATER);
            tries++;
            finished |= outcome.startsWith("2") || dueAt.isAfter(since.plus(GIVEN_UP));
        }
    }
}
