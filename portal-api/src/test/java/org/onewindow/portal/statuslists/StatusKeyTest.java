package org.onewindow.portal.statuslists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusKeyTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsWhatItMade() throws Exception {
        var file = Files.writeString(folder.resolve("key"), StatusKey.fresh());

        assertThat(StatusKey.in(file).publicKey())
                .containsEntry("crv", "P-256")
                .containsKey("kid")
                .doesNotContainKey("d");
        assertThat(StatusKey.in(file).publicKey()).isEqualTo(StatusKey.in(file).publicKey());
    }

    /** As {@code openssl ecparam -name prime256v1 -genkey} writes it. */
    @Test
    void readsAKeyThatOpensslMade() throws Exception {
        var file = Files.writeString(
                folder.resolve("key"), pem(JWK.parse(StatusKey.fresh()).toECKey()));

        assertThat(StatusKey.in(file).publicKey()).containsEntry("crv", "P-256").doesNotContainKey("d");
    }

    @Test
    void takesNothingElseForAKey() throws Exception {
        var file = Files.writeString(folder.resolve("key"), "0f".repeat(32));

        assertThatThrownBy(() -> StatusKey.in(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status-key");
    }

    /** After RFC 5915. */
    private static String pem(ECKey key) {
        var format = HexFormat.of();
        var der = "30770201010420" + hex(key.getD()) + "a00a06082a8648ce3d030107a144034200" + "04" + hex(key.getX())
                + hex(key.getY());
        return "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(format.parseHex(der))
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    private static String hex(Base64URL number) {
        return HexFormat.of().formatHex(number.decode());
    }
}
