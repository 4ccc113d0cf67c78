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

    private static final byte[] PDF = TestPdf.saying("contract");

    private final Uploads uploads;
    private final Materials materials;

    MaterialsTest(@TempDir Path folder) {
        uploads = TestStore.uploads(folder);
        materials = new Materials(TestStore.ofCases(), TestStore.space(), uploads);
    }

    @Test
    void givesTheBytesOfAnUpload() throws IOException {
        var sender = new Uploads.Sender(
                "citizen:zhang",
                Somebody.arrives().id(),
                "portal",
                UUID.randomUUID().toString());
        var label = new Uploads.Label("sale-contract", "contract.pdf", "application/pdf");
        var stored = (Received.Stored) uploads.receive(sender, label, new ByteArrayInputStream(PDF));

        var reference = new MaterialReference("sale-contract", stored.upload().id(), null, null, null, null);

        assertThat(materials.open(reference)).hasBinaryContent(PDF);
    }

    @Test
    void givesTheSameExcerptOfALicenceAtEverySendingAndWritesEachDown() throws IOException {
        var zhang = Somebody.arrives();
        var number = zhang.holds("household-register");
        var reference = found(zhang, zhang.hasOpenCase("used-home-transfer"));

        var first = materials.open(reference).readAllBytes();
        var second = materials.open(reference).readAllBytes();

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

    /** Invariant I3, for what the hub sends by itself. */
    @Test
    void sendsNothingWhenTheCaseIsOver() throws IOException {
        var zhang = Somebody.arrives();
        zhang.holds("household-register");
        var number = zhang.hasOpenCase("used-home-transfer");
        var reference = found(zhang, number);
        assertThat(materials.open(reference)).isNotEmpty();

        Somebody.ends(number);

        assertThatThrownBy(() -> materials.open(reference)).isInstanceOf(IOException.class);
    }

    @Test
    void sendsNothingThatNoCaseWasGranted() {
        var zhang = Somebody.arrives();
        zhang.holds("household-register");
        var licence = TestStore.own().all(zhang.actor()).getFirst().id();
        zhang.hasOpenCase("used-home-transfer");

        assertThatThrownBy(() -> materials.open(reference(licence))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> materials.open(reference("lic_unknown"))).isInstanceOf(IOException.class);
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
