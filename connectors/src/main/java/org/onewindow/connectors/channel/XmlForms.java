package org.onewindow.connectors.channel;

import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.onewindow.canonical.Localised;
import org.onewindow.connectors.xml.BoundedReader;
import org.xml.sax.SAXParseException;

/** Submissions in XML as trees: without DTDs and within bounds. */
final class XmlForms {

    private XmlForms() {}

    static XdmNode outermost(Processor saxon, byte[] document) throws SaxonApiException {
        for (var node :
                saxon.newDocumentBuilder().build(BoundedReader.source(document)).children()) {
            if (node.getNodeKind() == XdmNodeKind.ELEMENT) {
                return node;
            }
        }
        throw new SaxonApiException("a document without an element");
    }

    /** The parser's own words quote what stands there: only the place goes on. */
    static Localised whereIn(SaxonApiException broken) {
        for (Throwable at = broken; at != null; at = at.getCause()) {
            if (at instanceof SAXParseException parse) {
                return ChannelForms.place(Math.max(1, parse.getLineNumber()), Math.max(1, parse.getColumnNumber()));
            }
        }
        return ChannelForms.place(1, 1);
    }
}
