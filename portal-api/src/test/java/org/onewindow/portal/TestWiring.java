package org.onewindow.portal;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Spans;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.messages.Vault;
import org.onewindow.cases.postgres.ApplicationRole;
import org.onewindow.cases.postgres.ConnectionPool;
import org.onewindow.cases.postgres.Migrations;
import org.onewindow.cases.postgres.PostgresServer;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.DepartmentSlots;
import org.onewindow.cases.store.InquiryMessages;
import org.onewindow.cases.store.KeptSlots;
import org.onewindow.cases.store.Life;
import org.onewindow.cases.store.Messages;
import org.onewindow.cases.store.NodeRevisions;
import org.onewindow.cases.store.Replays;
import org.onewindow.cases.store.RetrySwitches;
import org.onewindow.cases.store.Revisions;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.config.Secrets;
import org.onewindow.config.Serving;
import org.onewindow.config.Settings;
import org.onewindow.config.SharedClock;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Instruments;
import org.onewindow.connectors.Surroundings;
import org.onewindow.connectors.broker.ClientQueues;
import org.onewindow.connectors.broker.EmbeddedBroker;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.DemoCity;
import org.onewindow.licences.InquiryLog;
import org.onewindow.licences.LicenceIssue;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.LicenceTables;
import org.onewindow.licences.Licences;
import org.onewindow.licences.MaterialsAtDecision;
import org.onewindow.licences.ResumableUploads;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.audit.AuditCheck;
import org.onewindow.licences.audit.AuditSealer;
import org.onewindow.licences.audit.SealKey;
import org.onewindow.licences.authority.Spending;
import org.onewindow.licences.blobs.PostgresBlobs;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.NoticeOverrides;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.licences.document.LicenceDocumentVerifier;
import org.onewindow.licences.document.LicenceDocuments;
import org.onewindow.licences.document.Originals;
import org.onewindow.licences.document.SealService;
import org.onewindow.licences.document.SoftwareSeals;
import org.onewindow.licences.document.TrustFolder;
import org.onewindow.licences.document.Typefaces;
import org.onewindow.licences.inspection.Inspection;
import org.onewindow.licences.keys.HolderKeys;
import org.onewindow.licences.materials.CaseFiles;
import org.onewindow.licences.materials.Disposals;
import org.onewindow.licences.materials.MaterialKeeping;
import org.onewindow.licences.materials.MaterialLooks;
import org.onewindow.licences.materials.MaterialRetention;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.licences.materials.MaterialTrust;
import org.onewindow.portal.events.StreamLimits;
import org.onewindow.portal.overload.OverloadLimits;
import org.onewindow.portal.overload.Proxies;
import org.onewindow.routes.DepartmentLines;
import org.onewindow.routes.Exchanges;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.IssuerEvents;
import org.onewindow.routes.MessageDesk;
import org.onewindow.routes.Node;
import org.onewindow.routes.SingleReplay;
import org.onewindow.routes.StockImport;
import org.onewindow.routes.configuration.Adoption;
import org.onewindow.routes.configuration.ConfigurationDesk;
import org.onewindow.routes.configuration.FolderTrials;
import org.onewindow.routes.configuration.Succession;
import org.onewindow.routes.configuration.Trees;
import org.onewindow.testing.TrialDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The hub's wiring for the tests of this module; the only thing missing are workers for the departments, see {@link Departments}. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {ArtemisAutoConfiguration.class, JmsAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import(PortalApi.class)
class TestWiring {

    static final int STREAMS_PER_CALLER = 8;

    private static final Map<String, String> SECRETS = Map.of(
            "tax/password", "trial-tax-password",
            "land-registry/client-secret", "trial-land-secret",
            "land-registry/callback-secret", "trial-land-callback",
            "civil-affairs/key", "trial-civil-key",
            "payment-platform/secret", "trial-pay-secret",
            "public-security/key", "trial-police-key");

    /** The departments the flows know of: none while they are laid, so that no queue has a worker. */
    static final class Tree implements Serving {

        private final Trees trees;
        private volatile boolean laid;

        Tree(Trees trees) {
            this.trees = trees;
        }

        @Override
        public ConfigurationTree get() {
            var whole = trees.get();
            return laid
                    ? whole
                    : new ConfigurationTree(
                            whole.revision(),
                            new LinkedHashMap<>(),
                            whole.matters(),
                            whole.inquiries(),
                            whole.channels(),
                            whole.licences(),
                            whole.materials(),
                            whole.workingDays());
        }

        @Override
        public ConfigurationTree of(@Nullable String revision) {
            return trees.of(revision);
        }
    }

    /** The departments' desks follow another configuration; there are no workers that could. */
    record Desks(Connectors connectors) implements org.onewindow.routes.configuration.Follower {

