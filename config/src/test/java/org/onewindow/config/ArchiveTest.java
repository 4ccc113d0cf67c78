package org.onewindow.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.config.Archive.Change;

/** A tree as one value: the same files are the same revision, and a ZIP from outside is not believed. */
class ArchiveTest {

    @Test
    void aTreeThatWasPackedSentAndUnpackedIsTheSameRevision(@TempDir Path folder) throws Exception {
        var tree = Tree.in(folder.resolve("config"));
        var loaded = Configuration.load(tree.root(), Settings.of(Map.of())).orThrow();

        var received = Archive.ofZip(Archive.of(tree.root()).zip());
        received.unpack(folder.resolve("unpacked"));

        assertThat(received.revision()).isEqualTo(loaded.revision());
        assertThat(Configuration.load(folder.resolve("unpacked"), Settings.of(Map.of()))
                        .orThrow()
                        .revision())
                .isEqualTo(loaded.revision());
        assertThat(Archive.of(tree.root()).zip()).isEqualTo(received.zip());
    }

    @Test
    void whatBelongsToTheMachineOrTheNodeIsNoPartOfARevision(@TempDir Path folder) throws Exception {
        var tree = Tree.in(folder);
        var before = Archive.of(tree.root());

        Files.writeString(folder.resolve("hub.yaml"), "apiVersion: hub/v1\nport: 9999\n");
        Files.writeString(folder.resolve("departments/.swp"), "an editor's");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: main");

        assertThat(Archive.of(folder)).isEqualTo(before);
    }

    @Test
    void oneDepartmentIsPutInTakenOutAndCompared() throws Exception {
        var archive =
                zip("departments/a/department.yaml", "1", "departments/b/department.yaml", "1", "matters/m.yaml", "1");
        var next = zip("departments/b/department.yaml", "2", "departments/b/README.md", "new");

        assertThat(archive.departments()).containsExactly("a", "b");
        assertThat(archive.changesTo(archive.withDepartment("b", next)))
                .containsEntry("departments/b/README.md", Change.ADDED)
                .containsEntry("departments/b/department.yaml", Change.CHANGED)
                .hasSize(2);
        assertThat(archive.changesTo(archive.withDepartment("a", next)))
                .containsOnlyKeys("departments/a/department.yaml")
                .containsValue(Change.REMOVED);
    }

    @Test
    void aNameThatIsNotInsideATreeIsRefused() {
        for (var name : List.of(
                "../secrets/tax/password",
                "departments/../../x/department.yaml",
                "/etc/passwd",
                "departments/tax/..\\..\\x.yaml",
                "departments/tax/.hidden",
                "departments/department.yaml",
                "departments//department.yaml",
                "hub.yaml",
                "routes/own.xml",
                "departments/tax/a\u0000b",
                "departments/tax/a:b")) {
            assertThatThrownBy(() -> zip(name, "x")).as(name).isInstanceOf(Archive.Unfit.class);
        }
    }

    @Test
    void aBombIsStoppedWhileItIsUnpacked() throws Exception {
        var bomb = packed("departments/a/department.yaml", new byte[Archive.BYTES_MAX + 1]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> Archive.ofZip(bomb))
                .isInstanceOf(Archive.Unfit.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void tooManyFilesAreRefused() {
        var names = new String[2 * (Archive.FILES_MAX + 1)];
        for (int i = 0; i < names.length; i += 2) {
            names[i] = "departments/a/samples/" + i + ".json";
            names[i + 1] = "";
        }
        assertThatThrownBy(() -> zip(names)).isInstanceOf(Archive.Unfit.class).hasMessageContaining("more than");
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThatThrownBy(() -> Archive.ofZip("apiVersion: hub/v1".getBytes(UTF_8)))
                .isInstanceOf(Archive.Unfit.class);
        assertThatThrownBy(() -> Archive.ofZip(new byte[0])).isInstanceOf(Archive.Unfit.class);
    }

    @Test
    void aLinkThatLeadsOutOfTheTreeIsNotSentAway(@TempDir Path folder) throws Exception {
        var tree = Tree.in(folder.resolve("config"));
        var secret = Files.writeString(folder.resolve("secret"), "s3cret");
        Files.createSymbolicLink(tree.root().resolve("departments/link"), secret);

        assertThatThrownBy(() -> Archive.of(tree.root())).isInstanceOf(Archive.Unfit.class);
    }

    private static Archive zip(String... namesAndTexts) throws Exception {
        return Archive.ofZip(packed(namesAndTexts));
    }

    private static byte[] packed(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
