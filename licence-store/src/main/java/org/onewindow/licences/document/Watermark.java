package org.onewindow.licences.document;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** What a copy says across its face, in the words of 国办函〔2016〕108号 for what the authority itself provides (A). */
public final class Watermark {

    /** So long a copy is good at most; its licence may end earlier. */
    public static final Period LASTS = Period.ofDays(30);

    private Watermark() {}

    /**
     * For one use.
     *
     * @param issuer who provides it
     * @param validTo the licence's last day; null: unlimited
     * @param use for whom it is made, when, and by which code
     */
    public static String of(String issuer, LocalDate today, @Nullable LocalDate validTo, String use) {
        var last = today.plus(LASTS);
        var until = validTo != null && validTo.isBefore(last) ? validTo : last;
        return "此件由%s提供,仅供办理政务服务事项时使用,有效期至%d年%d月%d日\n%s"
                .formatted(issuer, until.getYear(), until.getMonthValue(), until.getDayOfMonth(), use);
    }
}
