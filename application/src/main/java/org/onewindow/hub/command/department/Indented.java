package org.onewindow.hub.command.department;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** A message as people read it: XML with a line an element, anything else as it is. */
final class Indented {

    private Indented() {}

    static String of(String message) {
        if (!message.startsWith("<")) {
            return message;
        }
        try {
            // the JDK's own by name: Saxon is on the class path too
            var indent = TransformerFactory.newDefaultInstance().newTransformer();
            indent.setOutputProperty(OutputKeys.INDENT, "yes");
            indent.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            indent.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var text = new StringWriter();
            indent.transform(new StreamSource(new StringReader(message)), new StreamResult(text));
            return text.toString().stripTrailing();
        } catch (TransformerException noXml) {
            return message;
        }
    }
}
