package org.onewindow.connectors.probe;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.onewindow.config.Department;
import org.onewindow.connectors.http.Sha256;
import org.onewindow.connectors.probe.Probed.Said;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Whether a department shows the contract that is written down: one that shows none is no worse for it, one that shows another has changed it. */
final class ServedContract {

    private static final List<String> USUAL_NAMES = List.of("openapi.yaml", "openapi.json");

    private final URI address;

    ServedContract(URI address) {
        this.address = address;
    }

    Said comparedWith(Department.Contract written) {
        return switch (written) {
            case Department.Contract.Wsdl wsdl -> said(() -> wsdl(wsdl.file()));
            case Department.Contract.OpenApi(var file) -> said(() -> openApi(file));
            case Department.Contract.Page _ -> new Said(true, "prose, which nobody compares");
        };
    }

    @FunctionalInterface
    private interface Comparison {
        Said made() throws IOException, InterruptedException;
    }

    private static Said said(Comparison comparison) {
        try {
            return comparison.made();
        } catch (IOException silent) {
            return new Said(true, "not shown: " + silent.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Said(true, "not asked: the hub is stopping");
        }
    }

    private Said wsdl(Path file) throws IOException, InterruptedException {
        try (var http = Shown.client()) {
            var shown = Shown.at(http, URI.create(address + "?wsdl"));
            return shown.bytes().length == 0
                    ? new Said(true, "not shown: HTTP " + shown.status() + " for ?wsdl")
                    : told(Sha256.hex(shown.bytes()).equals(written(file)), file);
        }
    }

    /** Under the contract's own name or a usual one; JSON or YAML of the same content is the same. */
    private Said openApi(Path file) throws IOException, InterruptedException {
        var names = new LinkedHashSet<>(List.of(String.valueOf(file.getFileName())));
        names.addAll(USUAL_NAMES);
        var base = address.toString().replaceAll("[?#].*$", "").replaceAll("/+$", "");
        try (var http = Shown.client()) {
            for (var name : names) {
                var shown = Shown.at(http, URI.create(base + "/" + name.replace(" ", "%20")));
                var document = document(shown.bytes());
                if (document.containsKey("openapi")) {
                    boolean same = Sha256.hex(shown.bytes()).equals(written(file))
                            || document.equals(document(Files.readAllBytes(file)));
                    return told(same, file);
                }
            }
        }
        return new Said(true, "not shown: no " + String.join(", no ", names));
    }

    private static String written(Path file) throws IOException {
        return Sha256.hex(Files.readAllBytes(file));
    }

    private static Said told(boolean same, Path file) throws IOException {
        var found = same ? "the same as " : "another than ";
        return new Said(same, found + "contract/" + file.getFileName() + " (SHA-256 " + written(file) + ")");
    }

    /** Empty: it is no YAML or JSON object, or none that the hub would read. */
    private static Map<?, ?> document(byte[] bytes) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Shown.MOST_BYTES);
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(new String(bytes, StandardCharsets.UTF_8))
                            instanceof Map<?, ?> found
                    ? found
                    : Map.of();
        } catch (YAMLException other) {
            return Map.of();
        }
    }
}
