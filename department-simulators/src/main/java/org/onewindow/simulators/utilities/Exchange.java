package org.onewindow.simulators.utilities;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One {@code exchange}: a transaction code, a signature, and a document in a string. */
record Exchange(String txCode, String sign, String message, Map<String, String> head, Map<String, String> body) {

    static final String NAMESPACE = "http://gateway.heat.city/ws";

    private static final Pattern DECLARATION = Pattern.compile(
            "\\s*<\\?xml\\s+version=[\"']1\\.0[\"']\\s+encoding=[\"'](?i:GB18030)[\"'][^?]*\\?>.*", Pattern.DOTALL);
    private static final Pattern SERIAL = Pattern.compile("[0-9]{20}");

    /** Empty where the message is no call of {@code exchange}. */
    static Optional<Exchange> of(Soap soap) {
        var call = soap.body();
        if (!Xml.is(call, NAMESPACE, "exchange")) {
            return Optional.empty();
        }
        var message = Xml.child(call, "message").map(Element::getTextContent).orElse("");
        var root = Xml.read(message).map(Document::getDocumentElement).filter(one -> one.getNodeName()
                .equals("REQ"));
        return Optional.of(new Exchange(
                Xml.text(call, "txCode"),
                Xml.text(call, "sign"),
                message,
                root.map(one -> leaves(one, "HEAD")).orElse(Map.of()),
                root.map(one -> leaves(one, "BODY")).orElse(Map.of())));
    }

    String serial() {
        return head.getOrDefault("LS", "");
    }

    String field(String name) {
        return body.getOrDefault(name, "");
    }

    boolean isWellFormed() {
        return DECLARATION.matcher(message).matches()
                && head.keySet().equals(Set.of("TX", "LS", "JG"))
                && SERIAL.matcher(serial()).matches()
                && txCode.equals(head.get("TX"));
    }

    /** Whether its body has exactly these elements, none of them empty. */
    boolean has(Set<String> fields) {
        return body.keySet().equals(fields) && !body.containsValue("");
    }

    boolean isSigned(String key) {
        return Hmac.same(Hmac.sha256(key, txCode + serial()), sign);
    }

    /** The texts by name of what stands in this part. */
    private static Map<String, String> leaves(Element root, String part) {
        var leaves = new HashMap<String, String>();
        Xml.child(root, part).ifPresent(parent -> Xml.children(parent)
                .forEach(one ->
                        leaves.put(one.getNodeName(), one.getTextContent().strip())));
        return Map.copyOf(leaves);
    }

    @Override
    public String toString() {
        return "Exchange of " + txCode;
    }
}
