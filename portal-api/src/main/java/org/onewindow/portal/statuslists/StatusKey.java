package org.onewindow.portal.statuslists;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;

/** The key that signs what verifiers check without a line (ECDSA on P-256, RFC 7518). */
final class StatusKey {

    private final ECKey key;
    private final JWSSigner signer;

    private StatusKey(ECKey key) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
    }

    /** The key in this text: a JWK, or PEM. */
    static StatusKey of(String secret) throws IOException {
        var text = secret.strip();
        try {
            var read = text.startsWith("{") ? JWK.parse(text) : JWK.parseFromPEMEncodedObjects(text);
            var key = read.toECKey();
            if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
                throw new JOSEException("a key on " + key.getCurve() + ", or the public half of one");
            }
            return new StatusKey(new ECKey.Builder(key).keyIDFromThumbprint().build());
        } catch (ParseException | JOSEException | ClassCastException broken) {
            throw new IOException("the secret hub/status-key is no private key on P-256", broken);
        }
    }

    /** A new one, as a file keeps it. */
    static String fresh() throws IOException {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException impossible) {
            throw new IOException("every Java platform makes such keys", impossible);
        }
    }

    /** For verifiers: the public half, as a JWK. */
    Map<String, Object> publicKey() {
        return key.toPublicJWK().toJSONObject();
    }

    String sign(String type, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a key of our own signs", impossible);
        }
        return token.serialize();
    }
}
