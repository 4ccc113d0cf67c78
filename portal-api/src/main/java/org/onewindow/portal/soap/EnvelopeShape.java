package org.onewindow.portal.soap;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks an envelope over before anything is made of it: UTF-8, no DOCTYPE, one Header, one Body, and nothing of SOAP's own inside of
 * them.
 *
 * <p>CXF takes the first element that is called Body for the Body, wherever it stands; a signed one that was moved aside is one.
 */
final class EnvelopeShape {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final int DEPTH_MAX = 50;
    private static final XMLInputFactory PARSERS = parsers();

    private EnvelopeShape() {}

    /** In words for its sender; empty: nothing. */
    static Optional<String> whatIsWrong(byte[] message) {
        try {
            var text = new InputStreamReader(new ByteArrayInputStream(message), StandardCharsets.UTF_8.newDecoder());
            var reader = PARSERS.createXMLStreamReader(text);
            return isOtherThanUtf8(reader.getCharacterEncodingScheme())
                    ? Optional.of("the message is not in UTF-8")
                    : whatIsWrong(reader);
        } catch (XMLStreamException notXml) {
            return Optional.of("the message is no XML in UTF-8");
        }
    }

    private static boolean isOtherThanUtf8(@Nullable String declared) {
        return declared != null && !declared.equalsIgnoreCase("UTF-8");
    }

    private static Optional<String> whatIsWrong(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        int bodies = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.of("a DOCTYPE is not allowed");
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEPTH_MAX) {
                        return Optional.of("the message is nested deeper than " + DEPTH_MAX);
                    }
                    if (isOutOfPlace(reader, depth, bodies)) {
                        return Optional.of("the message is no envelope of SOAP 1.1 with one Header and one Body");
                    }
                    bodies += depth == 2 && reader.getLocalName().equals("Body") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        return bodies == 1 ? Optional.empty() : Optional.of("the message has no Body");
    }

    /** The Header comes before the Body; nothing comes after it. */
    private static boolean isOutOfPlace(XMLStreamReader reader, int depth, int bodies) {
        boolean soap = SOAP.equals(reader.getNamespaceURI());
        return switch (depth) {
            case 1 -> !soap || !reader.getLocalName().equals("Envelope");
            case 2 ->
                !soap
                        || bodies > 0
                        || !(reader.getLocalName().equals("Header")
                                || reader.getLocalName().equals("Body"));
            default -> soap;
        };
    }

    private static XMLInputFactory parsers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
