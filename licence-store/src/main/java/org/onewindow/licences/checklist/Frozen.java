package org.onewindow.licences.checklist;

import java.time.Instant;
import java.util.List;

/**
 * A checklist as it was told (一次性告知书).
 *
 * @param number 1 for the first of its case
 * @param sha256 of the body, in hex
 * @param wanted keys of what was asked of the applicant
 * @param newFacts of these, what is asked because something became known since
 */
public record Frozen(
        int number,
        String sha256,
        String ruleVersion,
        Instant asOf,
        String body,
        List<String> wanted,
        List<String> newFacts) {}
