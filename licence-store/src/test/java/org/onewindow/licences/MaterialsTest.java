package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.MaterialReference;
import org.springframework.jdbc.core.simple.JdbcClient;

class MaterialsTest {

    private static final byte[] PDF = "%PDF-1.4 contract".getBytes(StandardCharsets.US_ASCII);

    private final Licences licences = TestStore.licences();
    private final Uploads uploads;
    private final Materials materials;

    MaterialsTest(@TempDir Path folder) {
        uploads = TestStore.uploads(folder);
        materials = new Materials(licences, uploads);
    }

    @Test
    void givesTheBytesOfAnUpload() throws IOException {
        var sender =
                new Uploads.Sender("citizen:zhang", "portal", UUID.randomUUID().toString());
        var label = new Uploads.Label("sale-contract", "contract.pdf", "application/pdf");
        var stored = (Received.Stored) uploads.receive(sender, label, new ByteArrayInputStream(PDF));

        var reference = new MaterialReference("sale-contract", stored.upload().id(), null, null, null, null);

        assertThat(materials.open(reference)).hasBinaryContent(PDF);
    }

    @Test
    void givesTheSameExcerptOfALicenceAtEverySendingAndWritesEachDown() throws IOException {
        var passport = "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        var licence = Licence.draft(
                "resident-identity-card",
                passport,
                List.of(new Holder("张铭", IdType.PASSPORT, passport, null)),
                Map.of("authority", "济南市公安局", "address", "泉城路1号"),
                LocalDate.of(2020, 5, 6));
        licences.seed(List.of(licence));
        var reference = new MaterialReference("resident-identity-card", null, licence.id(), passport, null, null);

        var first = materials.open(reference).readAllBytes();
        var second = materials.open(reference).readAllBytes();

        assertThat(second).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8)).contains(passport, "济南市公安局", "2020-05-06");
        assertThat(JdbcClient.create(TestStore.DATABASE)
                        .sql("select count(*) from licence_use where licence = ? and purpose = 'sent-to-department'")
                        .param(licence.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAReferenceThatLeadsNowhere() {
        var nowhere = new MaterialReference("resident-identity-card", null, "lic_unknown", null, null, null);

        assertThatThrownBy(() -> materials.open(nowhere)).isInstanceOf(IllegalArgumentException.class);
    }
}
