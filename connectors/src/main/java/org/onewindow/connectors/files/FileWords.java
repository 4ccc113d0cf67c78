package org.onewindow.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Map;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Department.Format;
import org.onewindow.connectors.jms.XStreamTree;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.xml.HardenedXml;
import org.onewindow.connectors.xml.XmlText;

/** How messages and answers stand in files: XML or JSON, in one character set, which XML declares. */
record FileWords(Format format, Charset charset, Processor saxon) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static FileWords of(Department department, Charset charset, Processor saxon) {
        return new FileWords(department.format(), charset, saxon);
    }

    boolean json() {
        return format == Format.JSON;
    }

    String ending() {
        return json() ? ".json" : ".xml";
    }

    Filler.Form form() {
        return new Filler.Form(json() ? CanonicalJson::escaped : XmlText::escaped, charset);
    }

    /** The document of a draft, with its holes; what is none is a {@link MappingFailed}. */
    String document(Draft draft) {
        return switch (format) {
            case JSON -> CanonicalJson.write(body(draft));
            case XSTREAM -> declared(XStreamTree.write(body(draft)));
            case XML -> declared(whole(draft.content()));
        };
    }

    private String declared(String xml) {
        return "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>\n" + xml;
    }

    private String whole(String xml) {
        try {
            document(xml);
            return xml;
        } catch (IOException noDocument) {
            throw new MappingFailed("the style sheet yields no XML document");
        }
    }

    private static @Nullable Object body(Draft draft) {
        try {
            if (CanonicalJson.parse(draft.content().getBytes(UTF_8)) instanceof Map<?, ?> parts
                    && parts.get("body") != null
                    && parts.size() == 1) {
                return parts.get("body");
            }
        } catch (IOException notJson) {
            throw new MappingFailed("the stored message is no JSON");
        }
        throw new MappingFailed("a message in a file has a body and nothing else");
    }

    /** What a mapping sees of a file; an {@link IOException} says that it is garbage. */
    @Nullable
    Object parse(byte[] body) throws IOException {
        var text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        var clean = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return switch (format) {
            case JSON -> CanonicalJson.parse(clean.getBytes(UTF_8));
            case XSTREAM -> XStreamTree.read(clean);
            case XML -> document(clean);
        };
    }

    private XdmNode document(String xml) throws IOException {
        try {
            return saxon.newDocumentBuilder().build(HardenedXml.source(xml));
        } catch (SaxonApiException garbage) {
            throw new IOException("no XML as the hub reads it", garbage);
        }
    }
}
