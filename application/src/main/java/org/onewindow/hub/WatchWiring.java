package org.onewindow.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.onewindow.canonical.Spans;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.connectors.Connectors;
import org.onewindow.connectors.Instruments;
import org.onewindow.licences.blobs.BucketWatch;
import org.onewindow.routes.DepartmentLines;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the hub can be watched. */
@Configuration(proxyBeanMethods = false)
class WatchWiring {

    /** OpenTelemetry is not even loaded where nobody collects: it would cost every start more than a second. */
    @Bean(destroyMethod = "close")
    TraceExport traceExport(HubSettings settings) {
        return TraceExport.of(settings, System.getenv());
    }

    @Bean
    Spans spans(TraceExport export) {
        return export.spans();
    }

    @Bean
    Instruments instruments(MeterRegistry meters, Spans spans) {
        return new Instruments(meters, spans);
    }

    /** Who looks at the bucket, where there is one: its part of the health is told, and readiness does not ask for it. */
    @Bean
    BucketWatch bucketWatch(HubSettings settings, MeterRegistry meters, HealthContributorRegistry health) {
        if (settings.bucket().isEmpty()) {
            return BucketWatch.NOBODY;
        }
        var watch = new BucketMeters(meters);
        health.registerContributor("bucket", watch);
        return watch;
    }

    @Bean
    DepartmentLines departmentLines(Supplier<ConfigurationTree> tree, Connectors connectors) {
        return new DepartmentLines(tree, connectors);
    }
}
