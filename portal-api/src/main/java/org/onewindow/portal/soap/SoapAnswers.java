package org.onewindow.portal.soap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.cases.Accepted;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How a case stands, as the WSDL's answers say it. */
final class SoapAnswers {

    private SoapAnswers() {}

    static Document of(String name, Accepted.Stand stand, @Nullable Boolean replayed) {
        var document = document();
        var root = document.createElementNS(OneWindowEndpoint.NAMESPACE, name);
        document.appendChild(root);
        add(root, "number", stand.number());
        var state = add(root, "state", stand.label());
        state.setAttribute("code", stand.code());
        state.setAttribute("finished", Boolean.toString(stand.finished()));
        if (replayed != null) {
            add(root, "replayed", replayed.toString());
        }
        return document;
    }

    static Element add(Element parent, String name, String text) {
        var child = parent.getOwnerDocument().createElementNS(OneWindowEndpoint.NAMESPACE, name);
        child.setTextContent(text);
        parent.appendChild(child);
        return child;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK makes documents", impossible);
        }
    }
}
