package org.onewindow.simulators;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Xml;

/** Asks the gateway of civil affairs as a hub does, with each part in the test's hands. */
final class CivilCaller {

    static final String SERVICE = "/civil-affairs/gateway/services/Gateway";

    private final Trial trial;
    private final AtomicLong serials = new AtomicLong();
    String key = TrialCredentials.CIVIL_KEY;
    String declaration = "<?xml version=\"1.0\" encoding=\"GBK\"?>";
    String fixedSerial = "";

    CivilCaller(Trial trial) {
        this.trial = trial;
    }

    HttpResponse<String> maritalStatus(String name, String number) {
        return ask("MZ0107", "<XM>" + name + "</XM><ZJLX>1</ZJLX><ZJHM>" + number + "</ZJHM>");
    }

    HttpResponse<String> note(String number, String caseNumber) {
        return ask("MZ0201", "<ZJHM>" + number + "</ZJHM><YWLSH>" + caseNumber + "</YWLSH><SDYY>出售</SDYY>");
    }

    HttpResponse<String> findNote(String caseNumber) {
        return ask("MZ0202", "<YWLSH>" + caseNumber + "</YWLSH>");
    }

    HttpResponse<String> cancelNote(String note) {
        return ask("MZ0203", "<SDBH>" + note + "</SDBH>");
    }

    HttpResponse<String> ask(String service, String body) {
        var serial = fixedSerial.isEmpty() ? "202611241000%08d".formatted(serials.incrementAndGet()) : fixedSerial;
        return askDocument(
                service,
                serial,
                declaration
                        + """
                        <REQUEST><BODY>%s</BODY><HEAD><ORG>ZWFW</ORG><SVC>%s</SVC><SERIAL>%s</SERIAL>\
                        <TIME>20261124100000</TIME></HEAD></REQUEST>"""
                                .formatted(body, service, serial));
    }

    HttpResponse<String> askDocument(String service, String serial, String document) {
        var token = Hmac.digest("MD5", (service + serial + key).getBytes(StandardCharsets.UTF_8))
                .toUpperCase(Locale.ROOT);
        return post(
                """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
                <g:invoke xmlns:g="http://gateway.mz.city/ws"><serviceCode>%s</serviceCode><token>%s</token>\
                <requestXml>%s</requestXml></g:invoke></s:Body></s:Envelope>"""
                        .formatted(service, token, Xml.escape(document)));
    }

    HttpResponse<String> post(String envelope) {
        return trial.send(
                "POST", SERVICE, Map.of("Content-Type", "text/xml; charset=UTF-8", "SOAPAction", "\"\""), envelope);
    }

    /** The document inside the string of the answer. */
    static String document(HttpResponse<String> answer) {
        return Xml.read(answer.body())
                .map(document ->
                        document.getElementsByTagName("responseXml").item(0).getTextContent())
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    static String field(HttpResponse<String> answer, String name) {
        var found = Pattern.compile("<" + name + ">([^<]*)<").matcher(document(answer));
        return found.find() ? found.group(1) : "";
    }
}
