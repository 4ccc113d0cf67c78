package org.onewindow.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks {@code hub.yaml}, which is each node's own and no part of a revision. */
public final class HubFileCheck {

    private HubFileCheck() {}

    /** What is wrong with the file in this folder; one that is not there is not wrong. */
    public static List<Diagnostic> in(Path root) {
        var diagnostics = new Diagnostics();
        if (Files.exists(root.resolve("hub.yaml"))) {
            new YamlFile(diagnostics).read(root.resolve("hub.yaml"), "hub.yaml").ifPresent(file -> {
                new StructureCheck(diagnostics).check(file, "hub");
                check(file, diagnostics);
            });
        }
        return diagnostics.inOrder();
    }

    static void check(YamlValue hub, Diagnostics diagnostics) {
        address(hub, "database-url", diagnostics);
        address(hub, "broker-url", diagnostics);
    }

    /** An address with a password in it belongs into the environment. */
    private static void address(YamlValue hub, String key, Diagnostics diagnostics) {
        var address = hub.get(key);
        var text = address.text();
        if (text != null && text.matches(".*(://[^/@]*:[^/@]*@|[?&;]password=).*")) {
            diagnostics.report(address.place(), Fault.PASSWORD_IN_ADDRESS, key);
        }
    }
}
