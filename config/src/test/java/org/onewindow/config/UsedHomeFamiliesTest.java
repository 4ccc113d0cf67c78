package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.config.Cases.CHEN;
import static org.onewindow.config.Cases.COMPANY;
import static org.onewindow.config.Cases.LIU;
import static org.onewindow.config.Cases.WANG;
import static org.onewindow.config.Cases.ZHANG;
import static org.onewindow.config.Cases.ZHAO;
import static org.onewindow.config.Cases.aCase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose homes are counted together in the matter used-home-transfer; the tree is the real one. */
class UsedHomeFamiliesTest {

    private static final Expression FAMILIES =
            Objects.requireNonNull(Objects.requireNonNull(Configuration.load(Path.of(""), Settings.of(Map.of()))
                            .orThrow()
                            .matters()
                            .get("used-home-transfer"))
                    .step("homes")
                    .forEach());

    private static @Nullable Object families(Cases given) {
        return FAMILIES.evaluate(given.asInput());
    }

    private static String family(String side, String persons, String of) {
        return "{persons: [" + persons + "], of: [" + of + "], side: '" + side + "'}";
    }

    private static String number(String person) {
        return "'" + Json.object(person).get("idNumber") + "'";
    }

    @Test
    void countsAMarriedCoupleThatSellsAsOneFamily() {
        var given = aCase().seller(LIU)
                .seller(ZHAO)
                .buyer(ZHANG)
                .married(LIU, ZHAO)
                .married(ZHAO, LIU)
                .single(ZHANG);

        assertThat(families(given))
                .isEqualTo(Json.list("["
                        + family("seller", LIU + "," + ZHAO, number(LIU) + "," + number(ZHAO)) + ","
                        + family("buyer", ZHANG, number(ZHANG)) + "]"));
    }

    @Test
    void countsTheSpouseWhoTakesNoPart() {
        var given = aCase().seller(WANG).buyer(ZHANG).married(WANG, CHEN).single(ZHANG);

        assertThat(families(given))
                .isEqualTo(Json.list("[" + family("seller", WANG + "," + CHEN, number(WANG)) + ","
                        + family("buyer", ZHANG, number(ZHANG)) + "]"));
    }

    @Test
    void knowsAMarriageThatOnlyOneOfTheTwoRecordsTells() {
        var given = aCase().seller(LIU)
                .seller(ZHAO)
                .buyer(COMPANY)
                .marriage(LIU, "{}")
                .married(ZHAO, LIU);

        assertThat(families(given))
                .isEqualTo(Json.list("[" + family("seller", LIU + "," + ZHAO, number(LIU) + "," + number(ZHAO)) + "]"));
    }

    @Test
    void hasNoFamilyOfACompany() {
        var given = aCase().seller(WANG).buyer(COMPANY).single(WANG);

        assertThat(families(given)).isEqualTo(Json.list("[" + family("seller", WANG, number(WANG)) + "]"));
    }

    @Test
    void isNothingToAskAmongCompanies() {
        assertThat(families(aCase().seller(COMPANY).buyer(COMPANY))).isEqualTo(List.of());
    }

    @Test
    void keepsTwoBuyersApartWhoAreNotMarriedToEachOther() {
        var given = aCase().seller(WANG)
                .buyer(ZHANG)
                .buyer(LIU)
                .single(WANG)
                .single(ZHANG)
                .married(LIU, ZHAO);

        assertThat(families(given))
                .isEqualTo(Json.list("[" + family("seller", WANG, number(WANG)) + ","
                        + family("buyer", ZHANG, number(ZHANG)) + ","
                        + family("buyer", LIU + "," + ZHAO, number(LIU)) + "]"));
    }

    @Test
    void isOneFamilyOfTwoBuyersMarriedToEachOther() {
        var given = aCase().seller(WANG)
                .buyer(LIU)
                .buyer(ZHAO)
                .single(WANG)
                .married(LIU, ZHAO)
                .married(ZHAO, LIU);

        assertThat(families(given))
                .isEqualTo(Json.list("[" + family("seller", WANG, number(WANG)) + ","
                        + family("buyer", LIU + "," + ZHAO, number(LIU) + "," + number(ZHAO)) + "]"));
    }

    @Test
    void hasAFamilyOnEachSideWhereSpousesSellToEachOther() {
        var given = aCase().seller(LIU).buyer(ZHAO).married(LIU, ZHAO).married(ZHAO, LIU);

        assertThat(families(given))
                .isEqualTo(Json.list("[" + family("seller", LIU + "," + ZHAO, number(LIU)) + ","
                        + family("buyer", ZHAO + "," + LIU, number(ZHAO)) + "]"));
    }

    @Test
    void takesAFormerMarriageForNone() {
        var given = aCase().seller(WANG)
                .buyer(ZHANG)
                .marriage(WANG, "{status: '40'}")
                .marriage(ZHANG, "{}");

        assertThat(families(given))
                .isEqualTo(Json.list("[" + family("seller", WANG, number(WANG)) + ","
                        + family("buyer", ZHANG, number(ZHANG)) + "]"));
    }
}
