package org.onewindow.connectors.contract;

import javax.xml.namespace.QName;

/** Supplies the service of a WSDL that stops at its bindings. */
final class MissingService {

    private static final String ADDRESS = "http://department.invalid/";

    private final Examination examination;

    MissingService(Examination examination) {
        this.examination = examination;
    }

    void treat(ContractFile main) {
        var wsdls = examination.files().stream().filter(ContractFile::isWsdl).toList();
        if (wsdls.stream().anyMatch(file -> !Xsd.children(file.root(), Xsd.WSDL, "service")
                .isEmpty())) {
            return;
        }
        var document = main.root().getOwnerDocument();
        var prefix = main.root().getPrefix() == null ? "" : main.root().getPrefix() + ":";
        var service = document.createElementNS(Xsd.WSDL, prefix + "service");
        var name = main.root().hasAttribute("name") ? main.root().getAttribute("name") : "Service";
        service.setAttribute("name", name);
        main.root().appendChild(service);
        for (var file : wsdls) {
            for (var binding : Xsd.children(file.root(), Xsd.WSDL, "binding")) {
                var soap = SoapPorts.soap(binding, "binding");
                if (soap != null) {
                    var port = document.createElementNS(Xsd.WSDL, prefix + "port");
                    port.setAttribute("name", binding.getAttribute("name"));
                    service.appendChild(port);
                    var target = new QName(file.root().getAttribute("targetNamespace"), binding.getAttribute("name"));
                    port.setAttribute("binding", Xsd.written(port, target));
                    var address = document.createElementNS(soap.getNamespaceURI(), "address");
                    address.setAttributeNS(
                            javax.xml.XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns", soap.getNamespaceURI());
                    address.setAttribute("location", ADDRESS);
                    port.appendChild(address);
                }
            }
        }
        if (service.getFirstChild() == null) {
            main.root().removeChild(service);
        } else {
            examination.repaired(main, main.root(), Treatment.SERVICE_ADDED, name);
        }
    }
}
