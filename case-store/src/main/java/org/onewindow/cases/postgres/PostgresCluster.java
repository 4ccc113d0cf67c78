package org.onewindow.cases.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder of the embedded PostgreSQL, and the commands that work on it. */
record PostgresCluster(Path home, Path programs, RunAs runAs) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);
    private static final Duration INITIALISE_WITHIN = Duration.ofMinutes(2);
    private static final Duration ORPHAN_WITHIN = Duration.ofSeconds(30);

    static PostgresCluster under(Path home, Path programs) {
        return new PostgresCluster(home, programs, RunAs.probe(programs.resolve("bin/postgres")));
    }

    private Path data() {
        return home.resolve("data");
    }

    /** Makes a new database where there is none yet. */
    void initialise() throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        Files.createDirectories(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
        runAs.give(data());
        var passwordFile = home.resolve("initdb-password");
        writePrivately(passwordFile, password());
        runAs.give(passwordFile);
        try {
            run(
                    "initdb",
                    List.of(
                            programs.resolve("bin/initdb").toString(),
                            "-D",
                            data().toString(),
                            "-U",
                            "hub",
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** The password of this database, made at random the first time; only this user of the machine can read it. */
    String password() throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            writePrivately(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** A server that a killed hub left behind is stopped, and a process file that lies is taken away. */
    void stopOrphan() throws IOException {
        var pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var orphan = processOf(pidFile);
        if (orphan.isPresent()) {
            LOG.info("a PostgreSQL of an earlier run is still there: it is stopped");
            signal("INT", orphan.get().pid());
            orphan.get()
                    .onExit()
                    .orTimeout(ORPHAN_WITHIN.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        }
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> processOf(Path pidFile) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var commandLine = Path.of("/proc/" + pid + "/cmdline");
        if (!Files.exists(commandLine)) {
            return Optional.empty();
        }
        var command = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
        boolean ours = command.contains("postgres") && command.contains(data().toString());
        return ours ? ProcessHandle.of(pid) : Optional.empty();
    }

    List<String> serverCommand(int port) {
        var command = new ArrayList<>(runAs.asServer());
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(), "-D", data().toString(), "-p", Integer.toString(port)));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "max_connections=200",
                "shared_buffers=256MB",
                "jit=off")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    static void signal(String name, long pid) throws IOException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        PostgresServer.waitFor(kill, ORPHAN_WITHIN);
    }

    private void run(String what, List<String> arguments) throws IOException {
        var log = home.resolve(what + ".log");
        var command = new ArrayList<>(runAs.prefix());
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!PostgresServer.waitFor(process, INITIALISE_WITHIN) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(what + " failed; " + log + " tells why");
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        var mine = PosixFilePermissions.fromString("rw-------");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
        Files.writeString(file, text);
    }
}
