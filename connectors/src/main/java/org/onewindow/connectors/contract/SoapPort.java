package org.onewindow.connectors.contract;

import java.util.List;

/**
 * A port of a service, with what its binding offers.
 *
 * @param namespace of the service's WSDL
 * @param address where the contract says it is; empty: it does not say
 * @param soap12 whether it speaks SOAP 1.2
 * @param addressing whether it asks for WS-Addressing
 * @param security the WS-Security tokens and bindings that its policies name
 */
public record SoapPort(
        String namespace,
        String service,
        String name,
        String address,
        boolean soap12,
        boolean addressing,
        List<String> security,
        List<SoapOperation> operations) {

    public static final String ENVELOPE_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public static final String ENVELOPE_12 = "http://www.w3.org/2003/05/soap-envelope";

    public String envelope() {
        return soap12 ? ENVELOPE_12 : ENVELOPE_11;
    }
}
