package org.onewindow.portal.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.canonical.Localised;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.config.Need;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.authority.Mode;
import org.onewindow.portal.problem.Refusal;

/** Predicate before fields before document, whatever a department wishes. */
class NeedOfMatterTest {

    private static final Localised NAME = new Localised("身份证", "Card");
    private static final List<Mode> USUAL = List.of(Mode.PREDICATE, Mode.FIELDS);
    private static final List<Mode> USUAL_AND_MORE = List.of(Mode.FIELDS, Mode.DOCUMENT);

    @Test
    void letsADepartmentLookAtNoMoreThanTheMatterNeeds() {
        assertThat(modes(new Need.Answers(), null)).containsExactly(Mode.PREDICATE);
        assertThat(modes(new Need.Fields(List.of("name")), null)).isEqualTo(USUAL);
        assertThat(modes(new Need.Document(NAME), List.of(Mode.DOCUMENT))).containsExactly(Mode.DOCUMENT);
        assertThatThrownBy(() -> modes(new Need.Answers(), List.of(Mode.DOCUMENT)))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .returns("more-than-needed", error -> error.code()));
        assertThatThrownBy(() -> modes(new Need.Fields(List.of("name")), USUAL_AND_MORE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void holdsItToTheFieldsThatTheMatterNames() {
        assertThat(fields(new Need.Fields(List.of("name")))).isEqualTo(Map.of("card", List.of("name")));
        assertThat(fields(new Need.Answers())).isEqualTo(Map.of("card", List.of()));
        assertThat(fields(new Need.Document(NAME))).isEmpty();
    }

    private static Map<String, List<String>> fields(@Nullable Need need) {
        return new NeedOfMatter(matter(need), Map.of()).fields(List.of("card"));
    }

    @Test
    void letsItLookAtNothingThatTheMatterDoesNotAskFor() {
        assertThatThrownBy(() -> new NeedOfMatter(matter(null), Map.of()).modes(List.of("register"), null, USUAL))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .returns("out-of-scope", error -> error.code()));
    }

    @Test
    void letsItLookAtWhatWasDemandedAsFarAsWhoDemandsItMay() {
        var need = new NeedOfMatter(
                matter(new Need.Answers()),
                Map.of("register", NeedOfMatter.ALL, "title", Set.copyOf(USUAL), "card", NeedOfMatter.ALL));

        assertThat(need.modes(List.of("register"), List.of(Mode.DOCUMENT), USUAL))
                .as("by a supervisor")
                .containsExactly(Mode.DOCUMENT);
        assertThat(need.modes(List.of("title"), null, USUAL))
                .as("by a department, and answered with it")
                .isEqualTo(USUAL);
        assertThatThrownBy(() -> need.modes(List.of("title"), List.of(Mode.DOCUMENT), USUAL))
                .isInstanceOf(Refusal.class);
        assertThat(need.fields(List.of("title", "register"))).as("all of them").isEmpty();
        assertThat(need.modes(List.of("card"), null, USUAL))
                .as("the matter says how much of it is needed")
                .containsExactly(Mode.PREDICATE);
    }

    @Test
    void goesOnAsBeforeWhereTheMatterIsOfBeforeThat() {
        assertThat(modes(null, List.of(Mode.DOCUMENT))).containsExactly(Mode.DOCUMENT);
    }

    private static List<Mode> modes(@Nullable Need need, @Nullable List<Mode> wished) {
        return new NeedOfMatter(matter(need), Map.of()).modes(List.of("card"), wished, USUAL);
    }

    private static Matter matter(@Nullable Need need) {
        var card = new RequiredMaterial(
                "card", NAME, Set.of(Source.LICENCE), null, TrustLevel.C, null, ValidOn.DECISION, null, need);
        return new Matter(
                "sale",
                "1",
                NAME,
                new Matter.Limit(30, 5),
                null,
                "{}",
                Map.of(),
                List.of(),
                List.of(card),
                Map.of(),
                null,
                Map.of(),
                Map.of(),
                null);
    }
}
