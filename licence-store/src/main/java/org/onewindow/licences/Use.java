package org.onewindow.licences;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;

/**
 * Who looks at somebody's licences, and what for: written down before anything is shown.
 *
 * @param actor the token's subject, or {@code hub} where a case asks by itself
 * @param purpose the matter's code, or {@code own-view} where the holder looks
 * @param caseNumber the case it is for
 */
public record Use(String actor, String purpose, @Nullable CaseNumber caseNumber) {

    public static Use byHolder(String subject) {
        return new Use(subject, "own-view", null);
    }
}
