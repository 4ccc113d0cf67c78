package org.onewindow.licences.authority;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.keys.HolderId;

/**
 * What is to be authorised.
 *
 * @param holder whose licences
 * @param purpose the matter of the case; {@code presenting} where the holder shows a licence
 * @param caseNumber the open case that names the holder; null only where the holder presents
 * @param types the licence types it is for
 * @param licence only this one; null: whichever of the types is current
 * @param audience the client that may use the code; {@code *}: whoever has it
 * @param legalGround the article of law of a department
 */
public record Grant(
        Basis basis,
        HolderId holder,
        String purpose,
        @Nullable CaseNumber caseNumber,
        List<String> types,
        @Nullable String licence,
        List<Mode> modes,
        int maxUses,
        Instant notBefore,
        Instant until,
        String audience,
        @Nullable String legalGround,
        @Nullable String idempotencyKey) {

    public static final String PRESENTING = "presenting";

    public Grant {
        types = List.copyOf(types);
        modes = List.copyOf(modes);
    }

    /** Ground and purpose only. */
    @Override
    public String toString() {
        return "Grant[" + basis + ", " + purpose + "]";
    }
}
