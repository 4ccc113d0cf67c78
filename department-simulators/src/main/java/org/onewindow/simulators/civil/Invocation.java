package org.onewindow.simulators.civil;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One {@code invoke}: a service code, a token, and a document in a string. */
record Invocation(
        String serviceCode, String token, String requestXml, Map<String, String> head, Optional<Element> body) {

    private static final String GATEWAY = "http://gateway.mz.city/ws";
    private static final Pattern DECLARATION = Pattern.compile(
            "\\s*<\\?xml\\s+version=[\"']1\\.0[\"']\\s+encoding=[\"'](?i:GBK)[\"'][^?]*\\?>.*", Pattern.DOTALL);
    private static final Pattern SERIAL = Pattern.compile("[0-9]{20}");
    private static final Set<String> HEAD = Set.of("SVC", "SERIAL", "TIME", "ORG");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** Empty where the message is no call of {@code invoke} with its three arguments. */
    static Optional<Invocation> of(Soap soap) {
        var call = soap.body();
        var names = Xml.children(call).stream()
                .filter(part -> part.getNamespaceURI() == null)
                .map(Element::getNodeName)
                .collect(Collectors.toSet());
        if (!Xml.is(call, GATEWAY, "invoke")
                || !names.equals(Set.of("serviceCode", "token", "requestXml"))
                || Xml.children(call).size() != 3) {
            return Optional.empty();
        }
        var requestXml = Xml.child(call, "requestXml").orElseThrow().getTextContent();
        var root = Xml.read(requestXml).map(Document::getDocumentElement);
        return Optional.of(new Invocation(
                Xml.text(call, "serviceCode"),
                Xml.text(call, "token"),
                requestXml,
                root.flatMap(one -> Xml.child(one, "HEAD"))
                        .flatMap(Invocation::leaves)
                        .orElse(Map.of()),
                root.flatMap(one -> Xml.child(one, "BODY")).filter(body -> holdsToPage(root.get()))));
    }

    /** The children's texts by name; empty where one stands twice or is no leaf. */
    static Optional<Map<String, String>> leaves(Element parent) {
        var leaves = new HashMap<String, String>();
        for (var child : Xml.children(parent)) {
            boolean plain =
                    Xml.children(child).isEmpty() && child.getAttributes().getLength() == 0;
            if (!plain || leaves.put(child.getNodeName(), child.getTextContent().strip()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(leaves);
    }

    String serial() {
        return head.getOrDefault("SERIAL", "");
    }

    boolean isWellFormed() {
        return DECLARATION.matcher(requestXml).matches()
                && body.isPresent()
                && head.keySet().equals(HEAD)
                && SERIAL.matcher(serial()).matches()
                && isTime(head.getOrDefault("TIME", ""))
                && !head.getOrDefault("ORG", "").isEmpty()
                && head.getOrDefault("SVC", "").equals(serviceCode);
    }

    boolean hasToken(String key) {
        var md5 = Hmac.digest("MD5", (serviceCode + serial() + key).getBytes(StandardCharsets.UTF_8));
        return md5.toUpperCase(Locale.ROOT).equals(token);
    }

    private static boolean holdsToPage(Element root) {
        return root.getNodeName().equals("REQUEST")
                && Xml.children(root).size() == 2
                && Xml.children(root, "HEAD").size() == 1
                && Xml.children(root, "BODY").size() == 1;
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text, TIME);
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Invocation of " + serviceCode;
    }
}
