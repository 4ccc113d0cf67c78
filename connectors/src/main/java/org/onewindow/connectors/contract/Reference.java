package org.onewindow.connectors.contract;

import org.w3c.dom.Element;

/** A reference: the attribute that holds it, and its value, which may be one of several. */
record Reference(ContractFile file, Element element, String attribute, String value) {

    void write(String other) {
        var all = element.getAttribute(attribute).strip().split("\\s+");
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i].equals(value) ? other : all[i];
        }
        element.setAttribute(attribute, String.join(" ", all));
    }

    String localName() {
        return value.substring(value.indexOf(':') + 1);
    }
}
