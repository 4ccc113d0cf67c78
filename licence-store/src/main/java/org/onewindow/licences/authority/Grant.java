package org.onewindow.licences.authority;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param fields of these types these fields only
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
        Map<String, List<String>> fields,
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
        fields = Map.copyOf(fields);
    }

    /** Of all fields that the modes allow. */
    public Grant(
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
        this(
                basis,
                holder,
                purpose,
                caseNumber,
                types,
                licence,
                modes,
                Map.of(),
                maxUses,
                notBefore,
                until,
                audience,
                legalGround,
                idempotencyKey);
    }

    /** Ground and purpose only. */
    @Override
    public String toString() {
        return "Grant[" + basis + ", " + purpose + "]";
    }
}
