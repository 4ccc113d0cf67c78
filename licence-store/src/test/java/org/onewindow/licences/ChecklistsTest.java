package org.onewindow.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;

class ChecklistsTest {

    private static final String WANG = "370102197909143315";
    private static final String ZHANG = "370102198503078212";
    private static final Matter MATTER = new Matter(
            "used-home-transfer",
            "1",
            new Localised("二手房转移登记", "Transfer of a used home"),
            new Matter.Limit(30, 5),
            null,
            "{}",
            Map.of(),
            List.of(),
            List.of(
                    new RequiredMaterial(
                            "sale-contract", new Localised("买卖合同", "Contract of sale"), Source.UPLOAD, false),
                    new RequiredMaterial(
                            "resident-identity-card",
                            new Localised("居民身份证", "Resident identity card"),
                            Source.LICENCE,
                            true)),
            Map.of(),
            null,
            Map.of());

    private final Licences licences = TestStore.licences();
    private final Path folder;

    ChecklistsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void findsWhatTheStoresHaveAndNamesWhatIsMissing() throws IOException {
        licences.seed(List.of(card("王强", WANG)));
        var contract = upload("sale-contract");

        var list = check(List.of(new MaterialReference("sale-contract", contract.id(), null, null, null, null)));

        assertThat(list.found())
                .extracting(MaterialReference::type)
                .containsExactly("sale-contract", "resident-identity-card");
        assertThat(list.found().getFirst().sha256()).isEqualTo(contract.sha256());
        assertThat(list.found().getLast().of()).isEqualTo(WANG);
        assertThat(list.missing())
                .containsExactly(new SupplementNeeded.Item("resident-identity-card", "未查到电子证照,请上传:居民身份证(第2位当事人)"));
    }

    @Test
    void takesAnUploadWhereThereIsNoLicence() throws IOException {
        licences.seed(List.of(card("王强", WANG)));
        var card = upload("resident-identity-card");

        var list = check(List.of(new MaterialReference("resident-identity-card", card.id(), null, ZHANG, null, null)));

        assertThat(list.missing()).containsExactly(new SupplementNeeded.Item("sale-contract", "请上传:买卖合同"));
    }

    @Test
    void countsNoUploadThatIsNotThere() {
        var list = check(List.of(new MaterialReference("sale-contract", "upl_unknown", null, null, null, null)));

        assertThat(list.missing()).extracting(SupplementNeeded.Item::code).contains("sale-contract");
    }

    private Checklist check(List<MaterialReference> materials) {
        var wang = party("seller", "王强", WANG);
        var zhang = party("buyer", "张铭", ZHANG);
        var request =
                new ServiceRequest("used-home-transfer", "portal", zhang, List.of(wang, zhang), Map.of(), materials);
        return new Checklists(
                        new Sensing(TestStore.DATABASE, TestStore.CLOCK),
                        TestStore.ofCases(),
                        TestStore.uploads(folder),
                        TestStore.HASH)
                .check(MATTER, request, Somebody.openCase(MATTER.code(), IdType.RESIDENT_ID, WANG, ZHANG));
    }

    private Upload upload(String type) throws IOException {
        var body = new ByteArrayInputStream(TestPdf.saying("contract"));
        var sender =
                new Uploads.Sender("citizen:zhang", "portal", UUID.randomUUID().toString());
        var received =
                TestStore.uploads(folder).receive(sender, new Uploads.Label(type, "a.pdf", "application/pdf"), body);
        return ((Received.Stored) received).upload();
    }

    private static LicenceDraft card(String name, String number) {
        return new LicenceDraft(
                Licence.IDENTITY_CARD,
                number,
                List.of(new Holder(name, IdType.RESIDENT_ID, number, null)),
                Map.of("name", name),
                LocalDate.of(2020, 1, 1),
                null,
                null,
                LicenceDraft.Source.CONVERTED,
                Instant.EPOCH);
    }

    private static Party party(String role, String name, String number) {
        return new Party(role, Party.Kind.PERSON, name, IdType.RESIDENT_ID, number, null, null, null);
    }
}
