package org.onewindow.cases.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of the hub's own, from the binaries on the class path, for where no other is configured.
 *
 * <p>Listens on 127.0.0.1 with a password of its own, writes durably, and outlives neither the hub nor its data: where a
 * kill of the hub left a server behind, the next start replaces it. Data, programs, log and password lie under one folder.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String USER = "hub";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final Process process;
    private final FileChannel lock;
    private final String jdbcUrl;
    private final String password;

    private PostgresServer(Process process, FileChannel lock, String jdbcUrl, String password) {
        this.process = process;
        this.lock = lock;
        this.jdbcUrl = jdbcUrl;
        this.password = password;
    }

    /** Starts it on a free port. */
    public static PostgresServer start(Path folder) {
        return start(folder, 0);
    }

    /**
     * Starts it, the first time with a new database, and waits until it lets us in: however long a recovery takes.
     *
     * @param folder must not be used by another server; made where it is missing
     * @param port 0: any free one
     */
    public static PostgresServer start(Path folder, int port) {
        try {
            var home = Files.createDirectories(folder).toRealPath();
            var lock = lock(home);
            try {
                return startLocked(home, lock, port == 0 ? freePort() : port);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded PostgreSQL cannot use its folder", failure);
        }
    }

    private static PostgresServer startLocked(Path home, FileChannel lock, int port) throws IOException {
        var programs = PostgresPrograms.unpack(home);
        var cluster = PostgresCluster.under(home, programs);
        cluster.initialise();
        cluster.stopOrphan();
        var process = launch(cluster.serverCommand(port), home.resolve("pg.log"));
        var server = new PostgresServer(
                process, lock, "jdbc:postgresql://127.0.0.1:" + port + "/postgres", cluster.password());
        try {
            server.awaitLogin(home.resolve("pg.log"));
        } catch (RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
        LOG.info("PostgreSQL listens on 127.0.0.1:{}", port);
        return server;
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The server's process, so that tests may kill it. */
    public long pid() {
        return process.pid();
    }

    /** Stops it fast and cleanly: open transactions roll back, what was committed is on disk. */
    @Override
    public void close() {
        try {
            PostgresCluster.signal("INT", process.pid());
            if (!waitFor(process, STOP_WITHIN)) {
                PostgresCluster.signal("QUIT", process.pid());
                waitFor(process, STOP_WITHIN);
            }
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded PostgreSQL cannot be stopped", failure);
        }
    }

    /**
     * Starts the server from a thread that lives as long as the JVM: where the kernel is asked to stop the server with its
     * parent, the parent is the very thread that started it.
     */
    private static Process launch(List<String> command, Path log) {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().name("pg-keeper").daemon(true).start(() -> {
            try {
                var process = new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .redirectInput(Path.of("/dev/null").toFile())
                        .start();
                started.complete(process);
                process.waitFor();
            } catch (IOException failure) {
                started.completeExceptionally(failure);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    private void awaitLogin(Path log) {
        var login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        while (true) {
            try (var connection = DriverManager.getConnection(jdbcUrl, login)) {
                connection.isValid(2);
                return;
            } catch (SQLException notYet) {
                if (waitFor(process, LOOK_AGAIN)) {
                    throw new IllegalStateException("PostgreSQL ended while starting; " + log + " tells why", notYet);
                }
            }
        }
    }

    static boolean waitFor(Process process, Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", stop);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException inThisJvm) {
            LOG.debug("the lock is held in this JVM");
        }
        channel.close();
        throw new IllegalStateException("another hub uses " + home);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
