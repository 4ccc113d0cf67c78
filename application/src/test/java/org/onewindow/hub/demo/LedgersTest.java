package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onewindow.hub.client.HubApi;

class LedgersTest {

    private final ArrayNode effects = HubApi.JSON.createArrayNode();

    @Test
    void agreesWhereEveryActHadItsEffectOnce() {
        effect("tax", "assessment", "ours");
        effect("tax", "clearance", "ours");

        var ledgers = Ledgers.compare("ours", effects, Map.of("tax", 2));

        assertThat(ledgers.differences()).isEmpty();
        assertThat(ledgers.lines()).hasSize(2);
    }

    @Test
    void seesAnEffectThatIsMissing() {
        effect("tax", "assessment", "ours");

        var ledgers = Ledgers.compare("ours", effects, Map.of("tax", 1, "land-registry", 1));

        assertThat(ledgers.differences()).containsExactly("land-registry: 1 missing");
    }

    @Test
    void seesAnEffectThatCameTwice() {
        effect("tax", "assessment", "ours");
        effect("tax", "assessment", "ours");

        var ledgers = Ledgers.compare("ours", effects, Map.of("tax", 1));

        assertThat(ledgers.differences()).containsExactly("twice: tax assessment", "tax: 1 too many");
    }

    @Test
    void leavesOtherCasesAlone() {
        effect("tax", "assessment", "another");

        assertThat(Ledgers.compare("ours", effects, Map.of()).differences()).isEmpty();
    }

    private void effect(String department, String kind, String caseNumber) {
        effects.addObject()
                .put("department", department)
                .put("kind", kind)
                .put("caseNumber", caseNumber)
                .put("reference", "R1");
    }
}
