package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.springframework.jdbc.core.simple.JdbcClient;

class MaterialsTest {

    private static final String TAX = "tax";
    private static final byte[] PDF = TestPdf.saying("contract");

    private final Uploads uploads;
    private final Materials materials;

    MaterialsTest(@TempDir Path folder) {
        uploads = TestStore.uploads(folder);
        materials = new Materials(TestStore.ofCases(), TestStore.space(), uploads);
    }

    @Test
    void givesTheBytesOfAnUpload() throws IOException {
        var wang = Somebody.arrives();
        var number = wang.hasOpenCase("used-home-transfer");
        var sender = new Uploads.Sender(
                "citizen:zhang", wang.id(), "portal", UUID.randomUUID().toString());
        var label = new Uploads.Label("sale-contract", "contract.pdf", "application/pdf");
        var stored = (Received.Stored) uploads.receive(sender, label, new ByteArrayInputStream(PDF));

        var reference = new MaterialReference("sale-contract", stored.upload().id(), null, null, null, null);

        assertThat(materials.open(number, TAX, reference)).hasBinaryContent(PDF);
        assertThat(JdbcClient.create(TestStore.OWNER)
                        .sql(
                                "select case_number || encode(holder, 'hex') || department from audit.event where action = 'send-material' and licence = ?")
                        .param(stored.upload().id())
                        .query(String.class)
                        .single())
                .as("for which case, whose, and to whom")
                .isEqualTo(number.text() + wang.id().hex() + TAX);
    }

    @Test
    void givesTheSameExcerptOfALicenceAtEverySendingAndWritesEachDown() throws IOException {
        var zhang = Somebody.arrives();
        var number = zhang.holds("household-register");
        var caseNumber = zhang.hasOpenCase("used-home-transfer");
        var reference = found(zhang, caseNumber);

        var first = materials.open(caseNumber, TAX, reference).readAllBytes();
        var second = materials.open(caseNumber, TAX, reference).readAllBytes();

        assertThat(second).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8)).contains(number, "泉城路1号", "2026-11-23");
        assertThat(JdbcClient.create(TestStore.OWNER)
                        .sql(
                                "select count(*) from lic.use where licence = ? and basis = 'statutory' and actor = 'hub' and mode = 'document'")
                        .param(reference.licence())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void namesToItsHolderAndToTheCountWhichDepartmentACopyWentTo() throws IOException {
        var zhang = Somebody.arrives();
        zhang.holds("household-register");
        var number = zhang.hasOpenCase("used-home-transfer");
        var reference = found(zhang, number);
        var registry = "registry-of-" + zhang.passport();

        materials.open(number, registry, reference).close();

        var uses = TestStore.store().usage().of(zhang.actor(), Long.MAX_VALUE, 10).stream()
                .filter(use -> number.text().equals(use.caseNumber()))
                .toList();
        assertThat(uses)
                .extracting(use -> use.mode() + " " + use.department())
                .as("the copy, and that the hub looked whether there is one")
                .containsExactly("document " + registry, "predicate null");
        assertThat(TestStore.store().statistics().used(Somebody.DAY, Somebody.DAY))
                .contains(new LicencesUsed(Somebody.DAY, registry, "used-home-transfer", "household-register", 1));
    }

    /** Invariant I3, for what the hub sends by itself. */
    @Test
    void sendsNothingWhenTheCaseIsOver() throws IOException {
        var zhang = Somebody.arrives();
        zhang.holds("household-register");
        var number = zhang.hasOpenCase("used-home-transfer");
        var reference = found(zhang, number);
        assertThat(materials.open(number, TAX, reference)).isNotEmpty();

        Somebody.ends(number);

        assertThatThrownBy(() -> materials.open(number, TAX, reference)).isInstanceOf(IOException.class);
    }

    /** The same licence serves two cases: what is sent for the older one is used for that. */
    @Test
    void writesASendingDownForTheCaseItIsSentFor() throws IOException {
        var zhang = Somebody.arrives();
        zhang.holds("household-register");
        var older = zhang.hasOpenCase("used-home-transfer");
        var reference = found(zhang, older);
        var younger = zhang.hasOpenCase("utilities-transfer");
        found(zhang, younger);

        assertThat(materials.open(older, TAX, reference)).isNotEmpty();

        assertThat(JdbcClient.create(TestStore.OWNER)
                        .sql(
                                "select case_number from lic.use where licence = ? and mode = 'document' and actor = 'hub'")
                        .param(reference.licence())
                        .query(String.class)
                        .list())
                .containsExactly(older.text());
    }

    @Test
    void sendsNothingThatNoCaseWasGranted() {
        var zhang = Somebody.arrives();
        zhang.holds("household-register");
        var licence = TestStore.own().all(zhang.actor()).getFirst().id();
        var number = zhang.hasOpenCase("used-home-transfer");

        assertThatThrownBy(() -> materials.open(number, TAX, reference(licence)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> materials.open(number, TAX, reference("lic_unknown")))
                .isInstanceOf(IOException.class);
    }

    private static MaterialReference found(Somebody whose, CaseNumber number) {
        var licence = TestStore.own().all(whose.actor()).getFirst().id();
        TestStore.ofCases().grant(number, "used-home-transfer", whose.id(), licence);
        return reference(licence);
    }

    private static MaterialReference reference(String licence) {
        return new MaterialReference("household-register", null, licence, null, null, null);
    }
}
