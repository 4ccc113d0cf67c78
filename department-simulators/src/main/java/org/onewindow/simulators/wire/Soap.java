package org.onewindow.simulators.wire;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A SOAP 1.1 message: its header entries, and the one element of its body. */
public record Soap(List<Element> headers, Element body) {

    public static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    public Soap {
        headers = List.copyOf(headers);
    }

    /** Empty where the bytes are no SOAP 1.1 envelope with exactly one element in its body. */
    public static Optional<Soap> read(byte[] bytes) {
        return Xml.read(bytes)
                .map(Document::getDocumentElement)
                .filter(root -> Xml.is(root, ENVELOPE, "Envelope"))
                .flatMap(Soap::of);
    }

    /** The header entry of this name, where there is exactly one. */
    public Optional<Element> header(String namespace, String localName) {
        var found = headers.stream()
                .filter(entry -> Xml.is(entry, namespace, localName))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    public static String envelope(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soap:Envelope xmlns:soap="%s"><soap:Body>%s</soap:Body></soap:Envelope>"""
                .formatted(ENVELOPE, body);
    }

    private static Optional<Soap> of(Element envelope) {
        var parts = Xml.children(envelope);
        var bodies =
                parts.stream().filter(part -> Xml.is(part, ENVELOPE, "Body")).toList();
        if (bodies.size() != 1 || Xml.children(bodies.getFirst()).size() != 1) {
            return Optional.empty();
        }
        var headers = parts.stream()
                .filter(part -> Xml.is(part, ENVELOPE, "Header"))
                .flatMap(header -> Xml.children(header).stream())
                .toList();
        return Optional.of(new Soap(headers, Xml.children(bodies.getFirst()).getFirst()));
    }
}
