package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.HubUnreachable;

/** So many applications a second, each handed in until it is taken: at the next node, under the same key, where one does not answer. */
final class Applicants implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final List<HubApi> hubs;
    private final String token;
    private final String name;
    private volatile List<HubApi> open;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService applicants = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();

    private Applicants(List<HubApi> hubs, String token, String name) {
        this.hubs = hubs;
        this.token = token;
        this.name = name;
        this.open = hubs;
    }

    /** They know all nodes, and try one after the other. */
    static Applicants begin(List<HubApi> hubs, String token, int perSecond) {
        return new Applicants(hubs, token, "anywhere").atPaceOf(perSecond);
    }

    /** They go only where readiness says so, as a load balancer would send them. */
    static Applicants beginWhereReady(List<HubApi> hubs, String token, int perSecond) {
        var applicants = new Applicants(hubs, token, "where-ready");
        var _ = applicants.looks.scheduleWithFixedDelay(
                applicants::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return applicants.atPaceOf(perSecond);
    }

    private Applicants atPaceOf(int perSecond) {
        var _ = pace.scheduleAtFixedRate(
                this::next, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
        return this;
    }

    private void look() {
        open = hubs.stream()
                .filter(hub -> hub.isUp("/actuator/health/readiness"))
                .toList();
    }

    private void next() {
        int number = begun.incrementAndGet();
        applicants.execute(() -> handIn(name + "-" + number, number));
    }

    private void handIn(String key, int first) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int at = first; System.nanoTime() < until; at++) {
            try {
                var reply = choose(at).post("/v1/cases", token, application(key), Map.of("Idempotency-Key", key));
                if (reply.good()) {
                    taken.put(key, reply.body().path("number").asText());
                    return;
                }
                if (!mayBeTriedAgain(reply)) {
                    failures.add(key + ": " + reply.problem());
                    return;
                }
            } catch (HubUnreachable nextNode) {
                unanswered.incrementAndGet();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        failures.add(key + ": nobody took it");
    }

    private HubApi choose(int at) {
        var from = open;
        return from.isEmpty() ? hubs.get(at % hubs.size()) : from.get(at % from.size());
    }

    /** Somebody else has it in hand, too many at once, or the database is away. */
    private static boolean mayBeTriedAgain(HubApi.Reply reply) {
        return reply.status() == 409 || reply.status() == 429 || reply.status() == 503;
    }

    private static JsonNode application(String words) {
        var application =
                HubApi.JSON.createObjectNode().put("matter", "shop-sign").put("channel", "portal");
        application.set("applicant", owner().put("phone", "13800138000"));
        application.putArray("parties").add(owner().put("role", "owner"));
        application.putObject("form").put("sign", words);
        application.putArray("materials");
        return application;
    }

    private static ObjectNode owner() {
        return Home.person("张铭", "370102198503078212");
    }

    /** No more; waits for those that have begun. */
    @Override
    public void close() {
        pace.close();
        looks.close();
        applicants.close();
    }

    int begun() {
        return begun.get();
    }

    /** How often a node did not answer at all. */
    int unanswered() {
        return unanswered.get();
    }

    /** The number under which each was taken, by its key. */
    Map<String, String> taken() {
        return Map.copyOf(taken);
    }

    Set<String> failures() {
        return Set.copyOf(failures);
    }
}
