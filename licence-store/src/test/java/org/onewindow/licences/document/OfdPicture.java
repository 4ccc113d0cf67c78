package org.onewindow.licences.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The first page of an OFD document as a reader draws its texts: by its places, sizes and steps (GB/T 33190, 11), with the fonts that lie
 * inside it and no other. The library's own converter wants iText 7, which is not ours to use; so this reads the file alone, and nothing of
 * what made it.
 */
final class OfdPicture {

    /** Pixels a millimetre, some 150 dpi. */
    static final double SCALE = 6;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<String, byte[]> entries;
    private final Map<String, Font> fonts = new HashMap<>();

    private OfdPicture(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static BufferedImage of(byte[] document) throws IOException {
        return new OfdPicture(Given.entries(document)).draw();
    }

    private BufferedImage draw() throws IOException {
        entries.keySet().stream().filter(name -> name.endsWith("Res.xml")).forEach(this::readFonts);
        var image = new BufferedImage(
                (int) (Geometry.WIDTH * SCALE), (int) (Geometry.HEIGHT * SCALE), BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(SCALE, SCALE);
        elements(root("Doc_0/Pages/Page_0/Content.xml"), "TextObject").forEach(text -> draw(pen, text));
        pen.dispose();
        return image;
    }

    private void readFonts(String name) {
        for (var font : elements(root(name), "Font").toList()) {
            var file = elements(font, "FontFile")
                    .findFirst()
                    .orElseThrow()
                    .getTextContent()
                    .strip();
            var inside = entries.keySet().stream()
                    .filter(entry -> entry.endsWith("/" + file))
                    .findFirst()
                    .orElseThrow();
            try {
                fonts.put(
                        font.getAttribute("ID"),
                        Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Given.entry(entries, inside))));
            } catch (FontFormatException | IOException broken) {
                throw new AssertionError(inside + " is no font", broken);
            }
        }
    }

    private void draw(Graphics2D page, Element text) {
        var pen = (Graphics2D) page.create();
        var boundary = numbers(text.getAttribute("Boundary"));
        pen.translate(boundary[0], boundary[1]);
        if (text.hasAttribute("CTM")) {
            pen.transform(new AffineTransform(numbers(text.getAttribute("CTM"))));
        }
        pen.setColor(elements(text, "FillColor")
                .findFirst()
                .map(color -> numbers(color.getAttribute("Value")))
                .map(rgb -> new Color((int) rgb[0], (int) rgb[1], (int) rgb[2]))
                .orElse(Color.BLACK));
        var font = fonts.get(text.getAttribute("Font"));
        if (font == null) {
            throw new AssertionError("a text is in a font that is not there");
        }
        var sized = font.deriveFont((float) Double.parseDouble(text.getAttribute("Size")));
        elements(text, "TextCode").forEach(code -> draw(pen, sized, code));
        pen.dispose();
    }

    private static void draw(Graphics2D pen, Font font, Element code) {
        double x = Double.parseDouble(code.getAttribute("X"));
        double y = Double.parseDouble(code.getAttribute("Y"));
        var steps = steps(code.getAttribute("DeltaX"));
        int[] points = code.getTextContent().codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            var glyph = font.createGlyphVector(EXACT, Character.toString(points[i]));
            pen.fill(glyph.getOutline((float) x, (float) y));
            x += i < steps.size() ? steps.get(i) : 0;
        }
    }

    /** {@code g 3 1.5} stands for three of one and a half. */
    private static List<Double> steps(String text) {
        var steps = new ArrayList<Double>();
        var words = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("g")) {
                var step = Double.valueOf(words[i + 2]);
                IntStream.range(0, Integer.parseInt(words[i + 1])).forEach(_ -> steps.add(step));
                i += 2;
            } else {
                steps.add(Double.valueOf(words[i]));
            }
        }
        return steps;
    }

    private static double[] numbers(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private Element root(String entry) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Given.entry(entries, entry)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new AssertionError(entry + " is no XML", broken);
        }
    }

    private static Stream<Element> elements(Element from, String name) {
        var found = from.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
