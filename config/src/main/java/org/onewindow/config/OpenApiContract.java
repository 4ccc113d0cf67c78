package org.onewindow.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What the tree needs of an OpenAPI description: the first server, the token address, the operations' names. */
final class OpenApiContract {

    private OpenApiContract() {}

    static ContractFacts read(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setCodePointLimit(10 * 1024 * 1024);
        options.setAllowDuplicateKeys(false);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            if (!(document instanceof Map<?, ?> api) || !(api.get("paths") instanceof Map<?, ?> paths)) {
                throw new ContractCheck.ContractUnreadable("no OpenAPI with paths");
            }
            return new ContractFacts(server(api), tokenUrl(api), operations(paths));
        } catch (YAMLException fault) {
            throw new ContractCheck.ContractUnreadable("no YAML");
        }
    }

    private static @Nullable String server(Map<?, ?> api) {
        return api.get("servers") instanceof java.util.List<?> servers
                        && !servers.isEmpty()
                        && servers.getFirst() instanceof Map<?, ?> first
                        && first.get("url") instanceof String url
                ? url
                : null;
    }

    private static @Nullable String tokenUrl(Map<?, ?> api) {
        for (var scheme : below(api, "components", "securitySchemes").values()) {
            if (scheme instanceof Map<?, ?> found
                    && below(found, "flows", "clientCredentials").get("tokenUrl") instanceof String url) {
                return url;
            }
        }
        return null;
    }

    private static Map<?, ?> below(Map<?, ?> from, String... keys) {
        Map<?, ?> current = from;
        for (var key : keys) {
            current = current.get(key) instanceof Map<?, ?> next ? next : Map.of();
        }
        return current;
    }

    private static Set<String> operations(Map<?, ?> paths) {
        var names = new LinkedHashSet<String>();
        for (var path : paths.values()) {
            if (path instanceof Map<?, ?> methods) {
                for (var operation : methods.values()) {
                    if (operation instanceof Map<?, ?> found && found.get("operationId") instanceof String name) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }
}
