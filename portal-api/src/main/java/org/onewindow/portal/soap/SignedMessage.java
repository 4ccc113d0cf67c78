package org.onewindow.portal.soap;

import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.message.Message;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerConstants;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.message.token.Timestamp;
import org.onewindow.portal.text.Languages;
import org.w3c.dom.Node;

/** What is known of a message beside its payload: who signed it, what it says it does, in which language it wants its answer. */
record SignedMessage(Message message) {

    /** Of the first signature; each that was not good has ended the message. */
    Optional<X509Certificate> certificate() {
        return results(WSConstants.SIGN)
                .map(result -> result.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .findFirst();
    }

    /** Whether one signature covers this envelope's own Body and the Timestamp that was found fresh: the same nodes. */
    boolean coversBodyAndTimestamp() {
        var wanted = new ArrayList<Node>();
        wanted.add(body());
        results(WSConstants.TS)
                .map(result -> result.get(WSSecurityEngineResult.TAG_TIMESTAMP))
                .filter(Timestamp.class::isInstance)
                .map(time -> DOMUtils.getDomElement(((Timestamp) time).getElement()))
                .forEach(wanted::add);
        return wanted.size() == 2
                && results(WSConstants.SIGN)
                        .anyMatch(signature -> covered(signature).containsAll(wanted));
    }

    private Node body() {
        try {
            return DOMUtils.getDomElement(message.getContent(SOAPMessage.class).getSOAPBody());
        } catch (SOAPException none) {
            throw new IllegalStateException("an envelope without a Body came this far", none);
        }
    }

    /** By identity: a node of the same look is another node. */
    private static Set<Node> covered(WSSecurityEngineResult signature) {
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        if (signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> references) {
            references.stream()
                    .filter(WSDataRef.class::isInstance)
                    .map(reference -> DOMUtils.getDomElement(((WSDataRef) reference).getProtectedElement()))
                    .forEach(nodes::add);
        }
        return nodes;
    }

    private Stream<WSSecurityEngineResult> results(int action) {
        return results().stream()
                .flatMap(result -> result.getResults().stream())
                .filter(result -> Integer.valueOf(action).equals(result.get(WSSecurityEngineResult.TAG_ACTION)));
    }

    private List<WSHandlerResult> results() {
        return message.get(WSHandlerConstants.RECV_RESULTS) instanceof List<?> list
                ? list.stream()
                        .filter(WSHandlerResult.class::isInstance)
                        .map(WSHandlerResult.class::cast)
                        .toList()
                : List.of();
    }

    /** SOAPAction without its quotes; empty: it bears none. */
    String action() {
        return header("SOAPAction").replaceAll("^\"|\"$", "");
    }

    Locale language() {
        return Languages.named(header("Accept-Language").split("[-,;]", 2)[0]);
    }

    private String header(String name) {
        var headers = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> sent) {
            sent.forEach((key, values) -> headers.put(String.valueOf(key), values));
        }
        return headers.get(name) instanceof List<?> values && values.size() == 1
                ? String.valueOf(values.getFirst())
                : "";
    }
}
