package org.onewindow.licences.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a copy says of its use: at its foot the words of 国办函〔2016〕108号 for what an authority itself provides (A), slantwise across each
 * page for whom and what it was made.
 *
 * @param to who may use it, such as the department's name
 * @param matter for which matter, by its name
 * @param caseNumber and in which case
 * @param at when it was made
 * @param codeTail the last characters of the code that it was made by
 */
public record Watermark(String to, String matter, String caseNumber, Instant at, String codeTail) {

    /** So long a copy is good at most; its licence may end earlier. */
    private static final Period LASTS = Period.ofDays(30);

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BEIJING);

    /**
     * The copy's own last day.
     *
     * @param validTo the licence's; null: unlimited
     */
    public LocalDate lastDay(@Nullable LocalDate validTo) {
        var last = LocalDate.ofInstant(at, BEIJING).plus(LASTS);
        return validTo != null && validTo.isBefore(last) ? validTo : last;
    }

    String across() {
        return "仅供%s办理%s(%s)使用 %s 用证码尾号%s".formatted(to, matter, caseNumber, MINUTE.format(at), codeTail);
    }

    static String provided(String issuer, LocalDate lastDay) {
        return "此件由%s提供,仅供办理政务服务事项时使用,有效期至%d年%d月%d日"
                .formatted(issuer, lastDay.getYear(), lastDay.getMonthValue(), lastDay.getDayOfMonth());
    }
}
