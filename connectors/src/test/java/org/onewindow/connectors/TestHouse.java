package org.onewindow.connectors;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.canonical.EffectKey;
import org.onewindow.canonical.Spans;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.config.Secrets;

/** The real departments' folders, their addresses on a WireMock, the connectors between. */
final class TestHouse implements AutoCloseable {

    static final EffectKey KEY = new EffectKey(UUID.fromString("0b0e6ad3-5c2f-5a5e-9d0a-6f2f5b6f7a01"));
    static final String CORRELATION = "c0ffee00c0ffee00c0ffee00c0ffee00";
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    final WireMockServer city = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .containerThreads(30));
    volatile String serials = "20261124093015%06d";
    volatile byte[] material = "sample".getBytes(StandardCharsets.UTF_8);
    /** Whom materials were opened for. */
    final Queue<String> sentTo = new ConcurrentLinkedQueue<>();

    final TestClock clock = new TestClock(Instant.parse("2026-11-24T01:30:15Z"));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Queue<Spans.Span> spans = new ConcurrentLinkedQueue<>();
    final Connectors connectors;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, Department> departments;

    /**
     * What is special about a house.
     *
     * @param simulators where the departments are; null: at the WireMock
     * @param door what becomes of where they are reached
     * @param patient with the departments' own limits instead of {@link #PATIENCE}
     */
    record Setup(
            Path secrets,
            @Nullable ConnectionFactory broker,
            @Nullable String simulators,
            boolean patient,
            Map<String, String> settings,
            UnaryOperator<Department.Endpoint> door) {

        static Setup in(Path secrets) {
            return new Setup(secrets, null, null, false, Map.of(), UnaryOperator.identity());
        }

        Setup over(ConnectionFactory itsBroker) {
            return new Setup(secrets, itsBroker, simulators, patient, settings, door);
        }

        Setup at(String address) {
            return new Setup(secrets, broker, address, patient, settings, door);
        }

        Setup patiently() {
            return new Setup(secrets, broker, simulators, true, settings, door);
        }

        /** With one department somewhere else, such as {@code TAX_URL}. */
        Setup where(String name, String value) {
            return new Setup(secrets, broker, simulators, patient, Map.of(name, value), door);
        }

        /** Reached otherwise than its descriptor says. */
        Setup through(UnaryOperator<Department.Endpoint> otherDoor) {
            return new Setup(secrets, broker, simulators, patient, settings, otherDoor);
        }
    }

    private TestHouse(Setup setup, List<String> ids) {
        city.start();
        var simulators = setup.simulators() == null ? city.baseUrl() : setup.simulators();
        this.departments = new LinkedHashMap<>();
        for (var id : ids) {
            var settings = new HashMap<>(setup.settings());
            settings.put("HUB_SIMULATORS", simulators);
            var real = RealTree.department(id, settings);
            departments.put(id, setup.patient() ? real : impatient(real, setup.door()));
        }
        writeSecrets(setup.secrets());
        var serial = new AtomicLong(1);
        var surroundings = new Surroundings(
                Secrets.in(setup.secrets()),
                clock,
                () -> serials.formatted(serial.getAndIncrement()),
                (_, department) -> _ -> {
                    sentTo.add(department);
                    return new ByteArrayInputStream(material);
                },
                setup.broker(),
                new Instruments(meters, spans::add));
        this.connectors = Connectors.of(camel, departments.values(), surroundings);
        camel.start();
    }

    static TestHouse with(Path secrets, String... departments) {
        return with(Setup.in(secrets), departments);
    }

    static TestHouse with(Setup setup, String... departments) {
        return new TestHouse(setup, List.of(departments));
    }

    /** The same department in a revision of this name. */
    static Department in(String revision, Department real) {
        return as(revision, real, real.limits(), real.endpoint());
    }

    /** The same department in a revision of this name, reached otherwise. */
    static Department in(String revision, Department real, Department.Endpoint door) {
        return as(revision, real, real.limits(), door);
    }

    /** The routes of all departments that are there, by id. */
    List<String> routes() {
        return camel.getRoutes().stream().map(Route::getRouteId).sorted().toList();
    }

    private static Department impatient(Department real, UnaryOperator<Department.Endpoint> door) {
        var limits = real.limits();
        return as(
                real.revision(),
                real,
                new Department.Limits(PATIENCE, limits.concurrency(), limits.ratePerSecond(), limits.hours()),
                door.apply(real.endpoint()));
    }

    private static Department as(String revision, Department real, Department.Limits limits, Department.Endpoint door) {
        return new Department(
                real.id(),
                real.folder(),
                revision,
                real.name(),
                real.kind(),
                real.format(),
                real.contract(),
                door,
                limits,
                real.values(),
                real.computed(),
                real.envelope(),
                real.operations(),
                real.callbacks(),
                real.events());
    }

    private static void writeSecrets(Path folder) {
        Map.of(
                        "tax/password", "trial-tax-password",
                        "land-registry/client-secret", "trial-land-secret",
                        "land-registry/callback-secret", "trial-land-callback",
                        "civil-affairs/key", "trial-civil-key",
                        "payment-platform/secret", "trial-pay-secret",
                        "water-utility/password", "trial-water-password",
                        "gas-utility/key", "trial-gas-key",
                        "heating-utility/key", "trial-heating-key",
                        "public-security/key", "trial-police-key")
                .forEach((name, value) -> write(folder.resolve(name), value));
    }

    private static void write(Path file, String value) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Department department(String id) {
        return Objects.requireNonNull(departments.get(id));
    }

    /** The request of a sample such as {@code title} or {@code title.inquiry}. */
    static DepartmentRequest request(String department, String sample) {
        try {
            return JSON.readValue(
                    Files.readString(sampleFile(department, sample, "request.json")), DepartmentRequest.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String answer(String department, String sample, String ending) {
        try {
            return Files.readString(sampleFile(department, sample, "from-department." + ending));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path sampleFile(String department, String sample, String name) {
        return RealTree.ROOT
                .resolve("departments")
                .resolve(department)
                .resolve("samples")
                .resolve(sample)
                .resolve(name);
    }

    Mapped map(String department, String operation, DepartmentRequest request) {
        var known = department(department);
        var context = new MappingContext(
                KEY, 1, clock.instant(), "http://hub.test/v1/replies/" + department + "/" + CORRELATION);
        return connectors.map(known, known.operation(operation), request, context);
    }

    Mapped.Message message(String department, String sample) {
        var operation = operationOf(department, sample);
        return switch (map(department, operation.id(), request(department, sample))) {
            case Mapped.Message message -> message;
            case Mapped.Unmappable unmappable -> throw new AssertionError(unmappable);
        };
    }

    /** Calls whatever revision of a department this is. */
    DepartmentReply call(Department department, String sample) {
        var operation = department.operation(sample);
        var sending = Sending.waiting(KEY, CORRELATION, request(department.id(), sample), PATIENCE);
        return connectors.call(department, operation, message(department.id(), sample), sending);
    }

    DepartmentReply call(String department, String sample) {
        return call(department, sample, message(department, sample));
    }

    DepartmentReply call(String department, String sample, Mapped.Message message) {
        return call(department, sample, message, Duration.ofMinutes(1));
    }

    DepartmentReply callWithin(Duration time, String department, String sample) {
        return call(department, sample, message(department, sample), time);
    }

    private DepartmentReply call(String department, String sample, Mapped.Message message, Duration time) {
        return call(department, sample, message, time, () -> true);
    }

    /** Asks whether the message may still leave, right before it does. */
    DepartmentReply callWhile(BooleanSupplier stillOurs, String department, String sample) {
        return call(department, sample, message(department, sample), Duration.ofMinutes(1), stillOurs);
    }

    /** With what was said. */
    Exchanged exchange(String department, String sample) {
        var sending = new Sending(
                KEY,
                CORRELATION,
                1,
                "http://hub.test/",
                request(department, sample),
                false,
                () -> true,
                Duration.ofMinutes(1));
        return connectors.exchange(
                department(department), operationOf(department, sample), message(department, sample), sending);
    }

    private DepartmentReply call(
            String department, String sample, Mapped.Message message, Duration time, BooleanSupplier stillOurs) {
        var sending = new Sending(
                KEY, CORRELATION, 1, "http://hub.test/", request(department, sample), false, stillOurs, time);
        return connectors.call(department(department), operationOf(department, sample), message, sending);
    }

    private Operation operationOf(String department, String sample) {
        int dot = sample.indexOf('.');
        return department(department).operation(dot < 0 ? sample : sample.substring(0, dot));
    }

    @Override
    public void close() {
        connectors.close();
        camel.stop();
        city.stop();
    }
}
