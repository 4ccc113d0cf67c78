package org.onewindow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.IdType;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Holder;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.LicenceDraft;
import org.onewindow.licences.LicenceStore;

/** What verifiers without a line have: a signed list of states, and what a holder took along. */
class StatusListTest {

    private static final String ZHENG = "370104195501052026";
    private static final String TYPE = "household-register";
    private static final String BUREAU = "11990100MB99900186";

    private final LicenceStore store = TestHub.bean(LicenceStore.class);
    private final Api zheng = TestHub.citizen("zheng");
    private final Api anybody = new Api("en", "");

    @Test
    void aVerifierWithoutALineSeesFromTheListWhatBecameOfALicenceThatWasTakenAlong() throws Exception {
        var number = "H" + UUID.randomUUID();
        holdsRegister(number);

        var taken = zheng.post("/v1/qr:take-along", "{\"licence\": \"" + idOf("number", number) + "\"}");

        assertThat(taken.status()).isEqualTo(201);
        var shown = verified(taken.json().path("qr").asText());
        assertThat(shown.getHeader().getType()).hasToString("licence+jwt");
        assertThat(shown.getJWTClaimsSet().getClaims().toString())
                .contains("**英", TYPE)
                .doesNotContain("郑秀英", ZHENG, number, "lic_");
        assertThat(stateOf(shown)).isZero();
        store.life()
                .change(
                        bureau(),
                        TYPE,
                        number,
                        LicenceChange.REVOKE,
                        null,
                        null,
                        TestHub.clock().instant());
        TestHub.clock().advance(Duration.ofSeconds(31));
        assertThat(stateOf(shown)).isEqualTo(1);
    }

    @Test
    void sendsAListThatDidNotChangeOnlyOnce() throws Exception {
        var first = anybody.get("/v1/status-lists/" + BUREAU);

        assertThat(first.header("Content-Type")).startsWith("application/statuslist+jwt");
        assertThat(first.header("Cache-Control")).contains("max-age=30", "public");
        var list = verified(first.raw().body());
        assertThat(list.getJWTClaimsSet().getSubject()).endsWith("/v1/status-lists/" + BUREAU);
        assertThat(list.getJWTClaimsSet().getLongClaim("ttl")).isEqualTo(900);
        assertThat(Duration.between(
                        list.getJWTClaimsSet().getIssueTime().toInstant(),
                        list.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(24));
        assertThat(Api.send(anybody.request("/v1/status-lists/" + BUREAU)
                                .header("If-None-Match", first.header("ETag"))
                                .GET())
                        .status())
                .isEqualTo(304);
        assertThat(anybody.get("/v1/status-lists/99999999999999999X").problem()).isEqualTo("404 not-found");
    }

    /** A title changes after its issue. */
    @Test
    void takesNothingAlongThatIsOnlineOnly() {
        var title = "{\"licence\": \"" + idOf("type", "real-estate-title") + "\"}";

        assertThat(zheng.post("/v1/qr:take-along", title).problem()).isEqualTo("409 use-refused =online-only");
        assertThat(TestHub.citizen("li").post("/v1/qr:take-along", title).problem())
                .isEqualTo("404 licence-unknown");
    }

    private void holdsRegister(String number) {
        var holder = new Holder("郑秀英", IdType.RESIDENT_ID, ZHENG, null);
        store.licences()
                .add(
                        bureau(),
                        new LicenceDraft(
                                TYPE,
                                number,
                                List.of(holder),
                                Map.of("number", number, "address", "天桥区堤口路30号"),
                                LocalDate.of(2020, 1, 1),
                                null,
                                null,
                                LicenceDraft.Source.PUSHED,
                                TestHub.clock().instant()));
    }

    private static Actor bureau() {
        return new Actor("public-security", "department", "public-security", null);
    }

    private String idOf(String field, String value) {
        for (JsonNode one : zheng.get("/v1/licences").json().path("items")) {
            if (one.path(field).asText().equals(value)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no licence " + value);
    }

    private SignedJWT verified(String token) throws Exception {
        var key = anybody.get("/v1/status-lists").json().path("keys").path(0).toString();
        var signed = SignedJWT.parse(token);
        assertThat(key).doesNotContain("\"d\"");
        assertThat(signed.verify(new ECDSAVerifier(JWK.parse(key).toECKey()))).isTrue();
        return signed;
    }

    /** As a verifier looks it up. */
    private int stateOf(SignedJWT shown) throws Exception {
        var claims = Api.JSON.valueToTree(shown.getJWTClaimsSet().getJSONObjectClaim("status"));
        int place = claims.path("status_list").path("idx").asInt();
        var uri = claims.path("status_list").path("uri").asText();
        var list =
                verified(anybody.get(uri.substring(uri.indexOf("/v1/"))).raw().body());
        var packed = Base64URL.from(String.valueOf(
                        list.getJWTClaimsSet().getJSONObjectClaim("status_list").get("lst")))
                .decode();
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return (in.readAllBytes()[place / 4] >> (place % 4 * 2)) & 3;
        }
    }
}
