package org.onewindow.connectors.jms;

import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.io.StreamException;
import com.thoughtworks.xstream.io.naming.NoNameCoder;
import com.thoughtworks.xstream.io.xml.CompactWriter;
import com.thoughtworks.xstream.io.xml.PrettyPrintWriter;
import com.thoughtworks.xstream.io.xml.QNameMap;
import com.thoughtworks.xstream.io.xml.StaxReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.mapping.MappingFailed;
import org.onewindow.connectors.xml.HardenedXml;

/**
 * XStream's XML as a tree of JSON values, by XStream's own stream readers and writers: no type is ever made of it.
 *
 * <p>Attributes are {@code @name}, the text of an element with attributes {@code #text}, repeated elements lists; all leaves are texts.
 */
public final class XStreamTree {

    private static final String TEXT = "#text";
    private static final int DEEPEST = 100;

    private XStreamTree() {}

    /** The document of a tree with one root; what is none is a {@link MappingFailed}. */
    public static String write(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> root) || root.size() != 1) {
            throw new MappingFailed("the body is no tree with one root");
        }
        var document = new StringWriter();
        var writer = new CompactWriter(document, PrettyPrintWriter.XML_1_0, new NoNameCoder());
        try {
            root.forEach((name, value) -> writeNode(writer, String.valueOf(name), value));
        } catch (StreamException notXml) {
            throw new MappingFailed("the body holds a character that XML cannot carry");
        }
        return document.toString();
    }

    private static void writeNode(HierarchicalStreamWriter writer, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case List<?> repeated -> repeated.forEach(each -> writeNode(writer, name, each));
            case Map<?, ?> node -> {
                writer.startNode(name);
                node.forEach((field, part) -> {
                    if (String.valueOf(field).startsWith("@")) {
                        writer.addAttribute(String.valueOf(field).substring(1), String.valueOf(part));
                    }
                });
                node.forEach((field, part) -> writePart(writer, String.valueOf(field), part));
                writer.endNode();
            }
            default -> {
                writer.startNode(name);
                writer.setValue(value.toString());
                writer.endNode();
            }
        }
    }

    private static void writePart(HierarchicalStreamWriter writer, String field, @Nullable Object part) {
        if (field.equals(TEXT)) {
            writer.setValue(String.valueOf(part));
        } else if (!field.startsWith("@")) {
            writeNode(writer, field, part);
        }
    }

    /** The tree of a document; what is no XML as the hub reads it is an {@link IOException}. */
    public static Map<String, @Nullable Object> read(String document) throws IOException {
        try {
            var xml = HardenedXml.reader(new StringReader(document));
            var reader = new StaxReader(new QNameMap(), xml, new NoNameCoder());
            Map<String, @Nullable Object> root = new LinkedHashMap<>();
            root.put(reader.getNodeName(), readNode(reader, 1));
            while (xml.hasNext()) {
                xml.next(); // what follows the root must not be another
            }
            return root;
        } catch (XMLStreamException | StreamException garbage) {
            throw new IOException("no XML as the hub reads it", garbage);
        }
    }

    private static Object readNode(HierarchicalStreamReader reader, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested deeper than " + DEEPEST);
        }
        Map<String, @Nullable Object> node = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            node.put("@" + reader.getAttributeName(i), reader.getAttribute(i));
        }
        var text = reader.getValue();
        boolean leaf = !reader.hasMoreChildren();
        while (reader.hasMoreChildren()) {
            reader.moveDown();
            add(node, reader.getNodeName(), readNode(reader, depth + 1));
            reader.moveUp();
        }
        if (leaf && node.isEmpty()) {
            return text;
        }
        if (leaf) {
            node.put(TEXT, text);
        }
        return node;
    }

    private static void add(Map<String, @Nullable Object> node, String name, Object value) {
        var before = node.get(name);
        if (before == null) {
            node.put(name, value);
        } else {
            var all = new ArrayList<Object>(before instanceof List<?> list ? list : List.of(before));
            all.add(value);
            node.put(name, all);
        }
    }
}
