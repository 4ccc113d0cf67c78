package org.onewindow.licences.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.licences.Somebody.REGISTER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.Somebody;
import org.onewindow.licences.TestStore;

/** What a verifier without a line can know of a licence that its holder takes along. */
class StatusListsTest {

    private static final String ISSUER =
            TestStore.CATALOGUE.type(REGISTER).issuer().code();
    private static final Actor BUREAU = new Actor("public-security", "department", "public-security", null);

    private final StatusLists lists = TestStore.store().statusLists();
    private final Somebody wang = Somebody.arrives();
    private final String number = wang.holds(REGISTER);
    private final String licence = TestStore.own().all(wang.actor()).getFirst().id();

    @Test
    void showsEachChangeOfStateAtThePlaceOfTheLicence() {
        int place = place();

        assertThat(stateAt(place)).isZero();
        change(LicenceChange.SUSPEND);
        assertThat(stateAt(place)).isEqualTo(2);
        change(LicenceChange.RESUME);
        assertThat(stateAt(place)).isZero();
        change(LicenceChange.REVOKE);
        assertThat(stateAt(place)).isEqualTo(1);
        assertThat(lists.takeAlong(wang.actor(), licence, ISSUER)).isEqualTo(new TakenAlong.Refused("not-in-force"));
    }

    @Test
    void givesAVersionOnePlaceAndItsRenewalAnother() {
        int before = place();

        assertThat(place()).isEqualTo(before);
        TestStore.life().renew(BUREAU, wang.draft(REGISTER, number));

        assertThat(place()).isNotEqualTo(before);
        assertThat(stateAt(before)).as("what an older version is worth").isEqualTo(1);
    }

    @Test
    void givesNobodyThePlaceOfAnothersLicence() {
        place();

        assertThat(lists.takeAlong(Somebody.arrives().actor(), licence, ISSUER))
                .isEqualTo(new TakenAlong.Refused("unknown"));
    }

    /** No oracle: what looks revoked may be nobody's, and no licence ever stands at such a place. */
    @Test
    void hidesTheRevokedAmongDecoys() {
        var bytes = unpacked();

        long seeming = IntStream.range(0, bytes.length * 4)
                .filter(place -> state(bytes, place) != 0)
                .count();
        assertThat(seeming).isBetween(500L, 2000L);
        assertThat(new Decoys(TestStore.HASH, ISSUER).at(place())).isZero();
        assertThat(lists.packed(ISSUER)).hasSizeLessThan(6000);
    }

    private int place() {
        return ((TakenAlong.Placed) lists.takeAlong(wang.actor(), licence, ISSUER)).place();
    }

    private void change(LicenceChange change) {
        TestStore.life().change(BUREAU, REGISTER, number, change, null, null, TestStore.CLOCK.instant());
    }

    private int stateAt(int place) {
        return state(unpacked(), place);
    }

    private static int state(byte[] bytes, int place) {
        return (bytes[place / 4] >> (place % 4 * 2)) & 3;
    }

    private byte[] unpacked() {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(lists.packed(ISSUER)))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
