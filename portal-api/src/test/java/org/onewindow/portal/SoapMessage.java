package org.onewindow.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/** A SOAP message as a client writes and signs it. */
record SoapMessage(String action, String text) {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    static {
        WSSConfig.init();
    }

    static SoapMessage unsigned(String operation, String inside) {
        return new SoapMessage(
                "urn:onewindow:v1:" + operation,
                "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Header/><s:Body><" + operation + " xmlns=\"urn:onewindow:v1\">"
                        + inside + "</" + operation + "></s:Body></s:Envelope>");
    }

    static SoapMessage submission(String key, ObjectNode request) {
        return unsigned("submit", "<key>" + key + "</key>" + xml(request));
    }

    SoapMessage as(String otherAction) {
        return new SoapMessage(otherAction, text);
    }

    SoapMessage with(String before, String after) {
        if (!text.contains(before)) {
            throw new IllegalArgumentException("no " + before);
        }
        return new SoapMessage(action, text.replace(before, after));
    }

    SoapMessage signedBy(String client) {
        return signedBy(client, Instant.now(), true);
    }

    /** Body and, where there is to be one, Timestamp. */
    SoapMessage signedBy(String client, Instant at, boolean withTimestamp) {
        return signedBy(client, at, withTimestamp, "Body", SOAP);
    }

    SoapMessage signedBy(String client, Instant at, boolean withTimestamp, String part, String namespace) {
        try {
            var document = document();
            var header = new WSSecHeader(document);
            header.insertSecurityHeader();
            var signature = new WSSecSignature(header);
            if (withTimestamp) {
                var timestamp = new WSSecTimestamp(header);
                timestamp.setWsTimeSource(() -> at);
                timestamp.setTimeToLive(300);
                timestamp.build();
                signature.getParts().add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, ""));
            }
            signature.getParts().add(new WSEncryptionPart(part, namespace, ""));
            signature.setUserInfo(client, Certificates.PASSWORD);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
            signature.setDigestAlgo("http://www.w3.org/2001/04/xmlenc#sha256");
            var keys = new Merlin();
            keys.setKeyStore(Certificates.keysOf(client));
            return new SoapMessage(action, written(signature.build(keys)));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    Api.Reply send() {
        return Api.send(new Api("en", "")
                .request("/soap/OneWindowService")
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + action + "\"")
                .POST(BodyPublishers.ofString(text)));
    }

    private Document document() throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String written(Document document) throws Exception {
        var writer = new StringWriter();
        var transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.transform(new DOMSource(document), new StreamResult(writer));
        return writer.toString();
    }

    private static String xml(ObjectNode request) {
        var form = request.path("form");
        var xml = new StringBuilder("<request><matter>")
                .append(request.path("matter").asText())
                .append("</matter>")
                .append(party("applicant", request.path("applicant")));
        request.path("parties").forEach(party -> xml.append(party("party", party)));
        return xml.append("<form><text name=\"titleNumber\">")
                .append(form.path("titleNumber").asText())
                .append("</text><number name=\"priceFen\">")
                .append(form.path("priceFen").asText())
                .append("</number><text name=\"signedOn\">")
                .append(form.path("signedOn").asText())
                .append("</text></form></request>")
                .toString();
    }

    private static String party(String element, JsonNode party) {
        var role = party.path("role").asText();
        return "<" + element + (role.isEmpty() ? "" : " role=\"" + role + "\"") + " kind=\"person\"><name>"
                + party.path("name").asText() + "</name><idType>resident-id</idType><idNumber>"
                + party.path("idNumber").asText() + "</idNumber>" + optional("share", party) + optional("phone", party)
                + "</" + element + ">";
    }

    private static String optional(String name, JsonNode party) {
        return party.has(name) ? "<" + name + ">" + party.path(name).asText() + "</" + name + ">" : "";
    }
}
