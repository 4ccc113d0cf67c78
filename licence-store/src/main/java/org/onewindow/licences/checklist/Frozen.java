package org.onewindow.licences.checklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checklist as it was told (一次性告知书).
 *
 * @param number 1 for the first of its case
 * @param sha256 of the body, in hex
 * @param wanted keys of what was asked of the applicant
 * @param newFacts of these, what is asked because something became known since
 * @param override why it asks for more than the notice before; null: it does not, or only for new facts
 */
public record Frozen(
        int number,
        String sha256,
        String ruleVersion,
        Instant asOf,
        String body,
        List<String> wanted,
        List<String> newFacts,
        @Nullable Leave override) {

    /** How an item stood; what is not on the list is missing. */
    public Standing standing(String key) {
        var code = ListText.standings(body).get(key);
        return code == null ? Standing.MISSING : Standing.of(code);
    }

    /** That a supervisor had more told than was told at once. */
    public record Leave(String reason, Instant at) {}
}
