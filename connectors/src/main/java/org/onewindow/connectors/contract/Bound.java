package org.onewindow.connectors.contract;

import org.w3c.dom.Element;

/** A binding, its SOAP element, and the file they stand in. */
record Bound(ContractFile file, Element binding, Element soap) {}
