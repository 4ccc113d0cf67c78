package org.onewindow.config;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Localised;

/**
 * A kind of material (材料) as {@code config/materials/<id>.yaml} registers it: what is not classified here is not taken (分类归集).
 *
 * @param holders whose it can be
 * @param kept how long it stays in the holder's own space after it was last used
 * @param validFor for how long it is good after it was handed in; null: for as long as it is kept
 * @param onceOnly an original for one case, such as a signed form: never used again
 * @param selfMade made by the applicant, who answers for it: trusted as {@link TrustLevel#D} unless a window took it in
 * @param watched what it was true for, by name: expressions over {@code {applicant, parties, form}}. Where one of them has another value now
 *     than when the material was handed in, "unchanged" cannot be said of it
 * @param verifiedBy the operation that can say whether it holds, so that nobody need bring it; null: nobody is connected who could
 * @param satisfiedBy other materials or licences that stand for it
 * @param needs what one must hold to obtain it from outside the hub
 */
public record MaterialType(
        String id,
        Localised name,
        LicenceType.Holders holders,
        LicenceType.Sensitivity sensitivity,
        Duration kept,
        @Nullable Duration validFor,
        boolean onceOnly,
        boolean selfMade,
        Map<String, Expression> watched,
        @Nullable Verification verifiedBy,
        List<Substitute> satisfiedBy,
        List<String> needs) {

    /** Its last day, where it was handed in on that day; null: it has none. */
    public @Nullable LocalDate lastDay(LocalDate handedInOn) {
        return validFor == null ? null : handedInOn.plusDays(validFor.toDays());
    }

    /**
     * Asks a department instead of the citizen.
     *
     * @param operation one of effect {@code read}
     * @param holds over {@code {applicant, parties, form, item, facts}}, where {@code item} is whose material it is
     */
    public record Verification(String department, String operation, Expression holds) {}

    /**
     * One that stands for another.
     *
     * @param type a material or a licence
     * @param when over {@code {applicant, parties, form}}; null: always
     */
    public record Substitute(String type, @Nullable Expression when) {}
}
