package org.onewindow.connectors.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.binding.soap.SoapHeader;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.contract.SoapPort;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.xml.HardenedXml;
import org.onewindow.connectors.xml.XmlDifference;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The header blocks and the one body element of a SOAP message that is to be sent.
 *
 * @param rpc whether CXF writes the body element itself, around its parts (rpc/literal)
 */
record SoapMessage(List<Element> headers, Element body, boolean rpc) {

    static final String ENVELOPE = SoapPort.ENVELOPE_11;
    static final String ENVELOPE_12 = SoapPort.ENVELOPE_12;
    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    static boolean isOfEnvelope(@Nullable String namespace) {
        return ENVELOPE.equals(namespace) || ENVELOPE_12.equals(namespace);
    }

    /** Takes apart what a request mapping yielded: a whole envelope. */
    static SoapMessage of(byte[] envelope) {
        try {
            var root = HardenedXml.document(envelope).getDocumentElement();
            if (!isEnvelope(root)) {
                throw new MappingFailed("the message is no SOAP envelope");
            }
            var headers = new ArrayList<Element>();
            var bodies = new ArrayList<Element>();
            for (var part : XmlDifference.elementsOf(root)) {
                switch (part.getLocalName()) {
                    case "Header" -> headers.addAll(XmlDifference.elementsOf(part));
                    case "Body" -> bodies.addAll(XmlDifference.elementsOf(part));
                    default -> throw new MappingFailed("an envelope has a Header and a Body, nothing else");
                }
            }
            if (bodies.size() != 1) {
                throw new MappingFailed("a Body has one element");
            }
            return new SoapMessage(headers, bodies.getFirst(), false);
        } catch (SAXException notXml) {
            throw new MappingFailed("the message is no XML");
        }
    }

    /** The same for a call: of rpc/literal CXF writes the body element itself. */
    SoapMessage forCall(SoapCall call) {
        return new SoapMessage(headers, body, call.rpc());
    }

    /** An rpc/literal call with these parts, all of them text. */
    static SoapMessage rpc(SoapCall call, Map<String, String> parts) {
        var document = empty();
        var body = document.createElementNS(
                call.bodyNamespace(), "rpc:" + call.name().getLocalPart());
        parts.forEach((name, value) -> {
            var part = document.createElementNS(null, name);
            part.setTextContent(value);
            body.appendChild(part);
        });
        document.appendChild(body);
        return new SoapMessage(List.of(), body, true);
    }

    CxfPayload<SoapHeader> payload() {
        var blocks = headers.stream()
                .map(block -> new SoapHeader(new QName(block.getNamespaceURI(), block.getLocalName()), block))
                .toList();
        var elements = rpc ? XmlDifference.elementsOf(body) : List.of(body);
        var sources = elements.stream().<Source>map(DOMSource::new).toList();
        return new CxfPayload<>(new ArrayList<>(blocks), new ArrayList<>(sources), null);
    }

    private static Document empty() {
        try {
            return HardenedXml.documents().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK has a namespace-aware parser", impossible);
        }
    }

    private static boolean isEnvelope(Element root) {
        return isOfEnvelope(root.getNamespaceURI()) && "Envelope".equals(root.getLocalName());
    }

    @Override
    public String toString() {
        return "SoapMessage";
    }
}
