package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart in {@code deploy/helm}, rendered by Helm itself. */
@DisabledOnOs(value = OS.LINUX, architectures = "aarch64", disabledReason = "Helm's library is not published for it")
class ChartTest {

    private static final Path CHART = Path.of("..", "deploy", "helm", "one-window-hub");
    private static final Path EXAMPLE = Path.of("..", "deploy", "helm", "example-values.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hasNothingThatHelmFindsFaultWith() {
        var found = new Helm(CHART).lint().strict().call();

        assertThat(found.isFailed()).as("%s", found.getMessages()).isFalse();
        assertThat(example()).containsOnlyKeys("ConfigMap", "Deployment", "PodDisruptionBudget", "Service", "Ingress");
    }

    @Test
    void replacesNodesOneByOneAndNeverServesWithFewer() {
        var deployment = part(example(), "Deployment", "/spec");

        assertThat(deployment.path("replicas").asInt()).isEqualTo(2);
        assertThat(deployment.at("/strategy/rollingUpdate"))
                .isEqualTo(json("{\"maxSurge\": 1, \"maxUnavailable\": 0}"));
        assertThat(part(example(), "PodDisruptionBudget", "/spec/maxUnavailable")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void namesEachNodeAfterItsPod() {
        assertThat(container().path("env"))
                .contains(
                        json(
                                """
                        {"name": "HUB_NODE", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}"""));
    }

    @Test
    void asksTheHubItselfWhetherItIsAliveAndReady() {
        assertThat(container().at("/livenessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/liveness");
        assertThat(container().at("/readinessProbe/httpGet/path").asText()).isEqualTo("/actuator/health/readiness");
    }

    @Test
    void leavesANodeTheTimeToStopInOrder() {
        int before = container().at("/lifecycle/preStop/sleep/seconds").asInt();

        // the web's calls in flight and Camel's routes have 15 s each, database and broker the rest
        assertThat(before).isPositive();
        assertThat(pod(example()).path("terminationGracePeriodSeconds").asInt())
                .isGreaterThanOrEqualTo(before + 15 + 15 + 10);
    }

    @Test
    void runsAsNobodyInParticularAndWritesNowhereElse() {
        assertThat(pod(example()).at("/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
        assertThat(pod(example()).path("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(container().path("securityContext"))
                .isEqualTo(
                        json(
                                """
                        {"allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": {"drop": ["ALL"]}}"""));
    }

    @Test
    void mountsTheSecretsWhereTheHubReadsThem() {
        var directory = part(example(), "ConfigMap", "/data/HUB_SECRETS").asText();

        assertThat(container().path("volumeMounts")).anySatisfy(mount -> {
            assertThat(mount.path("name").asText()).isEqualTo("secrets");
            assertThat(mount.path("mountPath").asText()).isEqualTo(directory);
            assertThat(mount.path("readOnly").asBoolean()).isTrue();
        });
        assertThat(pod(example()).path("volumes")).anySatisfy(volume -> {
            assertThat(volume.at("/secret/secretName").asText()).isEqualTo("one-window-hub");
            assertThat(volume.at("/secret/items"))
                    .contains(json("{\"key\": \"tax.password\", \"path\": \"tax/password\"}"));
        });
    }

    @Test
    void takesATreeOfItsOwnWhereOneIsGiven() {
        var rendered = render(asked -> asked.set("config.volume.persistentVolumeClaim.claimName", "hub-config"));

        assertThat(pod(rendered).path("volumes"))
                .contains(json("{\"name\": \"config\", \"persistentVolumeClaim\": {\"claimName\": \"hub-config\"}}"));
    }

    @Test
    void rendersWhatIsOptionalOnlyWhereItIsWanted() {
        assertThat(render(asked -> asked.set("ingress.enabled", "false")))
                .doesNotContainKeys("Ingress", "ServiceMonitor");
        assertThat(render(asked -> asked.set("serviceMonitor.enabled", "true")))
                .containsKeys("Ingress", "ServiceMonitor");
    }

    @Test
    void refusesToRenderWithoutWhatSeveralNodesNeed() {
        for (var needed : List.of(
                "image.repository",
                "settings.HUB_DATABASE_URL",
                "settings.HUB_BROKER_URL",
                "settings.HUB_PUBLIC_URL",
                "settings.HUB_ISSUER",
                "secrets.existingSecret")) {
            assertThatThrownBy(() -> render(asked -> asked.set(needed, "")))
                    .hasMessageContaining(needed + " is required");
        }
    }

    @Test
    void refusesASingleNodeAndAPasswordAmongTheSettings() {
        assertThatThrownBy(() -> render(asked -> asked.set("replicas", "1"))).hasMessageContaining("replicas");
        assertThatThrownBy(() ->
                        render(asked -> asked.set("settings.HUB_DATABASE_URL", "jdbc:postgresql://pg/hub?password=x")))
                .hasMessageContaining("HUB_DATABASE_URL");
        assertThatThrownBy(() -> render(asked -> asked.set("departments.TAX_PASSWORD", "x")))
                .hasMessageContaining("TAX_PASSWORD");
        assertThatThrownBy(() -> render(asked -> asked.set("replica", "3"))).hasMessageContaining("replica");
    }

    private static JsonNode container() {
        return pod(example()).at("/containers/0");
    }

    private static JsonNode pod(Map<String, JsonNode> rendered) {
        return part(rendered, "Deployment", "/spec/template/spec");
    }

    private static JsonNode part(Map<String, JsonNode> rendered, String kind, String pointer) {
        assertThat(rendered).containsKey(kind);
        return JSON.valueToTree(rendered).path(kind).at(pointer);
    }

    private static Map<String, JsonNode> example() {
        return render(asked -> asked);
    }

    /** By kind; the example's values, and what else is asked. */
    private static Map<String, JsonNode> render(UnaryOperator<TemplateCommand> asked) {
        var text = asked.apply(new Helm(CHART)
                        .template()
                        .withName("hub")
                        .withKubeVersion("1.30.0")
                        .withValuesFile(EXAMPLE))
                .call();
        var byKind = new LinkedHashMap<String, JsonNode>();
        for (Object one : new Yaml(new SafeConstructor(strict())).loadAll(text)) {
            JsonNode read = JSON.valueToTree(one);
            assertThat(byKind.put(read.path("kind").asText(), read)).isNull();
        }
        return byKind;
    }

    private static LoaderOptions strict() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException bug) {
            throw new IllegalArgumentException(text, bug);
        }
    }
}
