package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.Tokens;
import org.onewindow.hub.command.Typed;

/** The tutorial, typed on a house that runs: from a WSDL to a department that serves a matter. */
final class TutorialCase {

    private static final Path TUTORIAL = Path.of("..", "docs", "tutorial", "social-security");

    private final House house;
    private final Path config;

    /** On the tree that the house serves. */
    TutorialCase(House house, Path config) {
        this.house = house;
        this.config = config;
    }

    void joins() throws IOException {
        var wsdl = TUTORIAL.resolve("SocialSecurity.wsdl").toString();
        typed("department", "add", "social-security", "--wsdl", wsdl, "--name", "人社局", "--to", config.toString());
        var folder = config.resolve("departments/social-security");
        var descriptor = folder.resolve("department.yaml");
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replaceFirst("(call: RegisterInsured\\s+)effect: none[^\\n]*", "$1effect: key"));
        try (var matter = Files.list(TUTORIAL.resolve("matter"))) {
            for (var file : matter.toList()) {
                Files.copy(file, config.resolve("matters").resolve(file.getFileName()));
            }
        }
        var at = house.hub().base().toString();
        assertThat(typed("department", "test", folder.toString(), "--hub", "--url", at))
                .contains("all well.");
        typed("config", "apply", config.toString(), "--url", at);
        typed("department", "enable", "social-security", "--url", at);
    }

    /** Zhang Ming is to be insured; how his case ended. */
    JsonNode isAskedFor() {
        var zhang = new Tokens(house.hub()).token("zhang");
        var request = HubApi.JSON
                .createObjectNode()
                .put("matter", "social-insurance-register")
                .put("channel", "portal");
        request.set("applicant", MainCase.buyer());
        request.putArray("parties").add(MainCase.buyer().put("role", "insured"));
        request.putObject("form")
                .put("insuranceType", "PENSION")
                .put("insuredFrom", "2026-12-01")
                .put("fwwd", "0101");
        var taken = house.hub().post("/v1/cases", zhang, request, Map.of("Idempotency-Key", "tutorial-1"));
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(202);
        var path = "/v1/cases/" + taken.body().path("number").asText();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> house.hub().get(path, zhang).body(), seen -> seen.at("/state/finished")
                        .asBoolean());
    }

    private static String typed(String... words) {
        var typed = Typed.of(words);
        assertThat(typed.code()).as("%s%s", typed.out(), typed.err()).isZero();
        return typed.out();
    }

    /** A copy of the tree that the house may serve, and the tutorial may add to. */
    static Path treeIn(Path folder) throws IOException {
        var from = Path.of("..", "config");
        try (var all = Files.walk(from)) {
            all.filter(file -> !file.startsWith(from.resolve("src")) && !file.startsWith(from.resolve("target")))
                    .forEach(file -> copy(file, folder.resolve(from.relativize(file))));
        }
        return folder.toAbsolutePath();
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
