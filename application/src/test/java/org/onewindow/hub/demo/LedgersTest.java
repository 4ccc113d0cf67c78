package org.onewindow.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onewindow.hub.client.HubApi;

class LedgersTest {

    private final ArrayNode effects = HubApi.JSON.createArrayNode();
    private final ObjectNode exported = HubApi.JSON.createObjectNode().put("case", "ours");

    LedgersTest() {
        exported.putArray("steps");
        exported.putArray("attempts");
    }

    @Test
    void agreesWhereEveryActHadItsEffectOnce() {
        act("assessment", "tax", "k1", "answered");
        act("clearance", "tax", "k2", "uncertain");
        effect("tax", "assessment-made", "ours");
        effect("tax", "payment-confirmed", "ours");

        var ledgers = Ledgers.compare(exported, effects);

        assertThat(ledgers.differences()).isEmpty();
        assertThat(ledgers.lines()).hasSize(2);
    }

    @Test
    void countsAnActThatWasSentAgainOnce() {
        act("assessment", "tax", "k1", "uncertain");
        act("assessment", "tax", "k1", "answered");
        effect("tax", "assessment-made", "ours");

        assertThat(Ledgers.compare(exported, effects).differences()).isEmpty();
    }

    @Test
    void seesAnEffectThatIsMissing() {
        act("transfer", "land-registry", "k1", "pending");

        assertThat(Ledgers.compare(exported, effects).differences()).containsExactly("land-registry: 1 missing");
    }

    @Test
    void seesAnEffectThatCameTwice() {
        act("assessment", "tax", "k1", "answered");
        effect("tax", "assessment-made", "ours");
        effect("tax", "assessment-made", "ours");

        var ledgers = Ledgers.compare(exported, effects);

        assertThat(ledgers.differences()).containsExactly("twice: tax assessment-made", "tax: 1 too many");
    }

    @Test
    void leavesWhatNobodyAskedForAlone() {
        effect("tax", "assessment-made", "another");
        effect("payment-platform", "bill-paid", "ours");

        assertThat(Ledgers.compare(exported, effects).differences()).isEmpty();
    }

    private void act(String step, String department, String effectKey, String outcome) {
        exported.withArray("steps")
                .addObject()
                .put("key", step)
                .put("department", department)
                .put("state", "done");
        var attempts = exported.withArray("attempts");
        attempts.addObject().put("key", step).put("effectKey", effectKey).put("phase", "leased");
        attempts.addObject().put("key", step).put("effectKey", effectKey).put("outcome", outcome);
    }

    private void effect(String department, String kind, String caseNumber) {
        effects.addObject()
                .put("department", department)
                .put("kind", kind)
                .put("caseNumber", caseNumber)
                .put("reference", "R1");
    }
}
