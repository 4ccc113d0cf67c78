package org.onewindow.simulators.wire;

import java.util.Optional;

/**
 * A SOAP service at one address: its contract for whoever asks, and calls.
 *
 * @param path where it stands
 * @param wsdl the file of its contract
 * @param named the address that the contract names; it is told as the one that was asked
 */
public record SoapService(String path, String wsdl, String named) {

    /** What is answered to anything but a call; empty: it is one. */
    public Optional<Reply> otherThanACall(Request request) {
        if (!request.rawPath().equals(path)) {
            return Optional.of(Reply.of(Answer.empty(404)));
        }
        if (request.method().equals("GET") && request.hasQuery("wsdl")) {
            var text = ContractFile.text(wsdl).replace(named, request.origin() + path);
            return Optional.of(Reply.of(Answer.xml(200, text)));
        }
        return request.method().equals("POST")
                ? Optional.empty()
                : Optional.of(Reply.of(Answer.empty(405).with("Allow", "POST")));
    }
}
