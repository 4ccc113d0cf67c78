package org.onewindow.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void acceptsTheContractsExampleNumbers() {
        assertThat(ResidentId.isValid("370102198503078212")).isTrue();
        assertThat(ResidentId.isValid("37010219950715888X")).isTrue();
        assertThat(CreditCode.isValid("91370100MA3C0ABC1L")).isTrue();
    }

    @Test
    void takesASmallXForACapitalOne() {
        assertThat(ResidentId.parse("37010219950715888x")).contains(new ResidentId("37010219950715888X"));
    }

    @Test
    void refusesABirthdayThatIsNoDate() {
        var feb30 = "37010219900230101";

        assertThat(ResidentId.isValid(feb30 + ResidentId.checkCharacter(feb30))).isFalse();
    }

    @Test
    void neverPrintsAWholeResidentNumber() {
        assertThat(new ResidentId("370102198503078212").toString()).isEqualTo("370102********8212");
    }

    @Property
    void catchesEverySingleWrongDigitOfAResidentNumber(
            @ForAll("residentNumbers") String number,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var wrong = with(number, place, (char) ('0' + (number.charAt(place) - '0' + by) % 10));

        assertThat(ResidentId.isValid(wrong)).isFalse();
    }

    @Property
    void catchesEveryTranspositionOfNeighboursInAResidentNumber(
            @ForAll("residentNumbers") String number, @ForAll @IntRange(max = 15) int place) {
        var swapped = with(with(number, place, number.charAt(place + 1)), place + 1, number.charAt(place));

        assertThat(ResidentId.isValid(swapped)).isEqualTo(number.charAt(place) == number.charAt(place + 1));
    }

    @Property
    void catchesEverySingleWrongCharacterOfACreditCode(
            @ForAll("creditCodes") String code,
            @ForAll @IntRange(max = 17) int place,
            @ForAll("creditCharacters") char other) {
        var wrong = with(code, place, other);

        assertThat(CreditCode.isValid(wrong)).isEqualTo(wrong.equals(code));
    }

    @Property
    void catchesEverySingleWrongCharacterOfACaseNumber(
            @ForAll @IntRange(min = 9, max = 16) int place, @ForAll("caseCharacters") char other) {
        var number = CaseNumber.on(LocalDate.of(2026, 11, 24));

        var wrong = with(number.text(), place, other);

        assertThat(CaseNumber.parse(wrong).isPresent()).isEqualTo(wrong.equals(number.text()));
    }

    @Test
    void numbersACaseByItsDay() {
        assertThat(CaseNumber.on(LocalDate.of(2026, 11, 24)).text()).matches("OW261124-[0-9A-Y]{8}-[0-9A-Y]");
    }

    @Test
    void refusesATextThatIsNoCaseNumber() {
        assertThatThrownBy(() -> new CaseNumber("OW261124-00000000-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheKeyOfAnActOverRetriesAndChangesItForAnotherAct() {
        var number = CaseNumber.on(LocalDate.of(2026, 11, 24));

        assertThat(EffectKey.of(number, "transfer", 1)).isEqualTo(EffectKey.of(number, "transfer", 1));
        assertThat(IntStream.of(1, 2, 3)
                        .mapToObj(revision -> EffectKey.of(number, "transfer", revision))
                        .distinct())
                .hasSize(3);
        assertThat(EffectKey.of(number, "transfer/undo", 1)).isNotEqualTo(EffectKey.of(number, "transfer", 1));
        assertThat(EffectKey.of(number, "transfer", 1).uuid().version()).isEqualTo(5);
        assertThat(EffectKey.of(number, "transfer", 1).uuid().variant()).isEqualTo(2);
    }

    @Property
    void shortensAKeyToSoManyCharacters(
            @ForAll @IntRange(min = 8, max = 25) int length, @ForAll @IntRange(min = 1) int revision) {
        var number = CaseNumber.on(LocalDate.of(2026, 11, 24));

        assertThat(EffectKey.of(number, "withdrawal", revision).inCharacters(length))
                .matches("[0-9A-V]{" + length + "}");
    }

    @Provide
    Arbitrary<String> residentNumbers() {
        return Combinators.combine(
                        Arbitraries.integers().between(110101, 659001),
                        Arbitraries.integers().between(0, 36_000),
                        Arbitraries.integers().between(0, 999))
                .as((division, day, order) -> {
                    var birthday =
                            LocalDate.of(1920, 1, 1).plusDays(day).toString().replace("-", "");
                    var first17 = division + birthday + "%03d".formatted(order);
                    return first17 + ResidentId.checkCharacter(first17);
                });
    }

    @Provide
    Arbitrary<String> creditCodes() {
        return Combinators.combine(
                        Arbitraries.of("91", "12", "5Y"),
                        Arbitraries.integers().between(100000, 999999),
                        creditCharacters().list().ofSize(9))
                .as((kind, division, organisation) -> {
                    var text = new StringBuilder(kind).append(division);
                    organisation.forEach(text::append);
                    return text.append(CreditCode.checkCharacter(text.toString()))
                            .toString();
                });
    }

    @Provide
    Arbitrary<Character> creditCharacters() {
        return Arbitraries.of("0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(c -> (char) c)
                .toList());
    }

    @Provide
    Arbitrary<Character> caseCharacters() {
        return Arbitraries.of("0123456789ABCDEFGHJKMNPQRSTVWXY"
                .chars()
                .mapToObj(c -> (char) c)
                .toList());
    }

    private static String with(String text, int place, char character) {
        return text.substring(0, place) + character + text.substring(place + 1);
    }
}
