package org.onewindow.licences.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One authorisation, as whom it is about and whoever acts for them are told of it; never its code.
 *
 * @param given whether the reader's licences are used; false: the reader acts for somebody
 * @param basis on what ground
 * @param purpose the matter
 * @param licence only this one; null: whichever of the types is current
 * @param audience the client that may use it
 * @param legalGround a department's article of law
 * @param state {@code live, not-yet, revoked, over, used-up, no-purpose} (its case is over), {@code no-mandate} or {@code not-confirmed}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthorisationRecord(
        String id,
        boolean given,
        String basis,
        String purpose,
        @Nullable String caseNumber,
        List<String> types,
        @Nullable String licence,
        List<String> modes,
        int usesLeft,
        Instant notBefore,
        Instant until,
        Instant madeAt,
        String audience,
        @Nullable String department,
        @Nullable String legalGround,
        String state) {

    /** Whether its holder's or agent's word ends it: what a law gives a department it does not. */
    public boolean endsAtAWord() {
        return (state.equals("live") || state.equals("not-yet"))
                && !basis.equals("statutory")
                && !basis.equals("emergency");
    }
}
