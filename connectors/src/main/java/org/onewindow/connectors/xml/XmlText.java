package org.onewindow.connectors.xml;

/** Text as it stands inside XML. */
public final class XmlText {

    private XmlText() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
