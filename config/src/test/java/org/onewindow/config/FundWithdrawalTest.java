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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.config.Matter.RequiredMaterial.Source;

/** Savings for a home: what the registry says itself, and what the applicant gives their word for; the tree is the real one. */
class FundWithdrawalTest {

    private static final ConfigurationTree TREE =
            Configuration.load(Path.of(""), Settings.of(Map.of())).orThrow();
    private static final Matter MATTER = Objects.requireNonNull(TREE.matters().get("fund-withdrawal"));

    @Test
    void asksForNothingThatSomebodyMustFetch() {
        assertThat(MATTER.materials().stream().map(Matter.RequiredMaterial::from))
                .containsExactly(Set.of(Source.LICENCE), Set.of(Source.DATA), Set.of(Source.COMMITMENT, Source.UPLOAD));
        assertThat(MATTER.materials().getLast().atLeast()).isEqualTo(TrustLevel.D);
    }

    @Test
    void theRegistrySaysWhoseTheHomeIs() {
        var record = Objects.requireNonNull(TREE.materials().get("title-search-record"));
        var holds = Objects.requireNonNull(record.verifiedBy()).holds();

        for (var holders : List.of("[" + ZHANG + "]", "[" + LIU + ", " + ZHANG + "]")) {
            assertThat(holds.holds(registrySays("{state: 'current', holders: " + holders + "}")))
                    .isTrue();
        }
        assertThat(holds.holds(registrySays("{state: 'current', holders: [" + WANG + "]}")))
                .isFalse();
        assertThat(holds.holds(registrySays("{state: 'historic', holders: [" + ZHANG + "]}")))
                .isFalse();
    }

    /** Asked of the buyer, who applies. */
    private static Map<String, Object> registrySays(String facts) {
        var input = aCase().buyer(ZHANG).asInput();
        input.put("item", input.get("applicant"));
        input.put("facts", Json.object(facts));
        return input;
    }
}
