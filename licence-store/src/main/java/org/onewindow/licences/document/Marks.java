package org.onewindow.licences.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.LicenceType;
import org.onewindow.licences.Licence;

/**
 * What is put on a sheet besides what the licence says.
 *
 * @param note at its foot, in one or several lines; null: nothing
 * @param across slantwise over each page, faint; null: nothing
 * @param code what its QR code says; null: it has none
 * @param told what the document says of itself to programs; null: nothing
 */
public record Marks(@Nullable String note, @Nullable String across, @Nullable String code, @Nullable Told told) {

    public static final Marks NONE = new Marks(null, null, null, null);

    /** Of what changes after its issue: its state is asked, not read. */
    private static final String ASK = "本证照签发后可能变更,须扫描二维码联网核验,以核验结果为准";

    /**
     * Of the original that a holder has.
     *
     * @param print what its QR code says
     */
    public static Marks original(LicenceType type, Licence licence, String print) {
        var told = new Told(type.code(), licence.validTo(), null, print);
        return new Marks(type.onlineOnly() ? ASK : null, null, print, told);
    }

    /** Of a copy for one use; its code says until when it is good, see {@link Watermark#lastDay}. */
    public static Marks copy(LicenceType type, Licence licence, String print, Watermark use) {
        var lastDay = use.lastDay(licence.validTo());
        var told = new Told(type.code(), licence.validTo(), lastDay, print);
        return new Marks(Watermark.provided(type.issuer().name().zhCN(), lastDay), use.across(), print, told);
    }

    /** What of them has to be set in a font. */
    String text() {
        return Objects.requireNonNullElse(note, "") + Objects.requireNonNullElse(across, "");
    }
}
