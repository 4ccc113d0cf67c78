package org.onewindow.benchmarks.work;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The SOAP 1.1 messages of the department north, by StAX. */
public final class Soap {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String NORTH = "urn:bench:north";
    private static final XMLInputFactory IN = input();
    private static final XMLOutputFactory OUT = new WstxOutputFactory();

    private Soap() {}

    private static XMLInputFactory input() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static byte[] request(Question question) throws IOException {
        return envelope(
                "LookUp",
                Map.of(
                        "id", question.id(),
                        "subject", question.subject(),
                        "amountFen", Long.toString(question.amountFen()),
                        "city", question.address().city(),
                        "note", question.note()));
    }

    static Told answer(byte[] body) throws IOException {
        var fields = fields(body);
        return new Told(
                Integer.parseInt(fields.getOrDefault("code", "-1")),
                fields.getOrDefault("id", ""),
                fields.getOrDefault("checksum", ""),
                fields.getOrDefault("remark", ""));
    }

    /** A department's answer as its envelope. */
    public static byte[] told(Told told) throws IOException {
        return envelope(
                "Told",
                Map.of(
                        "code", Integer.toString(told.code()),
                        "id", told.id(),
                        "checksum", told.checksum(),
                        "remark", told.remark()));
    }

    /** An envelope whose body is one element with these texts. */
    private static byte[] envelope(String element, Map<String, String> fields) throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        try {
            var out = OUT.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartElement("soap", "Envelope", ENVELOPE);
            out.writeNamespace("soap", ENVELOPE);
            out.writeStartElement("soap", "Body", ENVELOPE);
            out.writeStartElement("n", element, NORTH);
            out.writeNamespace("n", NORTH);
            for (var field : fields.entrySet()) {
                out.writeStartElement("n", field.getKey(), NORTH);
                out.writeCharacters(field.getValue());
                out.writeEndElement();
            }
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }

    /** The texts of an envelope's leaves, by their names. */
    public static Map<String, String> fields(byte[] envelope) throws IOException {
        var fields = new HashMap<String, String>();
        try {
            var in = IN.createXMLStreamReader(new ByteArrayInputStream(envelope), "UTF-8");
            var name = "";
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> name = in.getLocalName();
                    case XMLStreamConstants.CHARACTERS -> {
                        if (!name.isEmpty() && !in.isWhiteSpace()) {
                            fields.put(name, in.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> name = "";
                    default -> {}
                }
            }
            in.close();
            return fields;
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }
}
