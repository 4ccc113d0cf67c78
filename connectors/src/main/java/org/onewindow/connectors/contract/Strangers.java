package org.onewindow.connectors.contract;

import java.util.Locale;
import org.onewindow.canonical.Localised;
import org.w3c.dom.Element;

/** What is handed over in a contract's place. */
final class Strangers {

    private Strangers() {}

    static Localised of(Element root) {
        var name = String.valueOf(root.getLocalName());
        var namespace = String.valueOf(root.getNamespaceURI());
        if (namespace.equals("http://www.w3.org/ns/wsdl")) {
            return new Localised("这是 WSDL 2.0", "it is a WSDL 2.0");
        }
        if (Xsd.is(root, "schema")) {
            return new Localised("这是 XML Schema，没有操作", "it is an XML Schema, which has no operations");
        }
        if (name.toLowerCase(Locale.ROOT).equals("html")) {
            return new Localised("这是网页", "it is a web page");
        }
        if (name.equals("Envelope")) {
            return new Localised("这是一条 SOAP 消息", "it is a SOAP message");
        }
        return new Localised("根元素是 " + name, "its root is " + name);
    }
}
