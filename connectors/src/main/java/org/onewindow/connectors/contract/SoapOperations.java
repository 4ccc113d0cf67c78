package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Diagnostic;
import org.onewindow.connectors.contract.SoapOperation.Body;
import org.onewindow.connectors.contract.SoapOperation.Message;
import org.w3c.dom.Element;

/** Reads the operations of one binding. */
final class SoapOperations {

    private final List<ContractFile> wsdls;
    private final Bound bound;

    SoapOperations(List<ContractFile> wsdls, Bound bound) {
        this.wsdls = wsdls;
        this.bound = bound;
    }

    /** What stops an operation from being described. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Diagnostic why;

        Refused(Diagnostic why) {
            super(why.toString());
            this.why = why;
        }
    }

    SoapOperation read(Element operation) {
        var name = operation.getAttribute("name");
        var spot = bound.file().spot(operation);
        var soap = SoapPorts.soap(operation, "operation");
        var action = soap == null ? "" : soap.getAttribute("soapAction");
        var declared = declared(name);
        try {
            if (declared == null) {
                throw new Refused(ContractFault.NOT_DECLARED.at(spot, name, ""));
            }
            var output = child(declared, "output");
            if (output == null || child(declared, "input") == null) {
                throw new Refused(ContractFault.ONE_WAY.at(spot));
            }
            return new SoapOperation(
                    name,
                    spot,
                    action,
                    documentation(declared),
                    message(operation, declared, "input", name),
                    message(operation, declared, "output", name + "Response"),
                    faults(declared),
                    null);
        } catch (Refused refused) {
            return new SoapOperation(name, spot, action, documentation(declared), null, null, List.of(), refused.why);
        }
    }

    private static String documentation(@Nullable Element declared) {
        var words = declared == null ? null : child(declared, "documentation");
        return words == null ? "" : words.getTextContent().strip().replaceAll("\\s+", " ");
    }

    private @Nullable Element declared(String operation) {
        var type =
                Xsd.name(bound.binding(), bound.binding().getAttribute("type").strip());
        for (var file : wsdls) {
            for (var portType : Xsd.children(file.root(), Xsd.WSDL, "portType")) {
                if (nameOf(file, portType).equals(type)) {
                    for (var declared : Xsd.children(portType, Xsd.WSDL, "operation")) {
                        if (declared.getAttribute("name").equals(operation)) {
                            return declared;
                        }
                    }
                }
            }
        }
        return null;
    }

    private static QName nameOf(ContractFile file, Element named) {
        return new QName(file.root().getAttribute("targetNamespace"), named.getAttribute("name"));
    }

    private Message message(Element operation, Element declared, String way, String wrapper) throws Refused {
        var spot = bound.file().spot(operation);
        var direction = child(operation, way);
        var body = direction == null ? null : SoapPorts.soap(direction, "body");
        if (direction != null && Xsd.children(direction).stream().anyMatch(SoapOperations::isMime)) {
            throw new Refused(ContractFault.ATTACHMENTS.at(spot));
        }
        if (body != null && body.getAttribute("use").equals("encoded")) {
            throw new Refused(ContractFault.ENCODED.at(spot));
        }
        var headers = new ArrayList<QName>();
        var headerParts = new LinkedHashSet<Element>();
        if (direction != null) {
            headers(direction, headers, headerParts);
        }
        var parts = new ArrayList<>(parts(child(declared, way)));
        parts.removeAll(headerParts);
        var chosen = body == null ? null : Xsd.attribute(body, "parts");
        if (chosen != null && !chosen.isEmpty()) {
            var names = Set.of(chosen.split("\\s+"));
            parts.removeIf(part -> !names.contains(part.getAttribute("name")));
        }
        return new Message(headers, isRpc(operation) ? rpc(spot, body, parts, wrapper) : document(spot, parts));
    }

    private static boolean isMime(Element element) {
        return "http://schemas.xmlsoap.org/wsdl/mime/".equals(element.getNamespaceURI());
    }

    private void headers(Element direction, List<QName> headers, Set<Element> headerParts) {
        for (var child : Xsd.children(direction)) {
            if (Xsd.is(child, Xsd.SOAP_11, "header") || Xsd.is(child, Xsd.SOAP_12, "header")) {
                for (var part : parts(child)) {
                    var element = Xsd.attribute(part, "element");
                    var name = element == null ? null : Xsd.name(part, element);
                    if (part.getAttribute("name").equals(child.getAttribute("part")) && name != null) {
                        headers.add(name);
                        headerParts.add(part);
                    }
                }
            }
        }
    }

    private boolean isRpc(Element operation) {
        var soap = SoapPorts.soap(operation, "operation");
        var own = soap == null ? "" : soap.getAttribute("style");
        return (own.isEmpty() ? bound.soap().getAttribute("style") : own).equals("rpc");
    }

    private static Body document(Spot spot, List<Element> parts) throws Refused {
        var element = parts.size() == 1 ? Xsd.attribute(parts.getFirst(), "element") : null;
        var name = element == null ? null : Xsd.name(parts.getFirst(), element);
        if (name == null) {
            var what = parts.size() == 1 ? "type=" + parts.getFirst().getAttribute("type") : parts.size() + " parts";
            throw new Refused(ContractFault.NOT_ONE_BODY.at(spot, what));
        }
        return new Body.Document(name);
    }

    private Body rpc(Spot spot, @Nullable Element body, List<Element> parts, String wrapper) throws Refused {
        var typed = new ArrayList<RpcWrapper.Part>();
        for (var part : parts) {
            var type = Xsd.attribute(part, "type");
            var name = type == null ? null : Xsd.name(part, type);
            if (name == null) {
                throw new Refused(ContractFault.NOT_ONE_BODY.at(spot, "rpc, element=" + part.getAttribute("element")));
            }
            typed.add(new RpcWrapper.Part(part.getAttribute("name"), name));
        }
        var namespace = body == null ? null : Xsd.attribute(body, "namespace");
        return new Body.Rpc(new RpcWrapper(
                namespace == null ? bound.file().root().getAttribute("targetNamespace") : namespace, wrapper, typed));
    }

    private List<QName> faults(Element declared) {
        var faults = new ArrayList<QName>();
        for (var fault : Xsd.children(declared, Xsd.WSDL, "fault")) {
            for (var part : parts(fault)) {
                var element = Xsd.attribute(part, "element");
                var name = element == null ? null : Xsd.name(part, element);
                if (name != null) {
                    faults.add(name);
                }
            }
        }
        return faults;
    }

    /** The parts of the message that an element names. */
    private List<Element> parts(@Nullable Element naming) {
        var name = naming == null
                ? null
                : Xsd.name(naming, naming.getAttribute("message").strip());
        for (var file : wsdls) {
            for (var message : Xsd.children(file.root(), Xsd.WSDL, "message")) {
                if (nameOf(file, message).equals(name)) {
                    return Xsd.children(message, Xsd.WSDL, "part");
                }
            }
        }
        return List.of();
    }

    private static @Nullable Element child(Element parent, String name) {
        var children = Xsd.children(parent, Xsd.WSDL, name);
        return children.isEmpty() ? null : children.getFirst();
    }
}
