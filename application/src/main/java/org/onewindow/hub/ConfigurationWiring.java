package org.onewindow.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.onewindow.cases.store.Life;
import org.onewindow.cases.store.NodeRevisions;
import org.onewindow.cases.store.Revisions;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Secrets;
import org.onewindow.config.Settings;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.configuration.Adoption;
import org.onewindow.routes.configuration.ConfigurationDesk;
import org.onewindow.routes.configuration.FolderTrials;
import org.onewindow.routes.configuration.Succession;
import org.onewindow.routes.configuration.SuccessionRoute;
import org.onewindow.routes.configuration.Trees;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which configuration serves. */
@Configuration(proxyBeanMethods = false)
class ConfigurationWiring {

    /** What this hub must not have. */
    @FunctionalInterface
    interface Objections extends Function<ConfigurationTree, List<String>> {}

    @Bean
    Objections objections(HubSettings settings, Secrets secrets) {
        var rules = new ProductionRules(settings, secrets);
        return tree -> settings.production() ? rules.refusals(tree) : List.of();
    }

    @Bean
    Revisions revisions(Database database, Clock clock) {
        return new Revisions(database.apart(), clock);
    }

    /**
     * The trees and how they began.
     *
     * @param trees one serves already
     */
    record Started(Trees trees, Adoption.Begun begun) {}

    @Bean
    Started started(HubSettings settings, Revisions revisions, Objections objections) {
        var references = Settings.ofEnvironment().completedIn(settings.config());
        // nodes may share the data directory, but no two share a name
        var own =
                settings.data().resolve("configuration").resolve(settings.node().replaceAll("[^\\w.-]", "_"));
        var trees = Trees.in(own, revisions, references);
        try {
            var begun = new Adoption(revisions, trees, objections, settings.node())
                    .begin(settings.config(), !settings.production());
            return new Started(trees, begun);
        } catch (Adoption.Impossible impossible) {
            throw new StartRefused(String.valueOf(impossible.getMessage()), impossible.lines());
        }
    }

    @Bean(destroyMethod = "close")
    Trees trees(Started started) {
        return started.trees();
    }

    @Bean
    Adoption.Begun begun(Started started) {
        return started.begun();
    }

    @Bean
    Succession succession(
            HubSettings settings,
            Database database,
            Clock clock,
            Revisions revisions,
            Started started,
            HubRoutes routes,
            MeterRegistry meters,
            CamelContext camel,
            Life startsFirst)
            throws Exception {
        var nodes = new NodeRevisions(database.apart(), clock, settings.node());
        var succession = new Succession(
                revisions, nodes, started.trees(), started.begun().now(), routes.followers(), meters);
        var broken = started.begun().broken().size();
        Gauge.builder("hub.configuration.broken", () -> broken)
                .description("Parts of the folder on this node's disk that do not serve because they are broken")
                .register(meters);
        succession.begin();
        camel.addRoutes(new SuccessionRoute(succession));
        return succession;
    }

    @Bean
    ConfigurationDesk configurationDesk(
            Revisions revisions, Started started, Succession succession, Objections objections) {
        return new ConfigurationDesk(revisions, started.trees(), succession, objections);
    }

    @Bean
    FolderTrials folderTrials(Revisions revisions, Started started) {
        return new FolderTrials(revisions, started.trees());
    }
}
