package org.onewindow.hub;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;

/** The hub as a process. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
public class HubApplication {

    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final HubSettings settings;

    HubApplication(HubSettings settings) {
        this.settings = settings;
        var refusals = settings.refusals();
        if (!refusals.isEmpty()) {
            throw new StartRefused("HUB_PROFILE=production is refused:", refusals);
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            System.err.println("./hub run takes no words; settings are HUB_… in the environment or config/hub.yaml");
            System.exit(2);
        }
        var application = new SpringApplication(HubApplication.class);
        application.setAddCommandLineProperties(false);
        var file = HubFile.read(Path.of(System.getenv().getOrDefault("HUB_CONFIG", "config")));
        application.setDefaultProperties(LogForms.with(file, System.getenv()));
        application.run();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() throws IOException {
        PidFile.write(settings);
        var runtime = ManagementFactory.getRuntimeMXBean();
        LOG.info(
                "hub ready on http://{}:{} in {} s",
                settings.address(),
                settings.port(),
                String.format(Locale.ROOT, "%.1f", (System.currentTimeMillis() - runtime.getStartTime()) / 1000.0));
    }
}
