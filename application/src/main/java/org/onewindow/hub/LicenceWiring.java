package org.onewindow.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.Configuration;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Secrets;
import org.onewindow.config.Settings;
import org.onewindow.connectors.Connectors;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.DemoCity;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.audit.AuditCheck;
import org.onewindow.licences.audit.AuditRetention;
import org.onewindow.licences.audit.AuditSealer;
import org.onewindow.licences.audit.SealKey;
import org.onewindow.licences.authority.Spending;
import org.onewindow.licences.document.LicenceDocumentVerifier;
import org.onewindow.licences.document.LicenceDocuments;
import org.onewindow.licences.document.Originals;
import org.onewindow.licences.document.SealService;
import org.onewindow.licences.document.SoftwareSeals;
import org.onewindow.licences.document.Trust;
import org.onewindow.licences.document.TrustFolder;
import org.onewindow.licences.document.Typefaces;
import org.onewindow.licences.keys.HolderKeys;
import org.onewindow.routes.IssuerEvents;
import org.onewindow.routes.StockImport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** The licence store, its keys and the seals over its audit. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class LicenceWiring {

    @Bean
    HolderKeys holderKeys(HubSettings settings, Secrets secrets, Clock clock) throws IOException {
        return new HolderKeys(OwnSecret.key(OwnSecret.MASTER_KEY, settings, secrets), clock);
    }

    /** For licences that come from a table of before: while tables are being changed, no configuration serves yet. */
    static Catalogue catalogueOnDisk(HubSettings settings) {
        var types = new FutureTask<>(() -> switch (Configuration.load(settings.config(), Settings.ofEnvironment())) {
            case Configuration.Loaded(var tree) -> tree.licences();
            case Configuration.Broken(var faults) ->
                throw new StartRefused(
                        "The configuration in " + settings.config() + " is broken, and licences wait to be moved:",
                        faults.stream().map(Object::toString).toList());
        });
        return new Catalogue(() -> {
            types.run();
            if (types.state() == Future.State.FAILED && types.exceptionNow() instanceof StartRefused refused) {
                throw refused;
            }
            return types.resultNow();
        });
    }

    @Bean
    Catalogue catalogue(Supplier<ConfigurationTree> tree) {
        return new Catalogue(() -> tree.get().licences());
    }

    @Bean
    LicenceStore licenceStore(
            HubSettings settings,
            DataSource dataSource,
            IdentityHash hash,
            HolderKeys keys,
            Catalogue catalogue,
            MeterRegistry meters,
            Clock clock)
            throws IOException {
        var stops = meters.counter("hub.licences.budget.stops");
        var store = LicenceStore.over(dataSource, hash, keys, catalogue, new Spending(stops::increment), clock);
        var city = settings.config().resolve("demo/city.yaml");
        if (!settings.production() && Files.exists(city)) {
            store.licences().seed(DemoCity.read(city).licences());
        }
        return store;
    }

    /** Software seals: in production only where a key was put there for them. Their curve takes a second of a start, so it is made late. */
    @Bean
    @Lazy
    @Nullable
    SealService seals(HubSettings settings, Secrets secrets, Clock clock) throws IOException {
        return settings.production() && !secrets.has(OwnSecret.SEAL_KEY)
                ? null
                : new SoftwareSeals(OwnSecret.key(OwnSecret.SEAL_KEY, settings, secrets), clock);
    }

    @Bean
    Originals originals(DataSource dataSource, HolderKeys keys, IdentityHash hash, Catalogue catalogue, Clock clock) {
        return new Originals(dataSource, keys, hash, catalogue, clock);
    }

    @Bean
    @Lazy
    @Nullable
    LicenceDocuments licenceDocuments(HubSettings settings, Optional<SealService> seals, Clock clock) {
        return seals.map(keys -> new LicenceDocuments(Typefaces.with(settings.fonts()), keys, clock))
                .orElse(null);
    }

    @Bean
    @Lazy
    LicenceDocumentVerifier licenceDocumentVerifier(HubSettings settings, Optional<SealService> seals, Clock clock) {
        var own = seals.map(SealService::authorities).orElse(List.of());
        return new LicenceDocumentVerifier(new TrustFolder(trusted(settings), own)::read, clock);
    }

    /** Read once at a start: what the operator put there must not be found wrong by the first citizen who has a document verified. */
    @Bean
    Trust trustedSeals(HubSettings settings) {
        try {
            return new TrustFolder(trusted(settings), List.of()).read();
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused(
                    "The folder " + trusted(settings) + " cannot be used:",
                    List.of(String.valueOf(unusable.getMessage())));
        }
    }

    private static Path trusted(HubSettings settings) {
        return settings.secretFiles().resolve("trusted-seals");
    }

    @Bean
    IssuerEvents issuerEvents(
            Supplier<ConfigurationTree> tree, LicenceStore store, Connectors connectors, Clock clock) {
        return new IssuerEvents(tree, store, connectors, clock);
    }

    @Bean
    StockImport stockImport(Supplier<ConfigurationTree> tree, LicenceStore store) {
        return new StockImport(tree, store);
    }

    @Bean
    SealKey sealKey(HubSettings settings, Secrets secrets) throws IOException {
        return new SealKey(OwnSecret.key(OwnSecret.AUDIT_KEY, settings, secrets));
    }

    @Bean
    AuditCheck auditCheck(DataSource dataSource, SealKey key) {
        return new AuditCheck(dataSource, key);
    }

    @Bean(destroyMethod = "close")
    AuditSealer auditSealer(HubSettings settings, DataSource dataSource, SealKey key, Clock clock) {
        var sealer = new AuditSealer(dataSource, key, clock);
        sealer.start(new AuditRetention(dataSource, key, settings.auditKept(), clock));
        return sealer;
    }
}
