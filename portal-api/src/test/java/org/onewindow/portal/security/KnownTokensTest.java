package org.onewindow.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class KnownTokensTest {

    private Instant now = Instant.parse("2026-11-24T01:00:00Z");
    private final AtomicInteger checked = new AtomicInteger();
    private final JwtDecoder known = new KnownTokens(this::check, () -> now);

    private Jwt check(String token) {
        checked.incrementAndGet();
        if (token.startsWith("bad")) {
            throw new BadJwtException("not signed by us");
        }
        var lasts = token.startsWith("short") ? Duration.ofSeconds(10) : Duration.ofHours(8);
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .issuedAt(now)
                .expiresAt(now.plus(lasts))
                .build();
    }

    @Test
    void checksATokenOnceAMinute() {
        known.decode("one");
        known.decode("one");
        assertThat(checked).hasValue(1);

        now = now.plusSeconds(61);
        known.decode("one");
        assertThat(checked).hasValue(2);
    }

    @Test
    void tellsTokensApart() {
        assertThat(known.decode("one").getSubject()).isEqualTo("one");
        assertThat(known.decode("two").getSubject()).isEqualTo("two");
    }

    @Test
    void remembersNoTokenPastItsTime() {
        known.decode("short");
        now = now.plusSeconds(11);
        known.decode("short");

        assertThat(checked).hasValue(2);
    }

    @Test
    void remembersNoBadToken() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> known.decode("bad")).isInstanceOf(BadJwtException.class);
        }
        assertThat(checked).hasValue(2);
    }
}
