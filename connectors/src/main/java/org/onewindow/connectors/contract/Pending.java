package org.onewindow.connectors.contract;

import org.w3c.dom.Element;

/** An import that leads nowhere: a fault only if its namespace is needed. */
record Pending(ContractFile file, Element element, String namespace, String location) {}
