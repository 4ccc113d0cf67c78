package org.onewindow.connectors.contract;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Prefixes that everybody uses for the same namespace, so that a forgotten declaration can be supplied. */
final class UsualPrefixes {

    private static final Map<String, String> NAMESPACES = Map.ofEntries(
            Map.entry("xs", Xsd.NS),
            Map.entry("xsd", Xsd.NS),
            Map.entry("xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            Map.entry("wsdl", Xsd.WSDL),
            Map.entry("soap", Xsd.SOAP_11),
            Map.entry("soap11", Xsd.SOAP_11),
            Map.entry("wsdlsoap", Xsd.SOAP_11),
            Map.entry("soap12", Xsd.SOAP_12),
            Map.entry("http", "http://schemas.xmlsoap.org/wsdl/http/"),
            Map.entry("mime", "http://schemas.xmlsoap.org/wsdl/mime/"),
            Map.entry("soapenc", "http://schemas.xmlsoap.org/soap/encoding/"),
            Map.entry("wsp", "http://schemas.xmlsoap.org/ws/2004/09/policy"),
            Map.entry("wsu", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"),
            Map.entry("wsa", "http://www.w3.org/2005/08/addressing"),
            Map.entry("wsaw", "http://www.w3.org/2006/05/addressing/wsdl"),
            Map.entry("wsam", "http://www.w3.org/2007/05/addressing/metadata"));

    private static final Pattern QUOTED = Pattern.compile("[\"“]([A-Za-z0-9_-]+)[\"”]");
    private static final Pattern ROOT = Pattern.compile("<[\\w:.-]+");

    private UsualPrefixes() {}

    static String of(String prefix) {
        return NAMESPACES.getOrDefault(prefix, "");
    }

    /**
     * Reads a text that may have forgotten to declare some of the usual prefixes.
     *
     * @param declared takes the prefixes that were declared
     */
    static Document read(String text, List<String> declared) throws SAXException {
        var mended = text;
        for (int tries = 0; tries < NAMESPACES.size(); tries++) {
            try {
                return LocatedXml.read(mended);
            } catch (SAXParseException fault) {
                var prefix = unbound(String.valueOf(fault.getMessage()));
                if (prefix.isEmpty() || declared.contains(prefix)) {
                    throw fault;
                }
                declared.add(prefix);
                mended = ROOT.matcher(mended)
                        .replaceFirst(root -> root.group() + " xmlns:" + prefix + "=\"" + of(prefix) + "\"");
            }
        }
        return LocatedXml.read(mended);
    }

    /** The parser tells only in words; its first quoted word is the prefix. */
    private static String unbound(String message) {
        var quoted = QUOTED.matcher(message);
        return quoted.find() && NAMESPACES.containsKey(quoted.group(1)) && message.contains(quoted.group(1) + ":")
                ? quoted.group(1)
                : "";
    }
}
