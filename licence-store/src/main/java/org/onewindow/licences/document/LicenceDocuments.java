package org.onewindow.licences.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Makes the documents of licences: OFD with the issuer's seal, and the preview that browsers and kiosks show. */
public final class LicenceDocuments {

    /** Whose seal stands on copies, by its name in the certificate; originals bear their issuers'. */
    public static final String HALL = "政务服务大厅";

    private final OfdSheet sheets;
    private final SealedOfd sealing;
    private final SealService seals;
    private final PdfPreview previews;

    public LicenceDocuments(Typefaces typefaces, SealService seals, Clock clock) {
        this.sheets = new OfdSheet(typefaces);
        this.sealing = new SealedOfd(clock);
        this.seals = seals;
        this.previews = new PdfPreview(typefaces);
    }

    /**
     * The sealed document, OFD.
     *
     * @param sealedBy the organisation whose seal it bears: the issuer of a licence, the hub of a copy
     * @throws MissingGlyphs where a name has a character that no font shows
     */
    public byte[] sealed(Sheet sheet, String sealedBy) {
        try {
            return sealing.seal(sheets.write(sheet), seals.sealOf(sealedBy));
        } catch (IOException failure) {
            throw new UncheckedIOException("the document could not be made", failure);
        }
    }

    /**
     * How it looks, PDF; it proves nothing.
     *
     * @throws MissingGlyphs as {@link #sealed}
     */
    public byte[] preview(Sheet sheet) {
        try {
            return previews.write(sheet);
        } catch (IOException failure) {
            throw new UncheckedIOException("the preview could not be made", failure);
        }
    }
}
