package org.onewindow.connectors.xml;

import java.io.ByteArrayInputStream;
import javax.xml.transform.sax.SAXSource;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/** A {@link HardenedReader} for what comes from outside unasked: no document is deeper, wider or longer than anybody's form. */
public final class BoundedReader extends XMLFilterImpl {

    public static final int DEPTH_MAX = 50;
    public static final int ELEMENTS_MAX = 20_000;
    public static final int ATTRIBUTES_MAX = 50;
    public static final int TEXT_MAX = 100_000;

    private @Nullable Locator locator;
    private int depth;
    private int elements;
    private int text;

    private BoundedReader() {
        super(new HardenedReader());
    }

    /** The document, to be read once; one out of bounds is a {@link SAXParseException} that says where. */
    public static SAXSource source(byte[] document) {
        return new SAXSource(new BoundedReader(), new InputSource(new ByteArrayInputStream(document)));
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
        super.setDocumentLocator(locator);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        bound(++depth, DEPTH_MAX, "nested deeper than");
        bound(++elements, ELEMENTS_MAX, "more elements than");
        bound(attributes.getLength(), ATTRIBUTES_MAX, "more attributes than");
        for (int i = 0; i < attributes.getLength(); i++) {
            bound(attributes.getValue(i).length(), TEXT_MAX, "an attribute longer than");
        }
        text = 0;
        super.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        depth--;
        text = 0;
        super.endElement(uri, name, qualified);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        text += length;
        bound(text, TEXT_MAX, "a text longer than");
        super.characters(characters, start, length);
    }

    private void bound(int found, int most, String what) throws SAXException {
        if (found > most) {
            throw new SAXParseException(what + " " + most, locator);
        }
    }
}
