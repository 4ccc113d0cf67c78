package org.onewindow.licences.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.ofdrw.core.basicStructure.ofd.docInfo.CustomDatas;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.springframework.util.FileSystemUtils;

/** Sets a sheet as an OFD document, its fonts inside; not sealed yet. */
final class OfdSheet {

    private final Typefaces typefaces;

    OfdSheet(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /**
     * The document.
     *
     * @throws MissingGlyphs where a character of it could not be shown
     */
    byte[] write(Sheet sheet) throws IOException {
        var faces = typefaces.of(sheet.text() + Typefaces.PAGE_NUMBERS);
        var folder = Files.createTempDirectory("sheet");
        try {
            return write(sheet, new OfdPage(sheet.marks(), faces, folder), faces);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static byte[] write(Sheet sheet, OfdPage pages, List<Typeface> faces) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new OFDDoc(bytes)) {
            document.setDefaultPageLayout(new PageLayout(Geometry.WIDTH, Geometry.HEIGHT));
            for (var lines : SheetPages.of(sheet, new Wrapping(faces))) {
                document.addVPage(pages.of(lines));
            }
            var told = sheet.marks().told();
            if (told != null) {
                tell(document, told.data());
            }
        }
        return bytes.toByteArray();
    }

    private static void tell(OFDDoc document, Map<String, String> data) throws IOException {
        var all = new CustomDatas();
        data.forEach(all::addCustomData);
        try {
            document.getOfdDir().getOfd().getDocBody().getDocInfo().setCustomDatas(all);
        } catch (IOException told) {
            throw told;
        } catch (Exception impossible) {
            throw new IOException("the document's root was just made", impossible);
        }
    }
}
