package org.onewindow.connectors.soap;

import java.io.IOException;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.xml.HardenedXml;

/** Reads SOAP answers tolerantly into documents for the mappings; a DOCTYPE anywhere is an {@link IOException}. */
final class SoapAnswers {

    private static final String BODY = "Body";
    private static final String ENVELOPE = "Envelope";
    private static final String FAULT = "Fault";

    private final Processor processor;

    SoapAnswers(Processor processor) {
        this.processor = processor;
    }

    /** A document whose only element is what stands in the envelope's Body. */
    XdmNode payload(byte[] envelope) throws IOException {
        var root = child(document(envelope), ENVELOPE);
        var body = root == null ? null : child(root, BODY);
        var content = body == null ? null : firstElement(body);
        if (content == null) {
            throw new IOException("no SOAP envelope with a body");
        }
        return build(content.asSource());
    }

    XdmNode document(byte[] bytes) throws IOException {
        return HardenedXml.read(bytes, this::build);
    }

    /** A document that travelled as text: its declared encoding does not count. */
    XdmNode text(String document) throws IOException {
        return build(HardenedXml.source(document.strip()));
    }

    /** The document inside a part of an rpc answer. */
    XdmNode inner(XdmNode payload, String part) throws IOException {
        var wrapper = firstElement(payload);
        if (wrapper != null) {
            for (var child : wrapper.children()) {
                if (child.getNodeKind() == XdmNodeKind.ELEMENT
                        && child.getNodeName().getLocalName().equals(part)) {
                    return text(child.getStringValue());
                }
            }
        }
        throw new IOException("the answer has no part " + part);
    }

    static boolean isFault(XdmNode payload) {
        return child(payload, FAULT) != null;
    }

    /** Whether a fault bears a detail that the contract declares. */
    static boolean isDeclared(XdmNode payload, SoapCall call) {
        var fault = child(payload, FAULT);
        if (fault != null) {
            for (var part : fault.children()) {
                if (part.getNodeKind() == XdmNodeKind.ELEMENT
                        && part.getNodeName().getLocalName().equalsIgnoreCase("detail")) {
                    var detail = firstElement(part);
                    return detail != null && call.faults().contains(nameOf(detail));
                }
            }
        }
        return false;
    }

    private XdmNode build(Source source) throws IOException {
        try {
            return processor.newDocumentBuilder().build(source);
        } catch (SaxonApiException garbage) {
            throw new IOException("no XML as the hub reads it", garbage);
        }
    }

    /** The first element of an envelope, of SOAP 1.1 or 1.2, that has this name. */
    private static @Nullable XdmNode child(XdmNode parent, String name) {
        for (var child : parent.children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT
                    && SoapMessage.isOfEnvelope(nameOf(child).getNamespaceURI())
                    && nameOf(child).getLocalPart().equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static @Nullable XdmNode firstElement(XdmNode parent) {
        for (var child : parent.children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
                return child;
            }
        }
        return null;
    }

    private static QName nameOf(XdmNode element) {
        return element.getNodeName().getStructuredQName().toJaxpQName();
    }
}
