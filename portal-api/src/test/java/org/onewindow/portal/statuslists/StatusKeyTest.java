package org.onewindow.portal.statuslists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusKeyTest {

    @Test
    void readsWhatItMade() throws Exception {
        var key = StatusKey.fresh();

        assertThat(StatusKey.of(key).publicKey())
                .containsEntry("crv", "P-256")
                .containsKey("kid")
                .doesNotContainKey("d");
        assertThat(StatusKey.of(key).publicKey()).isEqualTo(StatusKey.of(key).publicKey());
    }

    /** As {@code openssl ecparam -name prime256v1 -genkey} writes it. */
    @Test
    void readsAKeyThatOpensslMade() throws Exception {
        var key = pem(JWK.parse(StatusKey.fresh()).toECKey());

        assertThat(StatusKey.of(key).publicKey()).containsEntry("crv", "P-256").doesNotContainKey("d");
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void takesNothingElseForAKey(String other) {
        assertThatThrownBy(() -> StatusKey.of(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status-key");
    }

    static List<String> noKeys() throws Exception {
        return List.of(
                "0f".repeat(32),
                new ECKeyGenerator(Curve.P_384).generate().toJSONString(),
                JWK.parse(StatusKey.fresh()).toPublicJWK().toJSONString());
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
