package org.onewindow.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody can ever get is found before anybody asks for it, and printed as the circle that it is. */
class CircularProofsTest {

    private static final String SALE = "matters/sale.yaml";
    private static final String LAST = "from: upload}]";

    private static Tree asking(Path folder, String materials) {
        return Tree.in(folder).change(SALE, LAST, "from: upload}, " + materials + "]");
    }

    /** A matter that issues the card to whoever has the title. */
    private static Tree withCardsForTitles(Tree tree) {
        return tree.write(
                "matters/register.yaml",
                tree.read(SALE)
                        .replace("code: sale", "code: register")
                        .replace("type: card", "type: title")
                        .replace("licence: title", "licence: card"));
    }

    @Test
    void printsLicencesThatNeedEachOther(@TempDir Path folder) {
        var tree = withCardsForTitles(asking(folder, "{type: ¦card, need: predicate, from: licence}"));

        assertThat(tree.faults()).containsExactly(tree.marked() + ": HUB-2045 circular proof: card → title → card");
    }

    @Test
    void printsALicenceThatOneNeedsToGetItself(@TempDir Path folder) {
        var tree = asking(folder, "{type: ¦title, need: predicate, from: licence}")
                .change(SALE, ", supersedes: form.titleNumber", "");

        assertThat(tree.faults()).containsExactly(tree.marked() + ": HUB-2045 circular proof: title → title");
    }

    @Test
    void takesTheRenewalOfALicenceForNoCircle(@TempDir Path folder) {
        assertThat(asking(folder, "{type: title, need: predicate, from: licence}")
                        .faults())
                .isEmpty();
    }

    @Test
    void goesThroughWhatOneNeedsForAMaterial(@TempDir Path folder) {
        var tree = asking(folder, "{type: ¦mandate, from: upload}")
                .change("materials/mandate.yaml", "once-only: true", "needs: [title]");

        assertThat(tree.faults())
                .containsExactly(tree.marked() + ": HUB-2045 circular proof: mandate → title → mandate");
    }

    @Test
    void goesThroughTheOnlyLicenceThatStandsForAMaterial(@TempDir Path folder) {
        var tree = asking(folder, "{type: ¦mandate, need: predicate, from: licence}")
                .change("materials/mandate.yaml", "once-only: true", "satisfied-by: [{type: title}]");

        assertThat(tree.faults())
                .containsExactly(tree.marked() + ": HUB-2045 circular proof: mandate → title → mandate");
    }

    @Test
    void findsNoCircleWhereSomethingElseWillDo(@TempDir Path folder) {
        var tree = asking(folder, "{type: mandate, from: upload}")
                .change("materials/mandate.yaml", "once-only: true", "needs: [title]\nsatisfied-by: [{type: card}]");

        assertThat(tree.faults()).isEmpty();
    }

    @Test
    void findsNoCircleWhereAnotherMatterIssuesItToo(@TempDir Path folder) {
        var tree = withCardsForTitles(asking(folder, "{type: card, need: predicate, from: licence}"));
        var first = tree.read("matters/register.yaml")
                .replace("code: register", "code: first-card")
                .replace("{type: title, need: predicate, from: licence}", "{type: mandate, from: upload}");

        assertThat(tree.write("matters/first-card.yaml", first).faults()).isEmpty();
    }

    @Test
    void findsNoCircleWhereTheIssuerIsAskedForIt(@TempDir Path folder) {
        var tree = withCardsForTitles(asking(folder, "{type: card, need: predicate, from: licence}"))
                .change(
                        "licences/title.yaml",
                        "online-only: true",
                        "online-only: true\npull: {locate: title, fetch: title}");

        assertThat(tree.faults()).isEmpty();
    }

    @Test
    void findsNoCircleWhereTheApplicantsWordWillDoOrOnlySomeAreAsked(@TempDir Path folder) {
        assertThat(withCardsForTitles(asking(folder, "{type: card, need: predicate, from: [licence, commitment]}"))
                        .faults())
                .isEmpty();
        assertThat(withCardsForTitles(asking(
                                folder.resolve("when"),
                                "{type: card, need: predicate, from: licence, when: form.priceFen > 0}"))
                        .faults())
                .isEmpty();
    }
}
