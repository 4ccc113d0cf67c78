package org.onewindow.connectors.soap;

import java.util.Set;
import javax.xml.namespace.QName;

/**
 * One operation of a WSDL.
 *
 * @param name with the target namespace of the WSDL
 * @param bodyNamespace of rpc/literal: the namespace of the element around the parts
 * @param rpc whether its messages are rpc/literal
 * @param faults the elements that the contract declares as fault details
 */
record SoapCall(QName name, String bodyNamespace, boolean rpc, Set<QName> faults) {}
