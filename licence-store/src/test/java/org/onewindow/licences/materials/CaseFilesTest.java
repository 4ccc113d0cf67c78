package org.onewindow.licences.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestPdf;
import org.onewindow.licences.TestStore;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.blobs.Forgotten;
import org.onewindow.licences.checklist.Town;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who can still open what was handed in. Invariant I12. */
class CaseFilesTest {

    private final Somebody zhang = Somebody.arrives();
    private final Town town;
    private final Uploads uploads;
    private final CaseFiles files;

    CaseFilesTest(@TempDir Path folder) {
        town = new Town(folder);
        uploads = TestStore.uploads(folder);
        files = new CaseFiles(uploads, TestStore.HASH);
    }

    @Test
    void whatACaseBearsOutlivesTheErasureOfItsHolderAndNothingElseDoes() throws IOException {
        var borne = town.uploads("borne", zhang);
        var loose = town.uploads("loose", zhang);
        bear(borne);

        TestStore.erase(Actor.HUB, zhang.id());

        assertThat(uploads.open(borne)).hasBinaryContent(TestPdf.saying("borne"));
        assertThatThrownBy(() -> uploads.open(loose)).isInstanceOf(Forgotten.class);
    }

    @Test
    void whatAClerkHandedInForSomebodyIsTheirsFromThenOn() throws IOException {
        var clerk = Somebody.arrives();
        var upload = town.uploads("at the window", clerk);

        bear(upload);

        assertThat(keepers(upload))
                .hasSize(2)
                .contains(zhang.id().hex())
                .doesNotContain(clerk.id().hex());
        assertThat(uploads.open(upload)).hasBinaryContent(TestPdf.saying("at the window"));
    }

    @Test
    void deletingItFromTheOwnSpaceLeavesTheCaseItsCopy() throws IOException {
        var upload = town.uploads("contract", zhang);
        var number = bear(upload);
        town.acceptedWith("sale-contract", upload, Map.of("titleNumber", "T-1"), zhang, number);
        var id = TestStore.space().own(zhang.actor()).getFirst().id();

        assertThat(new MaterialRetention(TestStore.DATABASE, TestStore.space(), uploads).delete(zhang.actor(), id))
                .isTrue();

        assertThat(keepers(upload)).hasSize(1);
        assertThat(uploads.open(upload)).hasBinaryContent(TestPdf.saying("contract"));
    }

    @Test
    void aCaseIsNotHeldUpByWhoWasErasedOrByWhatIsGone() throws IOException {
        var clerk = Somebody.arrives();
        town.uploads("earlier", zhang);
        TestStore.erase(Actor.HUB, zhang.id());
        var upload = town.uploads("of somebody who was erased", clerk);

        bear(upload);
        bear("upl_unknown");

        assertThat(uploads.open(upload)).hasBinaryContent(TestPdf.saying("of somebody who was erased"));
    }

    private CaseNumber bear(String upload) {
        var number = zhang.hasOpenCase("a-matter");
        var given = new MaterialReference("sale-contract", upload, null, null, null, null);
        files.keep(number, town.request(Map.of(), List.of(given), zhang), List.of(given));
        return number;
    }

    private static List<String> keepers(String upload) {
        return JdbcClient.create(TestStore.OWNER)
                .sql("select encode(keeper, 'hex') from blob.key where name = ?")
                .param(upload)
                .query(String.class)
                .list();
    }
}
