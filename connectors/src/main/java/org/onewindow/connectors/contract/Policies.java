package org.onewindow.connectors.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What the policies of a WSDL ask for, as far as the hub understands them. */
final class Policies {

    private static final Set<String> ADDRESSING = Set.of("UsingAddressing", "Addressing");
    private static final Set<String> SECURITY = Set.of(
            "UsernameToken",
            "X509Token",
            "SamlToken",
            "IssuedToken",
            "KerberosToken",
            "HttpsToken",
            "TransportBinding",
            "AsymmetricBinding",
            "SymmetricBinding",
            "SignedParts",
            "EncryptedParts",
            "IncludeTimestamp");

    private final List<ContractFile> wsdls;

    Policies(List<ContractFile> wsdls) {
        this.wsdls = wsdls;
    }

    boolean addressing() {
        return !wanted(ADDRESSING, "addressing").isEmpty();
    }

    /** The tokens, bindings and parts by their names in WS-SecurityPolicy. */
    List<String> security() {
        return List.copyOf(wanted(SECURITY, "securitypolicy"));
    }

    /** What policies ask for and do not leave to choice. */
    private Set<String> wanted(Set<String> names, String namespace) {
        var wanted = new LinkedHashSet<String>();
        for (var file : wsdls) {
            var all = file.root().getElementsByTagNameNS("*", "*");
            for (int i = 0; i < all.getLength(); i++) {
                var element = (Element) all.item(i);
                if (names.contains(element.getLocalName())
                        && String.valueOf(element.getNamespaceURI()).contains(namespace)
                        && !isOptional(element)) {
                    wanted.add(element.getLocalName());
                }
            }
        }
        return wanted;
    }

    private static boolean isOptional(Element element) {
        if (element.getLocalName().equals("UsingAddressing")) {
            return !element.getAttributeNS(Xsd.WSDL, "required").equals("true");
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i);
            if ("Optional".equals(attribute.getLocalName())
                    && attribute.getNodeValue().equals("true")) {
                return true;
            }
        }
        return false;
    }
}
