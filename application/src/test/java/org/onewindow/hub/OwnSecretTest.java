package org.onewindow.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSecretTest {

    private static final int NODES = 16;

    @TempDir
    private Path secrets = Path.of("");

    @Test
    void nodesThatStartAtOnceGetTheSameSecret() throws Exception {
        for (int round = 0; round < 20; round++) {
            var directory = secrets.resolve("round" + round);
            var start = new CountDownLatch(1);
            var values = new HashSet<String>();
            try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
                var made = Collections.nCopies(NODES, OwnSecret.IDENTITY_KEY).stream()
                        .map(name -> nodes.submit(() -> {
                            start.await();
                            return OwnSecret.made(name, directory);
                        }))
                        .toList();
                start.countDown();
                for (Future<String> one : made) {
                    values.add(one.get());
                }
            }
            assertThat(values).hasSize(1);
        }
    }

    @Test
    void isKeptForThisUserAlone() throws Exception {
        var value = OwnSecret.made(OwnSecret.IDENTITY_KEY, secrets);

        var file = secrets.resolve("hub/identity-key");
        assertThat(OwnSecret.made(OwnSecret.IDENTITY_KEY, secrets)).isEqualTo(value);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
