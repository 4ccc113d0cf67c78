package org.onewindow.licences.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.licences.Licence;

/** Whom the operator has the hub trust, as it lies in a folder. */
class TrustFolderTest {

    private static final byte[] GENUINE = Given.sealed();

    private final Path folder;

    TrustFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TrustFolder trusted() {
        return new TrustFolder(folder, List.of());
    }

    @Test
    void trustsNobodyWithoutAFolder() {
        var nowhere = new TrustFolder(folder.resolve("not-there"), List.of());

        assertThat(Given.verified(GENUINE, nowhere.read(), Licence.Status.VALID)
                        .failed()
                        .map(Verdict.Check::name))
                .contains(Verdict.Name.TRUST);
    }

    @Test
    void trustsAnAuthorityFromWhenItsCertificateIsThere() throws Exception {
        var trust = trusted();
        assertThat(trust.read().anchors()).isEmpty();

        put("city.pem", Given.SEALS.root());

        assertThat(Given.verified(GENUINE, trust.read(), Licence.Status.VALID).holds())
                .isTrue();
    }

    @Test
    void takesBackWhatALineOrAListRevokes() throws Exception {
        put("city.pem", Given.SEALS.root());
        var signer = Sm2.certificate(Given.SEALS.sealOf(Given.REGISTRY).certificate());
        Files.writeString(
                folder.resolve("revoked.txt"),
                "# by phone, 26 November\n" + signer.getSerialNumber().toString(16));

        assertThat(refused()).isEqualTo(Verdict.Name.REVOCATION);

        var asOpensslPrintsIt =
                "00" + "%040X".formatted(signer.getSerialNumber()).replaceFirst("^(00)+", "");
        Files.writeString(folder.resolve("revoked.txt"), asOpensslPrintsIt.replaceAll("(..)(?!$)", "$1:"));
        assertThat(refused()).isEqualTo(Verdict.Name.REVOCATION);

        Files.delete(folder.resolve("revoked.txt"));
        Files.write(folder.resolve("city.crl"), Given.revocationList(7, signer).getEncoded());
        assertThat(refused()).isEqualTo(Verdict.Name.REVOCATION);
    }

    private Verdict.Name refused() {
        return Given.verified(GENUINE, trusted().read(), Licence.Status.VALID)
                .failed()
                .orElseThrow()
                .name();
    }

    @Test
    void namesTheFileThatCannotBeUsed() throws Exception {
        put("signer.pem", Sm2.certificate(Given.SEALS.sealOf(Given.REGISTRY).certificate()));
        assertThatThrownBy(() -> trusted().read())
                .hasMessage(
                        "signer.pem of the trusted seals holds a certificate that is no authority's (CA:TRUE is missing)");

        Files.delete(folder.resolve("signer.pem"));
        Files.write(folder.resolve("city.crl"), Given.revocationList(7).getEncoded());
        assertThatThrownBy(() -> trusted().read())
                .hasMessage(
                        "city.crl of the trusted seals is signed by no authority of this folder: add its certificate as .pem");

        Files.writeString(folder.resolve("city.crl"), "nothing");
        assertThatThrownBy(() -> trusted().read()).hasMessageStartingWith("city.crl of the trusted seals ");
    }

    private void put(String name, X509Certificate certificate) throws Exception {
        var base64 = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        Files.writeString(
                folder.resolve(name), "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
