package org.onewindow.hub.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;

/** The demo's own data directory: new at each demo unless it is to be kept. */
record DemoFolder(Path path) {

    private static final String MARK = "this-is-a-demo";

    /** Secrets that the simulators know too; fit for nothing but trying out. */
    private static final Map<String, String> TRIAL_SECRETS = Map.of(
            "tax/password", "trial-tax-password",
            "land-registry/client-secret", "trial-land-secret",
            "land-registry/callback-secret", "trial-land-callback",
            "civil-affairs/key", "trial-civil-key",
            "payment-platform/secret", "trial-pay-secret",
            "water-utility/password", "trial-water-password",
            "gas-utility/key", "trial-gas-key",
            "heating-utility/key", "trial-heating-key",
            "public-security/key", "trial-police-key",
            "housing-fund/password", "trial-gjj");

    /** Says no to a directory that is not a demo's: nobody's data is ever deleted. */
    static DemoFolder prepare(Path path, boolean keep) throws IOException {
        var folder = new DemoFolder(path.toAbsolutePath().normalize());
        if (Files.exists(folder.path)) {
            folder.refuseStrangers();
            if (!keep) {
                folder.delete();
            }
        }
        Files.createDirectories(folder.path);
        Files.writeString(folder.path.resolve(MARK), "Deleted at the next ./hub demo without --keep.\n");
        folder.writeSecrets();
        return folder;
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    Path clock() {
        return path.resolve("clock");
    }

    Path log(String name) {
        return path.resolve(name + ".log");
    }

    private void refuseStrangers() throws IOException {
        try (var entries = Files.list(path)) {
            if (entries.findAny().isPresent() && !Files.exists(path.resolve(MARK))) {
                throw new DemoFailed("demo-not-a-demo-folder", path);
            }
        }
        var pid = path.resolve("hub.pid");
        if (Files.exists(pid) && isHub(Files.readString(pid).strip())) {
            throw new DemoFailed("demo-runs-already", Files.readString(pid).strip());
        }
    }

    private static boolean isHub(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains("org.onewindow.hub"))
                .isPresent();
    }

    private void delete() throws IOException {
        try (var entries = Files.walk(path)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private void writeSecrets() throws IOException {
        for (var secret : TRIAL_SECRETS.entrySet()) {
            var file = secrets().resolve(secret.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, secret.getValue());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
