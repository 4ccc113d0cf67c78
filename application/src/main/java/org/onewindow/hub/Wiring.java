package org.onewindow.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.store.Cases;
import org.onewindow.cases.store.DepartmentSlots;
import org.onewindow.cases.store.KeptSlots;
import org.onewindow.cases.store.Life;
import org.onewindow.cases.store.RetrySwitches;
import org.onewindow.config.Secrets;
import org.onewindow.config.Serving;
import org.onewindow.config.SharedClock;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Instruments;
import org.onewindow.connectors.Surroundings;
import org.onewindow.licences.InquiryLog;
import org.onewindow.licences.LicenceIssue;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.Licences;
import org.onewindow.licences.Materials;
import org.onewindow.licences.MaterialsAtDecision;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.checklist.NoticeOverrides;
import org.onewindow.licences.checklist.OneTimeNotices;
import org.onewindow.licences.keys.HolderKeys;
import org.onewindow.licences.materials.MaterialKeeping;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.MessageDesk;
import org.onewindow.routes.Node;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the house together; every part is a constructor call. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    /** In production nobody moves it: there is no file, see {@link HubSettings#refusals}. */
    @Bean
    SharedClock clock(HubSettings settings) {
        return new SharedClock(settings.clockFile());
    }

    @Bean
    Secrets secrets(HubSettings settings) {
        return Secrets.in(settings.secretFiles());
    }

    @Bean
    IdentityHash identityHash(HubSettings settings, Secrets secrets) throws IOException {
        var key = settings.production()
                ? secrets.value(OwnSecret.IDENTITY_KEY)
                : OwnSecret.made(OwnSecret.IDENTITY_KEY, settings.secretFiles());
        return new IdentityHash(key.getBytes(StandardCharsets.UTF_8));
    }

    @Bean(destroyMethod = "close")
    Database database(HubSettings settings, Secrets secrets, IdentityHash hash, HolderKeys keys, Clock clock) {
        var catalogue = LicenceWiring.catalogueOnDisk(settings);
        return Database.open(settings, secrets, owner -> new Licences(owner, hash, keys, catalogue, clock));
    }

    /** Closed with its {@link Database}. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.pool();
    }

    @Bean(destroyMethod = "close")
    Broker broker(HubSettings settings, Secrets secrets, Database startsFirst) throws Exception {
        return Broker.open(settings, secrets);
    }

    @Bean
    InquiryLog inquiryLog(DataSource dataSource, IdentityHash hash, Clock clock) {
        return new InquiryLog(dataSource, hash, clock);
    }

    @Bean
    MaterialSpace materialSpace(DataSource dataSource, IdentityHash hash, Clock clock) {
        return new MaterialSpace(dataSource, hash, clock);
    }

    @Bean
    OneTimeNotices oneTimeNotices(DataSource dataSource) {
        return new OneTimeNotices(dataSource);
    }

    @Bean
    Checklists.Stores stores(DataSource dataSource, LicenceStore licences, MaterialSpace space, Uploads uploads) {
        return new Checklists.Stores(dataSource, licences, space, uploads);
    }

    /** Closed with the routes. */
    @Bean(destroyMethod = "")
    Checklists checklists(HubRoutes routes) {
        return routes.checklists();
    }

    @Bean
    Cases cases(
            DataSource dataSource,
            Clock clock,
            Serving serving,
            IdentityHash hash,
            LicenceStore store,
            RetrySwitches switches) {
        var parts = List.of(
                new LicenceIssue(store.licences()),
                new MaterialKeeping(serving, hash, clock),
                new MaterialsAtDecision(serving, clock),
                new NoticeOverrides(clock),
                store.formOffers());
        return new Cases(dataSource, clock, serving, hash, parts, switches);
    }

    @Bean
    DepartmentSlots departmentSlots(DataSource dataSource, Life life) {
        return new DepartmentSlots(dataSource, life);
    }

    /** Ends after the routes, whose calls it covers, and before the {@link Database}. */
    @Bean(destroyMethod = "close")
    Life life(HubSettings settings, Database database) {
        return Life.begin(database.apart(), settings.node());
    }

    @Bean(destroyMethod = "close")
    KeptSlots keptSlots(DepartmentSlots slots) {
        return new KeptSlots(slots);
    }

    @Bean(destroyMethod = "close")
    Connectors connectors(CamelContext camel, Serving serving, Surroundings surroundings) {
        return Connectors.of(camel, serving.get().departments().values(), surroundings);
    }

    @Bean
    Surroundings surroundings(
            Secrets secrets, Clock clock, Materials materials, Broker broker, Instruments instruments) {
        return new Surroundings(
                secrets,
                clock,
                new Serials(),
                (number, department) -> material -> materials.open(number, department, material),
                broker.connections(),
                instruments);
    }

    @Bean
    Materials materials(LicenceStore store, MaterialSpace space, Uploads uploads) {
        return new Materials(store.ofCases(), space, uploads);
    }

    @Bean
    Drain drain(HubSettings settings) {
        return new Drain(settings);
    }

    @Bean
    Node node(HubSettings settings, Clock clock, Life life) {
        return new Node(settings.node(), settings.publicUrl(), clock, life);
    }

    @Bean
    HubRoutes.Parts parts(
            Serving serving,
            Cases cases,
            KeptSlots slots,
            Checklists.Stores stores,
            InquiryLog inquiryLog,
            Connectors connectors,
            MessageDesk messages,
            Broker broker,
            Node node) {
        return new HubRoutes.Parts(
                serving, cases, slots, stores, inquiryLog, connectors, messages, broker.connections(), node);
    }

    @Bean(destroyMethod = "close")
    HubRoutes hubRoutes(CamelContext camel, HubRoutes.Parts parts) throws Exception {
        return HubRoutes.addTo(camel, parts);
    }
}
