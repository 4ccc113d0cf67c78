package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The systemd unit in {@code deploy/systemd}. */
class UnitFileTest {

    private static final Path UNIT = Path.of("..", "deploy", "systemd", "one-window-hub.service");
    private static final String INSTALLED = "/opt/one-window-hub";

    @Test
    void startsTheHubAgainHoweverItEnded() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains("ExecStart=/opt/one-window-hub/hub run", "Restart=always", "StartLimitIntervalSec=0");
    }

    /** Systemd's own way would signal PostgreSQL too, which then takes in nobody while the hub still writes. */
    @Test
    void letsTheHubStopItsOwnDatabaseLast() throws IOException {
        assertThat(Files.readAllLines(UNIT)).contains("KillSignal=SIGTERM", "KillMode=mixed", "TimeoutStopSec=60");
    }

    @Test
    void givesTheHubNoMoreRightsThanItNeeds() throws IOException {
        assertThat(Files.readAllLines(UNIT))
                .contains(
                        "User=onewindow",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "CapabilityBoundingSet=",
                        "StateDirectory=one-window-hub",
                        "EnvironmentFile=/etc/one-window-hub/hub.env");
    }

    /** On a machine with systemd; the installed folder stands for the checkout, which is not installed here. */
    @Test
    void isUnderstoodBySystemd(@TempDir Path folder) throws Exception {
        assumeThat(Stream.of("/usr/bin/systemd-analyze").map(Path::of)).anyMatch(Files::isExecutable);
        var here = Path.of("..").toRealPath().toString();
        var unit = Files.writeString(
                folder.resolve("one-window-hub.service"), Files.readString(UNIT).replace(INSTALLED, here));

        var verify = new ProcessBuilder("/usr/bin/systemd-analyze", "verify", "--man=no", unit.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines().filter(line -> line.contains("one-window-hub"))).isEmpty();
        assertThat(verify.waitFor()).isZero();
    }
}
