package org.onewindow.licences.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;

/** A real clamd of Debian's package, which is installed where it is missing, with one local signature and no download. */
final class ClamdDaemon implements AutoCloseable {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final String EICAR_IN_HEX =
            HexFormat.of().formatHex("$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!".getBytes(StandardCharsets.US_ASCII));

    private final Process process;
    private final Path folder;
    private final int port;

    private ClamdDaemon(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    static ClamdDaemon start() throws IOException, InterruptedException {
        if (!Files.exists(CLAMD)) {
            install();
        }
        var folder = Files.createTempDirectory("clamd");
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(signatures.resolve("local.ndb"), "Test.Eicar:0:*:" + EICAR_IN_HEX + "\n");
        int port = freePort();
        var settings = Files.writeString(
                folder.resolve("clamd.conf"),
                """
                Foreground yes
                TCPAddr 127.0.0.1
                TCPSocket %d
                DatabaseDirectory %s
                TemporaryDirectory %s
                """
                        .formatted(port, signatures, folder));
        var process = new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        var daemon = new ClamdDaemon(process, folder, port);
        await().atMost(Duration.ofSeconds(60)).until(daemon::answers);
        return daemon;
    }

    private static void install() throws IOException, InterruptedException {
        var script = Path.of("src/test/setup/clamd.sh");
        int exit =
                new ProcessBuilder("sh", script.toString()).inheritIO().start().waitFor();
        assertThat(exit)
                .as("exit code of %s, which installs clamav-daemon", script)
                .isZero();
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            assertThat(process.isAlive()).as("clamd runs").isTrue();
            return false;
        }
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException left) {
            folder.toFile().deleteOnExit();
        }
    }
}
