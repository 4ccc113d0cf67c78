package org.onewindow.licences.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Licence;
import org.onewindow.licences.Licence.Status;
import org.onewindow.licences.authority.Predicate.Kind;
import org.onewindow.licences.authority.Predicate.Truth;

/** What can be said of a licence without showing it. */
class PredicateTest {

    private static final Instant TODAY = Instant.parse("2026-11-23T02:00:00Z");

    @Test
    void saysWhetherItIsInForceOnADayThatIsStillToCome() {
        assertThat(on("2026-12-31", Status.VALID)).isEqualTo(Truth.TRUE);
        assertThat(on("2027-01-01", Status.VALID)).as("after its last day").isEqualTo(Truth.FALSE);
        assertThat(on("2026-12-31", Status.REVOKED)).isEqualTo(Truth.FALSE);
        assertThat(on("2026-12-31", Status.SUSPENDED)).as("it may be resumed").isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void doesNotSayOfADayThatIsPastWhatItDoesNotKnow() {
        assertThat(on("2026-11-22", Status.VALID)).isEqualTo(Truth.UNKNOWN);
        assertThat(on("2026-11-22", Status.REVOKED)).isEqualTo(Truth.UNKNOWN);
        assertThat(on("2026-10-31", Status.VALID)).as("before its issue").isEqualTo(Truth.FALSE);
        assertThat(on("soon", Status.VALID)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void comparesDaysAsItDoesNumbers() {
        assertThat(asked(Kind.AT_MOST, "builtOn", "2000-01-01")).isEqualTo(Truth.TRUE);
        assertThat(asked(Kind.AT_LEAST, "builtOn", "2000-01-01")).isEqualTo(Truth.FALSE);
        assertThat(asked(Kind.AT_LEAST, "area", 80)).isEqualTo(Truth.TRUE);
        assertThat(asked(Kind.AT_LEAST, "builtOn", 80)).isEqualTo(Truth.UNKNOWN);
    }

    private static Truth on(String day, Status status) {
        return new Predicate(Kind.VALID_ON, null, day).of(licence(status));
    }

    private static Truth asked(Kind kind, String field, @Nullable Object value) {
        return new Predicate(kind, field, value).of(licence(Status.VALID));
    }

    private static Licence licence(Status status) {
        return new Licence(
                "lic_1",
                "real-estate-title",
                "1",
                null,
                1,
                List.of(),
                Map.of("builtOn", "1998-05-01", "area", 89.5),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 12, 31),
                status,
                TODAY);
    }
}
