package org.onewindow.licences.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * As much of a font as one sheet needs.
 *
 * @param file TrueType
 * @param shows its code points
 * @param asciiWidths of U+0020 to U+007E, in em
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Typeface(String name, byte[] file, Set<Integer> shows, double[] asciiWidths) {

    /** What a reader needs; tables for vertical text and kerning would be ten times the glyphs. */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "OS/2", "name", "post", "cmap");

    private static final int FIRST_ASCII = 0x20;
    private static final int LAST_ASCII = 0x7E;

    /** Those of the code points that the font has a glyph for. */
    static Set<Integer> shownBy(TrueTypeFont font, Set<Integer> codePoints) throws IOException {
        var glyphs = font.getUnicodeCmapLookup();
        return codePoints.stream()
                .filter(point -> glyphs.getGlyphId(point) != 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Typeface subset(String name, TrueTypeFont font, Set<Integer> codePoints) throws IOException {
        var subsetter = new TTFSubsetter(font, TABLES);
        codePoints.stream().sorted().forEach(subsetter::add);
        var file = new ByteArrayOutputStream();
        subsetter.writeToStream(file);
        return new Typeface(name, file.toByteArray(), codePoints, asciiWidths(font));
    }

    private static double[] asciiWidths(TrueTypeFont font) throws IOException {
        var glyphs = font.getUnicodeCmapLookup();
        var widths = new double[LAST_ASCII - FIRST_ASCII + 1];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = font.getAdvanceWidth(glyphs.getGlyphId(FIRST_ASCII + i)) / (double) font.getUnitsPerEm();
        }
        return widths;
    }

    /** In em, by the face that shows it; what is not ASCII is taken for a full square. */
    static double width(List<Typeface> faces, int codePoint) {
        if (codePoint < FIRST_ASCII || codePoint > LAST_ASCII) {
            return 1;
        }
        return faces.stream()
                .filter(face -> face.shows(codePoint))
                .findFirst()
                .map(face -> face.asciiWidths()[codePoint - FIRST_ASCII])
                .orElse(1.0);
    }

    boolean shows(int codePoint) {
        return shows.contains(codePoint);
    }
}
