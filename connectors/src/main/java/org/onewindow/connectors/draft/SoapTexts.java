package org.onewindow.connectors.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.connectors.contract.SoapOperation;
import org.onewindow.connectors.contract.SoapPort;
import org.onewindow.connectors.xml.XmlText;

/** The texts of one SOAP operation: both mappings and all samples. */
final class SoapTexts {

    static final String FAULT_REPLY =
            """
            {
              "state": "uncertain",
              "cause": "a declared fault: decide what it means"
            }
            """;

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String XSLT =
            " xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"" + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";

    private final SoapPort port;
    private final SoapOperation operation;
    private final List<Node> headers;
    private final Node request;
    private final Node answer;
    private final Forms forms;
    private final Origins origins;

    SoapTexts(
            SoapPort port,
            SoapOperation operation,
            List<Node> headers,
            Node request,
            Node answer,
            Forms forms,
            Origins origins) {
        this.port = port;
        this.operation = operation;
        this.headers = headers;
        this.request = request;
        this.answer = answer;
        this.forms = forms;
        this.origins = origins;
    }

    private List<Node> parts() {
        var parts = new ArrayList<>(headers);
        parts.add(request);
        return parts;
    }

    private Prefixes prefixes(List<Node> parts) {
        var prefixes = Prefixes.of(port.envelope(), parts);
        return port.addressing() ? prefixes.with("wsa", Prefixes.ADDRESSING) : prefixes;
    }

    String bodyName() {
        return request instanceof Group group
                ? group.tag().name()
                : ((Leaf) request).tag().name();
    }

    String requestMapping() {
        var prefixes = prefixes(parts());
        var lines = new Lines();
        var write = new XsltRequest(lines, prefixes, forms);
        lines.line(DECLARATION)
                .line("<!-- " + comment(operation.name()) + ": drafted from the contract; decide about each TODO. -->");
        lines.open("<xsl:stylesheet version=\"3.0\" expand-text=\"yes\" exclude-result-prefixes=\"xs hub\"" + XSLT
                + " xmlns:hub=\"urn:onewindow:functions:v1\"" + prefixes.declarations() + ">");
        lines.line("<xsl:param name=\"request\" as=\"map(*)\" required=\"yes\"/>")
                .line("<xsl:param name=\"key\" as=\"xs:string\" required=\"yes\"/>")
                .line("<xsl:param name=\"now\" as=\"xs:dateTime\" required=\"yes\"/>")
                .line("<xsl:param name=\"callbackUrl\" as=\"xs:string\" required=\"yes\"/>")
                .line("<xsl:param name=\"values\" as=\"map(*)\" required=\"yes\"/>")
                .line("<xsl:mode on-no-match=\"fail\"/>");
        lines.open("<xsl:template name=\"xsl:initial-template\">").open("<soap:Envelope>");
        if (!headers.isEmpty() || port.addressing()) {
            lines.open("<soap:Header>");
            addressing(lines, "urn:uuid:{$key}");
            headers.forEach(header -> write.write(header, "$request?form"));
            lines.close("</soap:Header>");
        }
        lines.open("<soap:Body>");
        body(write);
        lines.close("</soap:Body>").close("</soap:Envelope>").close("</xsl:template>");
        return lines.close("</xsl:stylesheet>").toString();
    }

    /** The form's fields are those of the body's element. */
    private void body(XsltRequest write) {
        if (request instanceof Group group) {
            write.element(group, "$request?form");
        } else {
            write.write(request, "$request?form");
        }
    }

    private void addressing(Lines lines, String message) {
        if (port.addressing()) {
            lines.line("<wsa:Action>" + XmlText.escaped(operation.action()) + "</wsa:Action>")
                    .line("<wsa:MessageID>" + message + "</wsa:MessageID>")
                    .line("<wsa:To>" + XmlText.escaped(port.address()) + "</wsa:To>");
        }
    }

