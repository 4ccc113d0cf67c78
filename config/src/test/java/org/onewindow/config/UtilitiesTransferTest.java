package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.config.Cases.LIU;
import static org.onewindow.config.Cases.WANG;
import static org.onewindow.config.Cases.ZHANG;
import static org.onewindow.config.Cases.aCase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.config.Matter.RequiredMaterial.Source;

/** The buyer's second application: its rules over realistic facts, and what it asks for; the tree is the real one. */
class UtilitiesTransferTest {

    private static final ConfigurationTree TREE =
            Configuration.load(Path.of(""), Settings.of(Map.of())).orThrow();
    private static final Matter MATTER = Objects.requireNonNull(TREE.matters().get("utilities-transfer"));
    private static final String OF_THE_BUYER =
            "{unitNumber: 'U1', state: 'current', holders: [" + ZHANG + ", " + LIU + "]}";

    private static String refusal(String step, Cases given) {
        return MATTER.step(step).refuseWhen().stream()
                .filter(rule -> rule.when().holds(given.asInput()))
                .map(Matter.Rule::reason)
                .findFirst()
                .orElse("none");
    }

    private static String refusalOfTitle(String title) {
        return refusal("title", aCase().buyer(ZHANG).facts("title", title));
    }

    @Test
    void isOpenToWhoeverStandsInTheRegister() {
        assertThat(refusalOfTitle(OF_THE_BUYER)).isEqualTo("none");
        assertThat(refusalOfTitle("{state: 'current', holders: [" + ZHANG + "]}"))
                .isEqualTo("none");
        assertThat(refusalOfTitle("{state: 'current', holders: [" + WANG + "]}"))
                .isEqualTo("not-holder");
        assertThat(refusalOfTitle("{state: 'historic', holders: [" + WANG + "]}"))
                .isEqualTo("title-historic");
    }

    @Test
    void refusesAnAccountOfAnotherHomeOneThatIsClosedAndOneThatOwes() {
        for (var step : List.of("water", "gas", "heating")) {
            assertThat(refusalOfAccount(step, "{unitNumber: 'U1', state: 'open', debtFen: 0}"))
                    .isEqualTo("none");
            assertThat(refusalOfAccount(step, "{unitNumber: 'U2', state: 'open', debtFen: 0}"))
                    .isEqualTo(step + "-account-elsewhere");
            assertThat(refusalOfAccount(step, "{unitNumber: 'U1', state: 'closed', debtFen: 0}"))
                    .isEqualTo(step + "-account-closed");
            assertThat(refusalOfAccount(step, "{unitNumber: 'U1', state: 'open', debtFen: 1}"))
                    .isEqualTo(step + "-debt");
        }
    }

    private static String refusalOfAccount(String step, String account) {
        return refusal(step, aCase().buyer(ZHANG).facts("title", OF_THE_BUYER).facts(step, account));
    }

    @Test
    void changesNothingBeforeAllThreeAreKnown() {
        assertThat(List.of("water-change", "gas-change", "heating-change"))
                .allSatisfy(step -> assertThat(MATTER.step(step).after()).containsExactly("water", "gas", "heating"));
    }

    @Test
    void needsNoUpload() {
        assertThat(MATTER.materials())
                .allSatisfy(asked -> assertThat(asked.from()).containsAnyOf(Source.LICENCE, Source.STORED));
    }

    @Test
    void knowsTheContractAgainByTheTitleThatWasSold() {
        var watched =
                Objects.requireNonNull(Objects.requireNonNull(TREE.materials().get("sale-contract"))
                        .watched()
                        .get("titleNumber"));

        assertThat(watched.evaluate(Map.of("form", Map.of("titleNumber", "old"))))
                .isEqualTo("old");
        assertThat(watched.evaluate(Map.of("form", Map.of("titleNumber", "new", "formerTitleNumber", "old"))))
                .isEqualTo("old");
        assertThat(watched.evaluate(Map.of("form", Map.of("titleNumber", "new", "formerTitleNumber", "another"))))
                .isEqualTo("another");
    }

    @Test
    void fillsInBothTitlesFromTheTransfer() {
        var sold = Map.of("matter", "used-home-transfer", "state", "approved", "form", Map.of("titleNumber", "old"));
        var known = Map.of(
                "licences",
                List.of(
                        Map.of("type", "real-estate-title", "state", "revoked", "number", "gone"),
                        Map.of("type", "real-estate-title", "state", "valid", "number", "new")),
                "cases",
                List.of(Map.of("matter", "another", "state", "approved", "form", Map.of("titleNumber", "no")), sold));

        assertThat(filledIn("titleNumber", known)).isEqualTo("new");
        assertThat(filledIn("formerTitleNumber", known)).isEqualTo("old");
        assertThat(filledIn("titleNumber", Map.of("licences", List.of(), "cases", List.of())))
                .isNull();
    }

    private static @Nullable Object filledIn(String field, Map<String, ?> known) {
        return Objects.requireNonNull(MATTER.prefill().get(field)).evaluate(known);
    }
}
