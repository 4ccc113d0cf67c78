package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final SecretReference PASSWORD = new SecretReference("tax/password");

    @TempDir
    Path directory = Path.of("");

    private Secrets secrets = Secrets.in(directory);

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(directory.resolve("tax"));
        secrets = Secrets.in(directory);
    }

    private void write(String value) throws IOException {
        Files.writeString(directory.resolve("tax/password"), value);
    }

    @Test
    void readsTheFileOfThatNameWithoutItsLineEnd() throws IOException {
        write("trial-tax-password \r\n");

        assertThat(secrets.value(PASSWORD)).isEqualTo("trial-tax-password ");
        assertThat(secrets.has(PASSWORD)).isTrue();
    }

    @Test
    void readsAChangedSecretAtOnce() throws IOException {
        write("old");
        assertThat(secrets.value(PASSWORD)).isEqualTo("old");

        write("new");

        assertThat(secrets.value(PASSWORD)).isEqualTo("new");
    }

    @Test
    void namesTheFileToMakeWhereItIsMissing() {
        assertThat(secrets.has(PASSWORD)).isFalse();
        assertThatExceptionOfType(Secrets.MissingSecret.class)
                .isThrownBy(() -> secrets.value(PASSWORD))
                .withMessage("secret tax/password: its file is missing; write the value into the file tax/password"
                        + " in the directory HUB_SECRETS, readable for the hub alone");
    }

    @Test
    void refusesAnEmptyAndAnOverlongFile() throws IOException {
        write("\n");
        assertThatExceptionOfType(Secrets.MissingSecret.class)
                .isThrownBy(() -> secrets.value(PASSWORD))
                .withMessageContaining("is empty");

        write("x".repeat(70_000));
        assertThatExceptionOfType(Secrets.MissingSecret.class)
                .isThrownBy(() -> secrets.value(PASSWORD))
                .withMessageContaining("larger than");
    }

    @Test
    void neverLeavesItsDirectory() throws IOException {
        Files.writeString(directory.resolve("outside"), "x");

        assertThatExceptionOfType(Secrets.MissingSecret.class)
                .isThrownBy(() -> Secrets.in(directory.resolve("tax")).value(new SecretReference("../outside")))
                .withMessageContaining("leads out");
    }

    @Test
    void neverPrintsAnything() throws IOException {
        write("hunter2");

        assertThat(secrets.value(PASSWORD)).isEqualTo("hunter2");
        assertThat(secrets).hasToString("Secrets");
        assertThat(Settings.of(java.util.Map.of("HUB_DATABASE_URL", "jdbc:x?password=y")))
                .hasToString("Settings[HUB_DATABASE_URL]");
    }
}
