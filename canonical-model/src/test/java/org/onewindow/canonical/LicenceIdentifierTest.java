package org.onewindow.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.canonical.LicenceIdentifier.Check;

/** Invariant I13: an identifier is valid or flagged. */
class LicenceIdentifierTest {

    private static final String TYPE = "11990000MB9990001A021";
    private static final String ISSUER = "11990100MB99900173";
    private static final String SERIAL = "2026000000000123";

    /** The first is the standard's own example, the others were found in public use. */
    @ParameterizedTest
    @CsvSource({
        "A12425GABC1234002, M",
        "11100000000013338W01111430000006122244L20230000403001, U",
        "11100000000013338W00911330105002500287C2025052201002, 0"
    })
    void agreesWithKnownCheckCharacters(String covered, char check) {
        assertThat(LicenceIdentifier.checkCharacter(covered)).isEqualTo(check);
    }

    @Test
    void makesTheIdentifierOfAnIssueAndOfItsRenewal() {
        assertThat(LicenceIdentifier.of(TYPE, ISSUER, SERIAL, 1).text())
                .isEqualTo("1.2.156.3005.2.11990000MB9990001A021.11990100MB99900173.2026000000000123.001.5");
        assertThat(LicenceIdentifier.of(TYPE, ISSUER, SERIAL, 2).text()).endsWith(".002.3");
    }

    @Test
    void readsItsParts() {
        var identifier = LicenceIdentifier.of(TYPE, ISSUER, SERIAL, 12);

        assertThat(identifier.type()).isEqualTo(TYPE);
        assertThat(identifier.issuer()).isEqualTo(ISSUER);
        assertThat(identifier.serial()).isEqualTo(SERIAL);
        assertThat(identifier.version()).isEqualTo(12);
        assertThat(identifier.toString()).doesNotContain(SERIAL);
    }

    /** A copied implementation counts A as 11; its identifiers are told to be wrong, and those of other forms are left alone. */
    @Test
    void flagsWhatOthersMade() {
        var root = LicenceIdentifier.ROOT + ".";

        assertThat(LicenceIdentifier.check(root + "11100000000013338W011.11430000006122244L.20230000403.001.D"))
                .isEqualTo(Check.BAD);
        assertThat(LicenceIdentifier.check(root + "11100000000013338W011.11430000006122244L.20230000403.001.U"))
                .isEqualTo(Check.OK);
        assertThat(LicenceIdentifier.check("鲁(2016)济南市不动产权第0012345号")).isEqualTo(Check.NOT_APPLICABLE);
        assertThat(LicenceIdentifier.parse("370102")).isEmpty();
    }

    @Test
    void issuesNothingWrong() {
        assertThatThrownBy(() -> LicenceIdentifier.of(TYPE, ISSUER, SERIAL, 1000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LicenceIdentifier.of(TYPE, ISSUER, "第12号", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("第12号");
    }

    @Property
    void catchesEverySingleWrongCharacter(
            @ForAll("identifiers") LicenceIdentifier identifier,
            @ForAll @IntRange(max = 57) int place,
            @ForAll("characters") char other) {
        var text = identifier.text();
        int at = LicenceIdentifier.ROOT.length() + 1 + place % (text.length() - LicenceIdentifier.ROOT.length() - 1);
        if (text.charAt(at) != '.' && text.charAt(at) != other) {
            assertThat(LicenceIdentifier.check(text.substring(0, at) + other + text.substring(at + 1)))
                    .isNotEqualTo(Check.OK);
        }
    }

    /** A hybrid system of ISO 7064 catches every wrong character, but not every swapped pair. */
    @Test
    void catchesAllButAFewTranspositionsOfNeighbours() {
        var characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        int swapped = 0;
        int missed = 0;
        for (int i = 0; i < characters.length(); i++) {
            for (int j = 0; j < characters.length(); j++) {
                char one = characters.charAt(i);
                char other = characters.charAt(j);
                var text = LicenceIdentifier.of(TYPE, ISSUER, SERIAL + one + other, 1)
                        .text();
                var wrong = text.replace(SERIAL + one + other, SERIAL + other + one);
                swapped += one == other ? 0 : 1;
                missed += one != other && LicenceIdentifier.check(wrong) == Check.OK ? 1 : 0;
            }
        }
        assertThat(missed).isLessThan(swapped / 100);
    }

    @Provide
    Arbitrary<LicenceIdentifier> identifiers() {
        return Combinators.combine(
                        characters().list().ofSize(16), Arbitraries.integers().between(1, 999))
                .as((serial, version) -> {
                    var text = new StringBuilder();
                    serial.forEach(text::append);
                    return LicenceIdentifier.of(TYPE, ISSUER, text.toString(), version);
                });
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .chars()
                .mapToObj(c -> (char) c)
                .toList());
    }
}
