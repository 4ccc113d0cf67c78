package org.onewindow.licences.document;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * What the one signature of an OFD container says that it covers.
 *
 * @param place of {@code Signature.xml}, with a slash before it, as the signature names it
 * @param value the entry with the signature's bytes
 * @param seal the entry with the seal's bytes
 * @param digests SM3 of each entry it covers, by its name
 */
record SignedList(String place, String value, String seal, Map<String, byte[]> digests) {

    /** Reads it; a container without, or with more than one signature by seal, is an {@link IOException}. */
    static SignedList of(Container container) throws IOException {
        var body = OfdEntries.root(container);
        var signatures = OfdEntries.document(
                container, OfdEntries.only(body, "Signatures").getTextContent().strip());
        var signature = OfdEntries.only(signatures.getDocumentElement(), "Signature");
        if (!signature.getAttribute("Type").equals("Seal")) {
            throw new IOException("its signature has no seal");
        }
        var place = signature.getAttribute("BaseLoc");
        var list = OfdEntries.document(container, place).getDocumentElement();
        var references = OfdEntries.only(list, "References");
        if (!references.getAttribute("CheckMethod").equals("SM3")) {
            throw new IOException("its digests are not SM3");
        }
        return new SignedList(
                place,
                OfdEntries.only(list, "SignedValue").getTextContent().strip(),
                OfdEntries.only(list, "BaseLoc").getTextContent().strip(),
                digests(references));
    }

    private static Map<String, byte[]> digests(Element references) throws IOException {
        var digests = new LinkedHashMap<String, byte[]>();
        for (var reference : OfdEntries.all(references, "Reference")) {
            var name = reference.getAttribute("FileRef").replaceFirst("^/", "");
            var digest =
                    OfdEntries.only(reference, "CheckValue").getTextContent().strip();
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
}
