package org.onewindow.licences.document;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a licence's document says of itself to programs: the custom data of its {@code OFD.xml}, under the names of GB/T 36903 where that
 * has one. The seal covers it like all the rest.
 *
 * @param typeCode of its type, 21 characters
 * @param validTo the licence's last day; null: unlimited
 * @param copyUntil a copy's own last day; null: it is an original
 * @param print what its QR code says, by which its store knows it again; null: it has none
 */
public record Told(
        String typeCode, @Nullable LocalDate validTo, @Nullable LocalDate copyUntil, @Nullable String print) {

    private static final String TYPE = "证照类型代码";
    private static final String VALID_TO = "证照有效期截止日期";
    private static final String COPY_UNTIL = "加注件有效期截止日期";
    private static final String PRINT = "核验码";

    Map<String, String> data() {
        var data = new LinkedHashMap<String, String>();
        data.put(TYPE, typeCode);
        if (validTo != null) {
            data.put(VALID_TO, validTo.toString());
        }
        if (copyUntil != null) {
            data.put(COPY_UNTIL, copyUntil.toString());
        }
        if (print != null) {
            data.put(PRINT, print);
        }
        return data;
    }

    /** What a document tells; an {@link IOException} where it does not say what it is, or a day in it is none. */
    static Told of(Map<String, String> data) throws IOException {
        var type = data.get(TYPE);
        if (type == null) {
            throw new IOException("it does not say which type of licence it is");
        }
        return new Told(type, day(data.get(VALID_TO)), day(data.get(COPY_UNTIL)), data.get(PRINT));
    }

    private static @Nullable LocalDate day(@Nullable String text) throws IOException {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException garbage) {
            throw new IOException("a day that it tells is none", garbage);
        }
    }

    /** The first day on which it is over: its own, or its licence's; null: never. */
    @Nullable
    LocalDate lastDay() {
        if (copyUntil == null || validTo == null) {
            return copyUntil == null ? validTo : copyUntil;
        }
        return copyUntil.isBefore(validTo) ? copyUntil : validTo;
    }
}