    String replyMapping() {
        var prefixes = prefixes(List.of(answer)).with("xsi", Prefixes.XSI);
        var lines = new Lines();
        var facts = new XsltReply(lines, prefixes, new Facts(origins));
        lines.line(DECLARATION)
                .line(
                        "<!-- TODO which answers mean refused, pending or unavailable? here every answer is `answered`. -->");
        lines.open("<xsl:stylesheet version=\"3.0\" exclude-result-prefixes=\"#all\"" + XSLT + prefixes.declarations()
                + ">");
        lines.line("<xsl:mode on-no-match=\"fail\"/>");
        lines.open("<xsl:template match=\"document-node()\">")
                .line("<xsl:apply-templates select=\"*\"/>")
                .close("</xsl:template>");
        lines.open("<xsl:template match=\"" + facts.select(answer) + "\">").open("<xsl:map>");
        lines.line("<xsl:map-entry key=\"'state'\" select=\"'answered'\"/>");
        lines.open("<xsl:map-entry key=\"'facts'\">").open("<xsl:map>");
        if (answer instanceof Group group) {
            var core = Core.of(group);
            if (core.path().isEmpty()) {
                facts.entries(group);
            } else {
                var path = core.path().stream().map(facts::select).toList();
                lines.open("<xsl:for-each select=\"" + String.join("/", path) + "\">");
                facts.entries(core.group());
                lines.close("</xsl:for-each>");
            }
        } else {
            lines.line("<xsl:map-entry key=\"'value'\" select=\"string(.)\"/>");
        }
        lines.close("</xsl:map>").close("</xsl:map-entry>").close("</xsl:map>").close("</xsl:template>");
        lines.line(
                "<!-- TODO what do the department's faults mean? refused, unavailable (nothing was done), or in doubt -->");
        lines.open("<xsl:template match=\"soap:Fault\">")
                .line(
                        "<xsl:sequence select=\"map{'state': 'uncertain', 'cause': 'a declared fault: decide what it means'}\"/>")
                .close("</xsl:template>");
        return lines.close("</xsl:stylesheet>").toString();
    }

    String request(boolean full) {
        var form = new LinkedHashMap<String, Object>();
        var presence = new RequestPresence(full, forms);
        var fill = new FormSample(forms, false);
        headers.forEach(header -> fill.fill(form, header, presence));
        if (request instanceof Group group) {
            form.putAll(fill.inner(group, presence));
        } else {
            fill.fill(form, request, presence);
        }
        return CanonicalSample.of(form);
    }

    String requestSample(boolean full) {
        var prefixes = prefixes(parts());
        var lines = new Lines();
        var sample = new XmlSample(lines, prefixes, leaf -> forms.of(leaf).sample());
        var presence = new RequestPresence(full, forms);
        lines.line(DECLARATION).open("<soap:Envelope" + prefixes.declarations() + ">");
        if (!headers.isEmpty() || port.addressing()) {
            lines.open("<soap:Header>");
            addressing(lines, "urn:uuid:" + Origins.SAMPLES.get("key"));
            headers.forEach(header -> sample.write(header, presence, ""));
            lines.close("</soap:Header>");
        }
        lines.open("<soap:Body>");
        sample.write(request, presence, "");
        return lines.close("</soap:Body>").close("</soap:Envelope>").toString();
    }

    String answerSample(boolean full) {
        var prefixes = prefixes(List.of(answer));
        var lines = new Lines();
        lines.line(DECLARATION)
                .open("<soap:Envelope" + prefixes.declarations() + ">")
                .open("<soap:Body>");
        new XmlSample(lines, prefixes, origins::answer).write(answer, new AnswerPresence(full), "");
        return lines.close("</soap:Body>").close("</soap:Envelope>").toString();
    }

    String faultSample(Node detail) {
        var prefixes = Prefixes.of(port.envelope(), List.of(detail));
        var lines = new Lines();
        lines.line(DECLARATION)
                .open("<soap:Envelope" + prefixes.declarations() + ">")
                .open("<soap:Body>");
        lines.open("<soap:Fault>");
        if (port.soap12()) {
            lines.line("<soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code>")
                    .line("<soap:Reason><soap:Text xml:lang=\"en\">a sample fault</soap:Text></soap:Reason>")
                    .open("<soap:Detail>");
        } else {
            lines.line("<faultcode>soap:Server</faultcode>")
                    .line("<faultstring>a sample fault</faultstring>")
                    .open("<detail>");
        }
        new XmlSample(lines, prefixes, origins::answer).write(detail, new AnswerPresence(true), "");
        lines.close(port.soap12() ? "</soap:Detail>" : "</detail>").close("</soap:Fault>");
        return lines.close("</soap:Body>").close("</soap:Envelope>").toString();
    }

    String reply(boolean full) {
        var presence = new AnswerPresence(full);
        Map<String, Object> facts = answer instanceof Group group
                ? Core.of(group).sample(new Facts(origins), presence, false)
                : Map.of("value", origins.answer((Leaf) answer));
        return CanonicalSample.answered(facts);
    }

    static String comment(String text) {
        return text.replace("--", "- -");
    }
}
