package org.onewindow.connectors.contract;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.xml.HardenedXml;
import org.w3c.dom.Element;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** All schemas of a contract, compiled by the JDK without any access to files or network; an element that none declares is a breach. */
public final class CompiledSchemas {

    private static final String FULL_CHECKING = "http://apache.org/xml/features/validation/schema-full-checking";
    private static final int MOST_ERRORS = 5;

    private final Schema schema;

    private CompiledSchemas(Schema schema) {
        this.schema = schema;
    }

    /** @param strictly also with the checks that cost time and that many contracts in use do not pass */
    static Compilation compile(SchemaTexts texts, boolean strictly) {
        var errors = new ArrayList<SAXParseException>();
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(FULL_CHECKING, strictly);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, SchemaTexts.SCHEME);
            factory.setErrorHandler(collector(errors));
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> input(texts, systemId));
            var all = new StreamSource(new StringReader(String.valueOf(texts.text(SchemaTexts.ALL))), SchemaTexts.ALL);
            var schema = factory.newSchema(all);
            return errors.isEmpty()
                    ? new Compilation.Compiled(new CompiledSchemas(schema))
                    : new Compilation.Broken(errors);
        } catch (SAXParseException fault) {
            errors.add(fault);
        } catch (SAXException fault) {
            errors.add(new SAXParseException(fault.getMessage(), null));
        }
        return new Compilation.Broken(errors);
    }

    private static ErrorHandler collector(List<SAXParseException> errors) {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException warning) {
                // an import that brings nothing
            }

            @Override
            public void error(SAXParseException error) throws SAXException {
                errors.add(error);
                if (errors.size() >= MOST_ERRORS) {
                    throw error;
                }
            }

            @Override
            public void fatalError(SAXParseException error) throws SAXException {
                throw error;
            }
        };
    }

    private static LSInput input(SchemaTexts texts, @Nullable String systemId) {
        try {
            var implementation = HardenedXml.documents().newDocumentBuilder().getDOMImplementation();
            var input = ((DOMImplementationLS) implementation.getFeature("LS", "3.0")).createLSInput();
            var text = systemId == null ? null : texts.text(systemId);
            input.setSystemId(systemId);
            input.setStringData(text == null ? "" : text);
            return input;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK has a namespace-aware parser", impossible);
        }
    }

    /** What breaks the contract in this element; empty: nothing. An element that no schema declares breaks it. */
    public Optional<String> breach(Element element) {
        try {
            schema.newValidator().validate(new DOMSource(element));
            return Optional.empty();
        } catch (SAXException breach) {
            return Optional.of(String.valueOf(breach.getMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("an element in memory can be read", impossible);
        }
    }
}
