package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class HubSettingsTest {

    @Test
    void runsOnOneMachineWithoutAnySetting() {
        var settings = bind(Map.of(), Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.embeddedDatabase()).isTrue();
        assertThat(settings.embeddedBroker()).isTrue();
        assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.node()).isNotEmpty();
        assertThat(settings.secretFiles()).isEqualTo(settings.data().resolve("secrets"));
        assertThat(settings.refusals()).isEmpty();
        assertThat(settings.callerRate()).isEqualTo(100);
        assertThat(settings.backlog()).isEqualTo(10_000);
        assertThat(settings.looksAnHour()).isEqualTo(60);
        assertThat(settings.looksADay()).isEqualTo(2_000);
        assertThat(settings.log()).isEqualTo(HubSettings.LogForm.TEXT);
    }

    @Test
    void writesTheLogAsJsonWhereTheEnvironmentOrTheFileSaySo() {
        assertThat(LogForms.with(Map.of(), Map.of("HUB_LOG", "json")))
                .containsEntry("logging.structured.format.console", "ecs");
        assertThat(LogForms.with(Map.of("hub.log", "json"), Map.of()))
                .containsEntry("logging.structured.format.console", "ecs");
        assertThat(LogForms.with(Map.of("hub.log", "json"), Map.of("HUB_LOG", "text")))
                .doesNotContainKey("logging.structured.format.console");
        assertThat(bind(Map.of("HUB_LOG", "json"), Map.of()).log()).isEqualTo(HubSettings.LogForm.JSON);
    }

    @Test
    void readsTheNamesOfTheEnvironment() {
        var settings = bind(
                Map.of(
                        "HUB_PORT", "9090",
                        "HUB_DATABASE_URL", "jdbc:postgresql://db/hub",
                        "HUB_BROKER_URL", "tcp://broker:61616",
                        "HUB_PUBLIC_URL", "https://hub.example/",
                        "HUB_BROKER_PORT", "61617",
                        "HUB_PROFILE", "production",
                        "HUB_ISSUER", "https://id.example"),
                Map.of());

        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.embeddedDatabase()).isFalse();
        assertThat(settings.embeddedBroker()).isFalse();
        assertThat(settings.publicUrl()).isEqualTo("https://hub.example");
        assertThat(settings.brokerPort()).isEqualTo(61617);
        assertThat(settings.refusals()).isEmpty();
    }

    @Test
    void putsTheEnvironmentOverTheFile(@TempDir Path config) throws IOException {
        Files.writeString(config.resolve("hub.yaml"), "apiVersion: hub/v1\nport: 7000\nnode: north\n");

        var settings = bind(Map.of("HUB_PORT", "7001"), HubFile.read(config));

        assertThat(settings.port()).isEqualTo(7001);
        assertThat(settings.node()).isEqualTo("north");
    }

    @Test
    void refusesAKeyThatIsNone(@TempDir Path config) throws IOException {
        Files.writeString(config.resolve("hub.yaml"), "apiVersion: hub/v1\nprot: 7000\n");
        var file = HubFile.read(config);

        assertThatThrownBy(() -> bind(Map.of(), file))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("hub.prot");
    }

    @Test
    void believesProxiesThatAreNamedAsTheyShouldBe() {
        assertThat(bind(Map.of(), Map.of()).proxies()).isEmpty();
        assertThat(bind(Map.of("HUB_PROXIES", "10.0.3.7, 10.0.4.0/24"), Map.of())
                        .proxies())
                .hasSize(2);
        assertThatThrownBy(() -> bind(Map.of("HUB_PROXIES", "proxy.city.example"), Map.of()))
                .rootCause()
                .hasMessageStartingWith("HUB_PROXIES has \"proxy.city.example\"");
    }

    @Test
    void keepsUploadsInABucketWhereOneIsNamedAsItShouldBe() {
        var settings = bind(Map.of("HUB_BLOBS_URL", "https://s3.city.example/hub-blobs"), Map.of());

        assertThat(settings.bucket())
                .hasValueSatisfying(bucket -> assertThat(bucket.bucket()).isEqualTo("hub-blobs"));
        assertThat(bind(Map.of(), Map.of()).bucket()).isEmpty();
        assertThatThrownBy(() -> bind(Map.of("HUB_BLOBS_URL", "http://s3.city.example/hub-blobs"), Map.of()))
                .rootCause()
                .hasMessageStartingWith("HUB_BLOBS_URL is not https");
    }

    @Test
    void refusesInProductionWhatIsOnlyForDevelopment() {
        var settings = bind(Map.of("HUB_PROFILE", "production"), Map.of());

        assertThat(settings.refusals())
                .hasSize(2)
                .anyMatch(one -> one.contains("HUB_ISSUER"))
                .anyMatch(one -> one.contains("HUB_PUBLIC_URL"));
    }

    static HubSettings bind(Map<String, Object> environment, Map<String, Object> file) {
        var sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment", new HashMap<>(environment)));
        sources.addLast(new MapPropertySource("hub.yaml", file));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate(
                        "hub",
                        Bindable.of(HubSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    }
}
