package org.onewindow.licences.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What the one signature of an OFD container says that it covers.
 *
 * @param place of {@code Signature.xml}, with a slash before it, as the signature names it
 * @param value the entry with the signature's bytes
 * @param seal the entry with the seal's bytes
 * @param digests SM3 of each entry it covers, by its name
 */
record SignedList(String place, String value, String seal, Map<String, byte[]> digests) {

    private static final String OFD = "http://www.ofdspec.org/2016";
    private static final String ROOT = "OFD.xml";

    /** Reads it; a container without, or with more than one signature by seal, is an {@link IOException}. */
    static SignedList of(Container container) throws IOException {
        var body = document(container, ROOT).getDocumentElement();
        var signatures =
                document(container, only(body, "Signatures").getTextContent().strip());
        var signature = only(signatures.getDocumentElement(), "Signature");
        if (!signature.getAttribute("Type").equals("Seal")) {
            throw new IOException("its signature has no seal");
        }
        var place = signature.getAttribute("BaseLoc");
        var list = document(container, place).getDocumentElement();
        var references = only(list, "References");
        if (!references.getAttribute("CheckMethod").equals("SM3")) {
            throw new IOException("its digests are not SM3");
        }
        return new SignedList(
                place,
                only(list, "SignedValue").getTextContent().strip(),
                only(list, "BaseLoc").getTextContent().strip(),
                digests(references));
    }

    private static Map<String, byte[]> digests(Element references) throws IOException {
        var digests = new LinkedHashMap<String, byte[]>();
        for (var reference : all(references, "Reference")) {
            var name = reference.getAttribute("FileRef").replaceFirst("^/", "");
            var digest = only(reference, "CheckValue").getTextContent().strip();
            try {
                if (digests.put(name, Base64.getDecoder().decode(digest)) != null) {
                    throw new IOException("it lists an entry twice");
                }
            } catch (IllegalArgumentException garbage) {
                throw new IOException("a digest in it is no Base64", garbage);
            }
        }
        return digests;
    }

    private static Document document(Container container, String path) throws IOException {
        var bytes = container.file(path);
        if (bytes == null) {
            throw new IOException("an entry that it names is not there");
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException broken) {
            throw new IOException("an entry is no XML without DTD", broken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's parser has these features", impossible);
        }
    }

    private static Element only(Element parent, String name) throws IOException {
        var found = all(parent, name);
        if (found.size() != 1) {
            throw new IOException("it has " + found.size() + " elements " + name + " where one must be");
        }
        return found.getFirst();
    }

    private static List<Element> all(Element parent, String name) {
        var elements = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS(OFD, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
