package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** The kinds of identity documents (证件类型) a party may show. */
public enum IdType {
    @JsonProperty("resident-id")
    RESIDENT_ID,
    @JsonProperty("passport")
    PASSPORT,
    @JsonProperty("hk-macao-permit")
    HK_MACAO_PERMIT,
    @JsonProperty("taiwan-permit")
    TAIWAN_PERMIT,
    @JsonProperty("uscc")
    USCC;

    private static final Pattern PASSPORT_FORM = Pattern.compile("[A-Z0-9]{5,20}");
    private static final Pattern HK_MACAO_FORM = Pattern.compile("[HM][0-9]{8}([0-9]{2})?");
    private static final Pattern TAIWAN_FORM = Pattern.compile("[0-9]{8}([0-9]{2})?");

    /** Whether the number has this document's form and, where it has one, the right check character. */
    public boolean accepts(String number) {
        return switch (this) {
            case RESIDENT_ID -> ResidentId.isValid(number);
            case PASSPORT -> PASSPORT_FORM.matcher(number).matches();
            case HK_MACAO_PERMIT -> HK_MACAO_FORM.matcher(number).matches();
            case TAIWAN_PERMIT -> TAIWAN_FORM.matcher(number).matches();
            case USCC -> CreditCode.isValid(number);
        };
    }
}
