package org.onewindow.connectors.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.sax.SAXSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Readers of foreign XML: without DTDs, entities and network, with the JDK's own parsers whatever else is on the class path. */
public final class HardenedXml {

    private static final int PARSERS_KEPT = 32;
    private static final Queue<HardenedReader> READERS = new ArrayBlockingQueue<>(PARSERS_KEPT);
    private static final Queue<DocumentBuilder> BUILDERS = new ArrayBlockingQueue<>(PARSERS_KEPT);
    private static final XMLInputFactory FACTORY = factory();

    private HardenedXml() {}

    /** Makes something of a document. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(SAXSource document) throws IOException;
    }

    /** What the reading makes of it; parsers that did their work well are used again, because making one costs more than most documents. */
    public static <T> T read(byte[] document, Reading<T> reading) throws IOException {
        var used = READERS.poll();
        var reader = used == null ? new HardenedReader() : used;
        var result = reading.of(new SAXSource(reader, new InputSource(new ByteArrayInputStream(document))));
        READERS.offer(reader);
        return result;
    }

    /** A document as DOM; a DOCTYPE is an {@link SAXException}. */
    public static Document document(byte[] bytes) throws SAXException {
        try {
            var used = BUILDERS.poll();
            var builder = used == null ? documents().newDocumentBuilder() : used;
            var document = builder.parse(new ByteArrayInputStream(bytes));
            BUILDERS.offer(builder);
            return document;
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /** The text's own encoding declaration does not count: it has been decoded already. */
    public static SAXSource source(String document) {
        return new SAXSource(new HardenedReader(), new InputSource(new StringReader(document)));
    }

    /** A pull parser; a DOCTYPE is an {@link XMLStreamException}. */
    public static XMLStreamReader reader(Reader document) throws XMLStreamException {
        return new WithoutDoctype(FACTORY.createXMLStreamReader(document));
    }

    /** A DOM factory, namespace-aware. */
    public static DocumentBuilderFactory documents() {
        try {
            var documents = DocumentBuilderFactory.newDefaultNSInstance();
            documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            documents.setXIncludeAware(false);
            documents.setExpandEntityReferences(false);
            return documents;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's parser has these features", impossible);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(nothing());
        return factory;
    }

    private static XMLResolver nothing() {
        return (publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("no entity may be opened");
        };
    }

    private static final class WithoutDoctype extends StreamReaderDelegate {

        WithoutDoctype(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD) {
                throw new XMLStreamException("a DOCTYPE is not allowed");
            }
            return event;
        }
    }
}
