package org.onewindow.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that nobody ever cleared does not hold up the answers of today. */
final class ClearingTest {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), KEPT.plusDays(1));

    @Test
    void clearsAwayAFewHundredAtALook(@TempDir Path in) throws IOException {
        var done = Files.createDirectory(in.resolve("done"));
        for (int i = 0; i <= Clearing.MOST_AT_ONCE; i++) {
            Files.createFile(done.resolve(i + ".xml"));
        }
        var clearing = new Clearing(KEPT, LATER);

        clearing.look(in);
        assertThat(done.toFile().list()).hasSize(1);
        clearing.look(in);
        assertThat(done.toFile().list()).isEmpty();
    }

    @Test
    void clearsNothingWhereNobodySaidHowLongItIsKept(@TempDir Path in) throws IOException {
        var done = Files.createDirectory(in.resolve("done"));
        Files.createFile(done.resolve("old.xml"));

        new Clearing(null, LATER).look(in);

        assertThat(done.resolve("old.xml")).exists();
    }

    /** The folder that was opened is now elsewhere, and its name leads to another's. */
    @Test
    void deletesNothingInAFolderThatIsPutInItsPlaceMeanwhile(@TempDir Path in) throws IOException {
        var done = Files.createDirectory(in.resolve("done"));
        Files.createFile(done.resolve("a.xml"));
        var another = Files.createDirectory(in.resolve("another"));
        Files.createFile(another.resolve("a.xml"));

        try (var parent = Files.newDirectoryStream(in);
                var opened = ((SecureDirectoryStream<Path>) parent).newDirectoryStream(Path.of("done"))) {
            Files.move(done, in.resolve("away"));
            Files.createSymbolicLink(done, another);
            new OldFiles(in, "done").delete(opened, LATER.instant(), 10);
        }

        assertThat(another.resolve("a.xml")).exists();
    }

    @Test
    void isNotHeldUpByOneThatCannotBeDeletedOrIsGone(@TempDir Path in) throws IOException {
        var done = Files.createDirectory(in.resolve("done"));
        for (var name : List.of("a.xml", "gone.xml", "held.xml", "z.xml")) {
            Files.createFile(done.resolve(name));
        }

        try (var parent = Files.newDirectoryStream(in);
                var opened = ((SecureDirectoryStream<Path>) parent).newDirectoryStream(Path.of("done"))) {
            assertThat(new OldFiles(in, "done").delete(holding(opened), LATER.instant(), 10))
                    .isEqualTo(2);
        }

        assertThat(done.toFile().list()).containsExactlyInAnyOrder("gone.xml", "held.xml");
    }

    /** As another node or the share's owner would. */
    @SuppressWarnings("unchecked")
    private static SecureDirectoryStream<Path> holding(SecureDirectoryStream<Path> opened) {
        return (SecureDirectoryStream<Path>) Proxy.newProxyInstance(
                ClearingTest.class.getClassLoader(),
                new Class<?>[] {SecureDirectoryStream.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("deleteFile")) {
                        switch (arguments[0].toString()) {
                            case "gone.xml" -> throw new NoSuchFileException("gone.xml");
                            case "held.xml" -> throw new AccessDeniedException("held.xml");
                            default -> {}
                        }
                    }
                    return method.invoke(opened, arguments);
                });
    }

    @Test
    void followsNoLinkAndTouchesNoFolder(@TempDir Path in) throws IOException {
        var elsewhere = Files.createDirectory(in.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("of-somebody.xml"));
        Files.createSymbolicLink(in.resolve("done"), elsewhere);
        var refused = Files.createDirectory(in.resolve("refused"));
        Files.createDirectory(refused.resolve("folder"));
        Files.createSymbolicLink(refused.resolve("link.xml"), elsewhere.resolve("of-somebody.xml"));

        new Clearing(KEPT, LATER).look(in);

        assertThat(elsewhere.resolve("of-somebody.xml")).exists();
        assertThat(refused.toFile().list()).containsExactly("folder");
    }
}
