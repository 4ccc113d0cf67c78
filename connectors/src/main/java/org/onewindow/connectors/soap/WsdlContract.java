package org.onewindow.connectors.soap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.wsdl.Binding;
import javax.wsdl.BindingOperation;
import javax.wsdl.Definition;
import javax.wsdl.Fault;
import javax.wsdl.Part;
import javax.wsdl.WSDLException;
import javax.wsdl.extensions.soap.SOAPBinding;
import javax.wsdl.extensions.soap.SOAPBody;
import javax.wsdl.extensions.soap.SOAPOperation;
import javax.wsdl.extensions.soap12.SOAP12Binding;
import javax.wsdl.extensions.soap12.SOAP12Operation;
import javax.wsdl.factory.WSDLFactory;
import javax.xml.namespace.QName;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.connectors.xml.HardenedXml;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What the hub needs of a WSDL: its operations, their declared faults, its schemas. What it imports may only lie in its own folder. */
public final class WsdlContract {

    private final Path file;
    private final Definition definition;
    private final QName service;
    private final String port;

    private WsdlContract(Path file, Definition definition, QName service, String port) {
        this.file = file;
        this.definition = definition;
        this.service = service;
        this.port = port;
    }

    public static WsdlContract read(Department.Contract.Wsdl contract) {
        try {
            var reader = WSDLFactory.newInstance().newWSDLReader();
            reader.setFeature("javax.wsdl.verbose", false);
            reader.setFeature("javax.wsdl.importDocuments", true); // checked below: only files of the folder
            var document = document(contract.file());
            ContractImports.check(contract.file(), document);
            var definition = reader.readWSDL(contract.file().toUri().toString(), document);
            return new WsdlContract(
                    contract.file(), definition, service(definition, contract.service()), contract.port());
        } catch (WSDLException notWsdl) {
            throw unreadable(contract.file(), notWsdl);
        }
    }

    /** A service may stand in a WSDL that is imported, under another namespace. */
    private static QName service(Definition definition, String name) {
        for (var known : definition.getAllServices().keySet()) {
            if (known instanceof QName service && service.getLocalPart().equals(name)) {
                return service;
            }
        }
        return new QName(definition.getTargetNamespace(), name);
    }

    private static IllegalArgumentException unreadable(Path file, Exception cause) {
        return new IllegalArgumentException(file.getFileName() + " is no WSDL or schema the hub can read", cause);
    }

    static Document document(Path file) {
        try (var in = Files.newInputStream(file)) {
            return HardenedXml.documents().newDocumentBuilder().parse(in);
        } catch (SAXException notXml) {
            throw unreadable(file, notXml);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), failure);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK has a namespace-aware parser", impossible);
        }
    }

    Path file() {
        return file;
    }

    QName service() {
        return service;
    }

    QName port() {
        return new QName(service.getNamespaceURI(), port);
    }

    SoapCall call(String operation) {
        var bound = binding().getBindingOperation(operation, null, null);
        if (bound == null) {
            throw new IllegalArgumentException(file.getFileName() + " binds no operation " + operation);
        }
        return new SoapCall(
                new QName(binding().getPortType().getQName().getNamespaceURI(), operation),
                bodyNamespace(bound),
                isRpc(bound),
                faults(bound));
    }

    private Binding binding() {
        var declared = definition.getService(service);
        var bound = declared == null ? null : declared.getPort(port);
        if (bound == null) {
            throw new IllegalArgumentException(
                    file.getFileName() + " has no port " + port + " of a service " + service);
        }
        return bound.getBinding();
    }

    private static String bodyNamespace(BindingOperation bound) {
        for (var element : bound.getBindingInput().getExtensibilityElements()) {
            if (element instanceof SOAPBody body && body.getNamespaceURI() != null) {
                return body.getNamespaceURI();
            }
        }
        return "";
    }

    private boolean isRpc(BindingOperation bound) {
        var style = styleOf(bound.getExtensibilityElements());
        return "rpc".equals(style == null ? styleOf(binding().getExtensibilityElements()) : style);
    }

    private static @Nullable String styleOf(List<?> elements) {
        for (var element : elements) {
            var style =
                    switch (element) {
                        case SOAPOperation operation -> operation.getStyle();
                        case SOAP12Operation operation -> operation.getStyle();
                        case SOAPBinding binding -> binding.getStyle();
                        case SOAP12Binding binding -> binding.getStyle();
                        default -> null;
                    };
            if (style != null) {
                return style;
            }
        }
        return null;
    }

    private static Set<QName> faults(BindingOperation bound) {
        var elements = new LinkedHashSet<QName>();
        for (var fault : bound.getOperation().getFaults().values()) {
            for (var part : ((Fault) fault).getMessage().getParts().values()) {
                add(elements, ((Part) part).getElementName());
            }
        }
        return Set.copyOf(elements);
    }

    private static void add(Set<QName> elements, @Nullable QName element) {
        if (element != null) {
            elements.add(element);
        }
    }
}