        @Override
        public void prepare(ConfigurationTree next) {
            connectors.prepare(next.departments().values());
        }

        @Override
        public void serve(ConfigurationTree now, Set<String> disabled) {
            connectors.serve(now.departments().values(), disabled);
        }
    }

    /** Of the folder on disk, whatever a run before left behind. */
    @Bean
    Trees trees(Revisions revisions, PortalSettings settings) {
        return Trees.in(
                settings.secrets().resolve("configuration"),
                revisions,
                Settings.of(Map.of("HUB_SIMULATORS", "http://127.0.0.1:1", "PUBLIC_SECURITY_URL", Bureau.url())));
    }

    @Bean
    Revisions revisions(HikariDataSource database, SharedClock clock) {
        return new Revisions(database, clock);
    }

    @Bean
    Adoption.Begun begun(Revisions revisions, Trees trees) {
        return new Adoption(revisions, trees, _ -> List.of(), "test").begin(Path.of("..", "config"), true);
    }

    @Bean
    Succession succession(
            Revisions revisions,
            HikariDataSource database,
            SharedClock clock,
            Trees trees,
            Adoption.Begun begun,
            Connectors connectors,
            SimpleMeterRegistry meters) {
        var nodes = new NodeRevisions(database, clock, "test");
        var succession = new Succession(revisions, nodes, trees, begun.now(), List.of(new Desks(connectors)), meters);
        succession.begin();
        return succession;
    }

    @Bean
    ConfigurationDesk configurationDesk(Revisions revisions, Trees trees, Succession succession) {
        return new ConfigurationDesk(revisions, trees, succession, _ -> List.of());
    }

    @Bean
    FolderTrials folderTrials(Revisions revisions, Trees trees) {
        return new FolderTrials(revisions, trees);
    }

