package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that sheets are set in: the one that comes with the hub (Latin and the 20,932 characters of everyday Chinese), then
 * those of the house, for the rare characters of names.
 */
public final class Typefaces {

    /** What may stand on a page besides its text. */
    static final String PAGE_NUMBERS = "0123456789/";

    private static final String OWN = "wqy-microhei.ttc";

    /** Fonts are not for many threads: each sheet reads them anew from here. */
    private final List<byte[]> files;

    private Typefaces(List<byte[]> files) {
        this.files = List.copyOf(files);
    }

    /**
     * The hub's own font and these.
     *
     * @param more TrueType fonts or collections (.ttf, .ttc), asked in this order
     * @throws IllegalArgumentException where one of them is none
     */
    public static Typefaces with(List<Path> more) {
        var files = new ArrayList<byte[]>();
        try (var own = Objects.requireNonNull(Typefaces.class.getResourceAsStream(OWN), OWN)) {
            files.add(own.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        for (var file : more) {
            try {
                var font = Files.readAllBytes(file);
                read(font).close();
                files.add(font);
            } catch (IOException noFont) {
                throw new IllegalArgumentException(
                        file.getFileName() + " is no TrueType font: " + noFont.getMessage(), noFont);
            }
        }
        return new Typefaces(files);
    }

    /**
     * What a text needs of the fonts, and no more.
     *
     * @throws MissingGlyphs where no font shows one of its characters
     */
    List<Typeface> of(String text) {
        Set<Integer> left = text.codePoints().boxed().collect(Collectors.toCollection(LinkedHashSet::new));
        var needed = new ArrayList<Typeface>();
        for (var file : files) {
            try (var font = read(file)) {
                var shown = Typeface.shownBy(font, left);
                if (!shown.isEmpty()) {
                    needed.add(Typeface.subset("OneWindow" + needed.size(), font, shown));
                    left.removeAll(shown);
                }
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
        if (!left.isEmpty()) {
            throw new MissingGlyphs(left);
        }
        return needed;
    }

    private static TrueTypeFont read(byte[] file) throws IOException {
        boolean collection = file.length > 4 && file[0] == 't' && file[1] == 't' && file[2] == 'c' && file[3] == 'f';
        if (!collection) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
        var fonts = new ArrayList<TrueTypeFont>();
        new TrueTypeCollection(new ByteArrayInputStream(file)).processAllFonts(fonts::add);
        return fonts.getFirst();
    }
}
