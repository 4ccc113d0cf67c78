package org.onewindow.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.CaseEvent.Checked;
import org.onewindow.cases.CaseEvent.WithdrawalAsked;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.messages.Vault;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.DepartmentSlots;
import org.onewindow.cases.store.InquiryMessages;
import org.onewindow.cases.store.KeptSlots;
import org.onewindow.cases.store.Life;
import org.onewindow.cases.store.Messages;
import org.onewindow.cases.store.Replays;
import org.onewindow.cases.store.RetrySwitches;
import org.onewindow.cases.store.Submission;
import org.onewindow.cases.store.Submitted;
import org.onewindow.config.Configuration;
import org.onewindow.config.Secrets;
import org.onewindow.config.Settings;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Surroundings;
import org.onewindow.connectors.broker.EmbeddedBroker;
import org.onewindow.testing.TrialDatabase;

/** One node of the hub without Spring: the real machine, database, connectors, worker and broker; hints go straight to the worker. */
final class Town implements AutoCloseable {

    private static final IdentityHash HASH = new IdentityHash("a key for tests, 32 bytes long..".getBytes(UTF_8));
    private static final PostgresServer SERVER = PostgresServer.start(Path.of("target/postgres"));
    static final Party ZHANG = new Party(
            "owner", Party.Kind.PERSON, "张铭", IdType.RESIDENT_ID, "370102198503078212", null, "13800138000", null);

    static {
        TrialDatabase.waitsForNoDisk(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }

    /** Its own: two towns with one would take each other's answers. */
    final EmbeddedBroker broker;

    final Archive archive;
    final HikariDataSource database;
    final RetrySwitches switches;
    final Replays replays;
    final Messages messages;
    final Cases cases;
    final Connectors connectors;
    final DepartmentReplies replies;

    /** What is read while a message with a material is filled. */
    volatile Supplier<InputStream> material = () -> new ByteArrayInputStream(new byte[0]);

    /** What the worker goes by. */
    final LateClock nodesClock = new LateClock();

    private final Life life;
    private final KeptSlots slots;
    private final InquiryMessages inquiries;
    private final ReplayRunner runner;
    private final CaseDesk desk;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    Town(Path secrets) throws Exception {
        broker = EmbeddedBroker.start(Files.createTempDirectory("town"), 0, List.of());
        archive = new Archive();
        database = fresh();
        var clock = Clock.systemUTC();
        var town = Path.of(Town.class.getResource("town").toURI());
        if (!(Configuration.load(
                        town,
                        Settings.of(Map.of(
                                "TOWN_URL",
                                archive.url(),
                                "HUB_FILES",
                                secrets.resolve("files").toString())))
                instanceof Configuration.Loaded(var tree))) {
            throw new IllegalStateException("the town's configuration is broken");
        }
        switches = new RetrySwitches(database, clock);
        cases = new Cases(database, clock, () -> tree, HASH, List.of(), switches);
        life = Life.begin(database, "node-a");
        slots = new KeptSlots(new DepartmentSlots(database, life));
        connectors = Connectors.of(
                camel,
                tree.departments().values(),
                new Surroundings(
                        Secrets.in(secrets),
                        clock,
                        () -> "1",
                        (_, _) -> _ -> material.get(),
                        broker.connectionFactory()));
        var vault = new Vault("a key for tests, long".getBytes(UTF_8), 256 * 1024);
        messages = new Messages(database, vault, clock);
        inquiries = InquiryMessages.begin(messages);
        replays = new Replays(database, clock);
        var node = new Node("node-a", "http://hub.test", nodesClock, life);
        var hints = new Hints(camel.createProducerTemplate());
        desk = new CaseDesk(cases, hints, (_, _) -> List.of());
        var worker = new Worker(
                cases,
                desk,
                new DepartmentCalls(connectors, slots),
                new Exchanges(vault, inquiries, HASH, node.name()),
                node);
        replies = new DepartmentReplies(
                () -> tree, cases, desk, connectors, new Exchanges(vault, inquiries, HASH, node.name()), clock);
        runner = new ReplayRunner(replays, cases, worker, node);
        var heldBack = new HeldBack(desk, switches, node);
        camel.addRoutes(new SweeperRoute(new Sweeper(cases, slots, life, hints, heldBack)));
        camel.addRoutes(new ReplayRoute(runner));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(HubQueues.HINTS + "&concurrentConsumers=12").bean(worker, "work");
            }
        });
        camel.start();
    }

    private static HikariDataSource fresh() throws Exception {
        var name = "town_" + UUID.randomUUID().toString().replace("-", "");
        try (var pool = ConnectionPool.open(SERVER.jdbcUrl(), SERVER.user(), SERVER.password(), 1);
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        var url = SERVER.jdbcUrl().replaceFirst("/postgres$", "/" + name);
        var pool = ConnectionPool.open(url, SERVER.user(), SERVER.password(), 20);
        Migrations.run(pool);
        return pool;
    }

    /** An application whose only step asks the archive. */
    CaseNumber open() {
        return open("entry");
    }

    /** An application for this matter, whose only step is {@code record}. */
    CaseNumber open(String matter, MaterialReference... materials) {
        return open(matter, List.of(ZHANG), materials).number();
    }

    /** One with these people, as it was accepted. */
    CaseSnapshot open(String matter, List<Party> parties, MaterialReference... materials) {
        var unique = UUID.randomUUID().toString();
        var request = new ServiceRequest(
                matter,
                "portal",
                parties.getFirst(),
                parties,
                Map.of("sign", unique.substring(0, 30)),
                List.of(materials));
        var submission = new Submission("portal", unique, unique, HASH.of(parties.getFirst()), null);
        var number = ((Submitted.Accepted) cases.open(submission, request)).number();
        return desk.tell(number, new Checked(Clock.systemUTC().instant(), List.of(), List.of()))
                .next();
    }

    StepSnapshot step(CaseNumber number) {
        return cases.find(number).flatMap(found -> found.step("record")).orElseThrow();
    }

    /** The applicant no longer wants it. */
    void withdraw(CaseNumber number) {
        desk.tell(number, new WithdrawalAsked(Clock.systemUTC().instant(), "portal"));
    }

    /** How many steps are in this state. */
    long steps(String state) {
        return count("select count(*) from step where state = '" + state + "'");
    }

    /** How many steps failed at least once. */
    long failed() {
        return count("select count(distinct number) from exchange where outcome = 'unavailable'");
    }

    /** The cases by their first failure, the earliest first. */
    List<String> inOrderOfFailure() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select number from exchange where outcome = 'unavailable' group by number order by min(id)");
                var rows = statement.executeQuery()) {
            var numbers = new java.util.ArrayList<String>();
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
            return numbers;
        }
    }

    long count(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        camel.stop();
        runner.close();
        connectors.close();
        inquiries.close();
        slots.close();
        life.close();
        database.close();
        archive.close();
        broker.close();
    }
}
