package org.onewindow.connectors.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the SOAP ports of a WSDL; ports of other protocols are passed over. */
final class SoapPorts {

    private final Examination examination;

    SoapPorts(Examination examination) {
        this.examination = examination;
    }

    /** SOAP 1.1 first, and the ports with most to offer before others. */
    List<SoapPort> read() {
        var ports = new ArrayList<SoapPort>();
        for (var file : wsdls()) {
            for (var service : Xsd.children(file.root(), Xsd.WSDL, "service")) {
                for (var port : Xsd.children(service, Xsd.WSDL, "port")) {
                    var bound = bound(port);
                    if (bound != null) {
                        ports.add(port(file, service, port, bound));
                    }
                }
            }
        }
        ports.sort(Comparator.comparing(SoapPort::soap12).thenComparing(port -> -port.operations().stream()
                .filter(operation -> operation.refusal() == null)
                .count()));
        return ports;
    }

    private List<ContractFile> wsdls() {
        return examination.files().stream().filter(ContractFile::isWsdl).toList();
    }

    private @Nullable Bound bound(Element port) {
        var name = Xsd.name(port, port.getAttribute("binding").strip());
        for (var file : wsdls()) {
            for (var binding : Xsd.children(file.root(), Xsd.WSDL, "binding")) {
                var its = new QName(file.root().getAttribute("targetNamespace"), binding.getAttribute("name"));
                var soap = soap(binding, "binding");
                if (its.equals(name) && soap != null) {
                    return new Bound(file, binding, soap);
                }
            }
        }
        return null;
    }

    static @Nullable Element soap(Element parent, String name) {
        for (var child : Xsd.children(parent)) {
            if (Xsd.is(child, Xsd.SOAP_11, name) || Xsd.is(child, Xsd.SOAP_12, name)) {
                return child;
            }
        }
        return null;
    }

    private SoapPort port(ContractFile file, Element service, Element port, Bound bound) {
        var policies = new Policies(wsdls());
        var address = soap(port, "address");
        var operations = new ArrayList<SoapOperation>();
        for (var operation : Xsd.children(bound.binding(), Xsd.WSDL, "operation")) {
            operations.add(new SoapOperations(wsdls(), bound).read(operation));
        }
        return new SoapPort(
                file.root().getAttribute("targetNamespace"),
                service.getAttribute("name"),
                port.getAttribute("name"),
                address == null ? "" : address.getAttribute("location").strip(),
                Objects.equals(bound.soap().getNamespaceURI(), Xsd.SOAP_12),
                policies.addressing(),
                policies.security(),
                operations);
    }
}
