package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.config.Cases.LIU;
import static org.onewindow.config.Cases.WANG;
import static org.onewindow.config.Cases.ZHANG;
import static org.onewindow.config.Cases.aCase;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.config.Matter.RequiredMaterial.Source;

/** The buyer's household register: its rules over realistic facts, and what it asks for; the tree is the real one. */
class ResidenceMoveTest {

    private static final ConfigurationTree TREE =
            Configuration.load(Path.of(""), Settings.of(Map.of())).orThrow();
    private static final Matter MATTER = Objects.requireNonNull(TREE.matters().get("residence-move"));

    private static String refusal(String title) {
        var given = aCase().buyer(ZHANG).facts("title", title);
        return MATTER.step("title").refuseWhen().stream()
                .filter(rule -> rule.when().holds(given.asInput()))
                .map(Matter.Rule::reason)
                .findFirst()
                .orElse("none");
    }

    @Test
    void isOpenToWhoeverHoldsTheDwellingToday() {
        assertThat(refusal("{usage: 'residential', state: 'current', holders: [" + ZHANG + ", " + LIU + "]}"))
                .isEqualTo("none");
        assertThat(refusal("{usage: 'residential', state: 'current', holders: [" + ZHANG + "]}"))
                .isEqualTo("none");
        assertThat(refusal("{usage: 'residential', state: 'current', holders: [" + WANG + "]}"))
                .isEqualTo("not-holder");
        assertThat(refusal("{usage: 'commercial', state: 'current', holders: [" + ZHANG + "]}"))
                .isEqualTo("not-residential");
        assertThat(refusal("{usage: 'residential', state: 'historic', holders: [" + WANG + "]}"))
                .isEqualTo("title-historic");
    }

    @Test
    void movesAPersonOnceAtATime() {
        var rule = Objects.requireNonNull(MATTER.oneOpenCasePer());

        assertThat(rule.evaluate(aCase().buyer(ZHANG).asInput())).isEqualTo("370102198503078212");
    }

    /** What nobody keeps, the department that issued it is asked for. */
    @Test
    void asksForNothingThatSomebodyMustBring() {
        assertThat(MATTER.materials())
                .allSatisfy(asked -> assertThat(asked.from()).isEqualTo(Set.of(Source.LICENCE)))
                .extracting(Matter.RequiredMaterial::type)
                .containsExactly("household-register", "real-estate-title", "resident-identity-card");
        assertThat(Objects.requireNonNull(TREE.licences().get("household-register"))
                        .pull())
                .isNotNull();
    }

    @Test
    void issuesTheNewRegisterInPlaceOfOneThatNobodyIsLeftIn() {
        var issue = Objects.requireNonNull(MATTER.issues());
        var replaces = Objects.requireNonNull(issue.supersedes());
        var alone = aCase().buyer(ZHANG).facts("move", "{register: {number: 'H2', address: 'A'}, ended: 'H1'}");
        var others = aCase().buyer(ZHANG).facts("move", "{register: {number: 'H2', address: 'A'}}");

        assertThat(issue.from().evaluate(alone.asInput())).isEqualTo(Map.of("number", "H2", "address", "A"));
        assertThat(replaces.evaluate(alone.asInput())).isEqualTo("H1");
        assertThat(replaces.evaluate(others.asInput())).isNull();
    }
}