    @Bean
    PortalSettings settings() throws IOException {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "hubs")), "hub");
        return new PortalSettings(
                false,
                "",
                "one-window-hub",
                "http://hub.test",
                data.toAbsolutePath(),
                Path.of("..", "config", "demo", "city.yaml"));
    }

    @Bean
    StreamLimits streamLimits() {
        return new StreamLimits(STREAMS_PER_CALLER, 50, Duration.ofMillis(300));
    }

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Spans spans() {
        return Spans.NONE;
    }

    @Bean
    DepartmentLines departmentLines(Tree tree, Connectors connectors, HubRoutes started) {
        return new DepartmentLines(tree, connectors);
    }

    @Bean
    OverloadLimits limits() {
        return new OverloadLimits(100, 24, 10_000, Proxies.of(List.of("127.0.0.1", "::1")));
    }

    @Bean
    @Primary
    Tree tree(Trees trees, Adoption.Begun serves) {
        return new Tree(trees);
    }

    @Bean
    SharedClock clock(PortalSettings settings) {
        var clock = new SharedClock(settings.secrets().resolve("clock"));
        // departments keep hours: by night the tests begin at ten in the morning
        var now = clock.instant().atZone(ZoneId.of("Asia/Shanghai"));
        if (now.getHour() < 3 || now.getHour() > 20) {
            clock.advance(Duration.between(
                    now, now.plusHours(4).truncatedTo(ChronoUnit.DAYS).withHour(10)));
        }
        return clock;
    }

    @Bean
    PostgresServer postgres() {
        var server = PostgresServer.start(Path.of("target", "postgres"));
        TrialDatabase.waitsForNoDisk(server.jdbcUrl(), server.user(), server.password());
        return server;
    }

    @Bean
    Relay line(PostgresServer postgres) {
        return new Relay(
                URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort());
    }

    @Bean
    HikariDataSource database(PostgresServer postgres, Relay line, IdentityHash hash, SharedClock clock) {
        var password = prepare(postgres, hash, clock);
        var pool = ConnectionPool.open(
                "jdbc:postgresql://127.0.0.1:" + line.port() + "/postgres", ApplicationRole.NAME, password, 10);
        return pool;
    }

    /** As at a start: the owner makes the tables, and what is tested works under the hub's own role. */
    private static String prepare(PostgresServer postgres, IdentityHash hash, SharedClock clock) {
        var catalogue = new Catalogue(TestWiring::typesOnDisk);
        try (var owner = ConnectionPool.open(postgres.jdbcUrl(), postgres.user(), postgres.password(), 4)) {
            var password = ApplicationRole.make(owner, postgres.password());
            Migrations.run(owner);
            LicenceTables.migrate(owner, new Licences(owner, hash, keys(clock), catalogue, clock));
            PortalTables.migrate(owner);
            ApplicationRole.grant(owner);
            return password;
        }
    }

    /** While tables are being changed no configuration serves yet. */
    private static Map<String, LicenceType> typesOnDisk() {
        var settings = Settings.of(Map.of("HUB_SIMULATORS", "http://127.0.0.1:1"));
        return switch (Configuration.load(Path.of("..", "config"), settings)) {
            case Configuration.Loaded(ConfigurationTree tree) -> tree.licences();
            case Configuration.Broken broken -> throw new IllegalStateException(broken.toString());
        };
    }

    private static HolderKeys keys(SharedClock clock) {
        return new HolderKeys(new byte[32], clock);
    }

    @Bean
    Catalogue catalogue(Tree tree) {
        return new Catalogue(() -> tree.get().licences());
    }

    @Bean
    IdentityHash identityHash() {
        return new IdentityHash("a secret of the tests only".getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    LicenceStore licenceStore(
            HikariDataSource database,
            IdentityHash hash,
            Catalogue catalogue,
            SharedClock clock,
            SimpleMeterRegistry meters,
            PortalSettings settings)
            throws IOException {
        var stops = meters.counter("hub.licences.budget.stops");
        var store = LicenceStore.over(database, hash, keys(clock), catalogue, new Spending(stops::increment), clock);
        store.licences().seed(DemoCity.read(settings.city()).licences());
        return store;
    }

    @Bean
    SealService seals(SharedClock clock) {
        return new SoftwareSeals(new byte[32], clock);
    }

    @Bean
    Originals originals(HikariDataSource database, IdentityHash hash, Catalogue catalogue, SharedClock clock) {
        return new Originals(database, keys(clock), hash, catalogue, clock);
    }

    @Bean
    LicenceDocuments licenceDocuments(SealService seals, SharedClock clock) {
        return new LicenceDocuments(Typefaces.with(List.of()), seals, clock);
    }

    @Bean
    LicenceDocumentVerifier licenceDocumentVerifier(SealService seals, SharedClock clock) {
        var trust = new TrustFolder(Path.of("target", "nobody-else"), seals.authorities());
        return new LicenceDocumentVerifier(trust::read, clock);
    }

    @Bean
    AuditCheck auditCheck(HikariDataSource database) {
        return new AuditCheck(database, new SealKey(new byte[32]));
    }

    @Bean(destroyMethod = "close")
    AuditSealer auditSealer(HikariDataSource database, SharedClock clock) {
        return new AuditSealer(database, new SealKey(new byte[32]), clock);
    }

    @Bean
    IssuerEvents issuerEvents(Tree tree, LicenceStore store, Connectors connectors, SharedClock clock) {
        return new IssuerEvents(tree, store, connectors, clock);
    }

    @Bean
    StockImport stockImport(Tree tree, LicenceStore store) {
        return new StockImport(tree, store);
    }

    @Bean
    Shelf shelf(HikariDataSource database, SharedClock clock) {
        return new Shelf(new PostgresBlobs(database, keys(clock), clock));
    }

    @Bean
    Uploads uploads(
            HikariDataSource database, Shelf shelf, IdentityHash hash, PortalSettings settings, SharedClock clock) {
        return new Uploads(database, shelf.blobs(), hash, settings.secrets(), new Inspection(Optional.empty()), clock);
    }

    @Bean
    ResumableUploads resumableUploads(HikariDataSource database, Uploads uploads, SharedClock clock) {
        return new ResumableUploads(database, keys(clock), uploads, clock);
    }

    @Bean
    InquiryLog inquiryLog(HikariDataSource database, IdentityHash hash, SharedClock clock) {
        return new InquiryLog(database, hash, clock);
    }

    @Bean
    MaterialSpace materialSpace(HikariDataSource database, IdentityHash hash, SharedClock clock) {
        return new MaterialSpace(database, hash, clock);
    }

    @Bean
    OneTimeNotices oneTimeNotices(HikariDataSource dataSource) {
        return new OneTimeNotices(dataSource);
    }

    @Bean
    CaseFiles caseFiles(Uploads uploads, IdentityHash hash) {
        return new CaseFiles(uploads, hash);
    }

    @Bean
    MaterialTrust materialTrust(HikariDataSource database, Uploads uploads) {
        return new MaterialTrust(database, uploads);
    }

    @Bean
    MaterialLooks materialLooks(
            HikariDataSource database,
            Uploads uploads,
            IdentityHash hash,
            SimpleMeterRegistry meters,
            SharedClock clock) {
        var stops = meters.counter("hub.licences.budget.stops");
        return new MaterialLooks(database, uploads, hash, new Spending(stops::increment), clock);
    }

    @Bean
    Disposals disposals(
            HikariDataSource dataSource, MaterialSpace space, Uploads uploads, IdentityHash hash, SharedClock clock) {
        return new Disposals(dataSource, space, uploads, hash, clock);
    }

    @Bean
    MaterialRetention materialRetention(HikariDataSource dataSource, MaterialSpace space, Uploads uploads) {
        return new MaterialRetention(dataSource, space, uploads);
    }

    @Bean
    Checklists.Stores stores(HikariDataSource database, LicenceStore licences, MaterialSpace space, Uploads uploads) {
        return new Checklists.Stores(database, licences, space, uploads);
    }

    @Bean(destroyMethod = "")
    Checklists checklists(HubRoutes routes) {
        return routes.checklists();
    }

    @Bean(destroyMethod = "close")
    Life life(HikariDataSource database) {
        return Life.begin(database, "test");
    }

    @Bean
    Cases cases(
            HikariDataSource database,
            SharedClock clock,
            Tree tree,
            IdentityHash hash,
            LicenceStore store,
            RetrySwitches switches) {
        var parts = List.of(
                new LicenceIssue(store.licences()),
                new MaterialKeeping(tree, hash, clock),
                new MaterialsAtDecision(tree, clock),
                new NoticeOverrides(clock),
                store.formOffers());
        return new Cases(database, clock, tree, hash, parts, switches);
    }

    /** Where client systems connect. */
    record BrokerPort(int number) {}

    @Bean
    BrokerPort brokerPort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new BrokerPort(free.getLocalPort());
        }
    }

    @Bean
    EmbeddedBroker broker(PortalSettings settings, BrokerPort port) throws Exception {
        return EmbeddedBroker.start(
                settings.secrets().resolve("broker"),
                port.number(),
                List.of(
                        ClientQueues.user("window-system", "trial-window"),
                        ClientQueues.user("kiosk-system", "trial-kiosk")));
    }

    @Bean(destroyMethod = "stop")
    CamelContext camel() {
        return new DefaultCamelContext();
    }

    @Bean
    Secrets secrets(PortalSettings settings) throws IOException, GeneralSecurityException {
        var secrets = settings.secrets().resolve("secrets");
        for (var secret : SECRETS.entrySet()) {
            var file = secrets.resolve(secret.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, secret.getValue());
        }
        Certificates.register(secrets, "window-system", "kiosk-system");
        return Secrets.in(secrets);
    }

    @Bean
    Connectors connectors(
            CamelContext camel,
            Secrets secrets,
            SharedClock clock,
            EmbeddedBroker broker,
            Uploads uploads,
            Tree tree,
            SimpleMeterRegistry meters) {
        return Connectors.of(
                camel,
                tree.trees.get().departments().values(),
                new Surroundings(
                        secrets,
                        clock,
                        () -> "00000000000000000001",
                        (_, _) -> material -> uploads.open(String.valueOf(material.upload())),
                        broker.connectionFactory(),
                        new Instruments(meters, Spans.NONE)));
    }

    @Bean
    RetrySwitches retrySwitches(HikariDataSource database, SharedClock clock) {
        return new RetrySwitches(database, clock);
    }

    @Bean
    Replays replays(HikariDataSource database, SharedClock clock) {
        return new Replays(database, clock);
    }

    @Bean
    Vault vault() {
        return new Vault("a key for tests, long".getBytes(StandardCharsets.UTF_8), 256 * 1024);
    }

    @Bean
    Messages messages(HikariDataSource database, Vault vault, SharedClock clock) {
        return new Messages(database, vault, clock);
    }

    @Bean(destroyMethod = "close")
    InquiryMessages inquiryMessages(Messages messages) {
        return InquiryMessages.begin(messages);
    }

    @Bean
    MessageDesk messageDesk(
            Vault vault,
            InquiryMessages inquiries,
            IdentityHash hash,
            Messages messages,
            Replays replays,
            RetrySwitches switches) {
        return new MessageDesk(
                new Exchanges(vault, inquiries, hash, "test"), messages, Duration.ofDays(30), replays, switches);
    }

    @Bean
    SingleReplay singleReplay(HubRoutes routes) {
        return routes.singleReplay();
    }

    @Bean
    HubRoutes routes(
            CamelContext camel,
            Tree tree,
            Cases cases,
            HikariDataSource database,
            Checklists.Stores stores,
            InquiryLog inquiryLog,
            Connectors connectors,
            MessageDesk messages,
            EmbeddedBroker broker,
            SharedClock clock,
            Life life)
            throws Exception {
        var routes = HubRoutes.addTo(
                camel,
                new HubRoutes.Parts(
                        tree,
                        cases,
                        new KeptSlots(new DepartmentSlots(database, life)),
                        stores,
                        inquiryLog,
                        connectors,
                        messages,
                        broker.connectionFactory(),
                        new Node("test", "http://hub.test", clock, life)));
        tree.laid = true;
        camel.start();
        return routes;
    }
}
