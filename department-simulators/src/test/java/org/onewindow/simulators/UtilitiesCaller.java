package org.onewindow.simulators;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;

/** Asks the water, gas and heating companies as a hub does. */
final class UtilitiesCaller {

    static final String UNIT = "370102001001GB00001F00010101";
    static final String WATER = "SW0102034455";
    static final String GAS = "8802034455";
    static final String HEATING = "RL-102-010101";

    private final Trial trial;
    private final AtomicLong serials = new AtomicLong();
    String waterPassword = TrialCredentials.WATER_PASSWORD;
    String gasKey = TrialCredentials.GAS_KEY;
    String heatingKey = TrialCredentials.HEATING_KEY;

    UtilitiesCaller(Trial trial) {
        this.trial = trial;
    }

    HttpResponse<String> waterAccount(String account) {
        return water("<w:GetAccount xmlns:w=\"urn:city:water:accounts:v2\"><w:accountNumber>" + account
                + "</w:accountNumber></w:GetAccount>");
    }

    HttpResponse<String> changeWater(String key, String caseNumber, String holder) {
        return water(
                """
                <w:ChangeHolder xmlns:w="urn:city:water:accounts:v2"><w:requestId>%s</w:requestId>\
                <w:caseNumber>%s</w:caseNumber><w:accountNumber>%s</w:accountNumber><w:unitNumber>%s</w:unitNumber>\
                <w:titleNumber>T</w:titleNumber><w:holder><w:name>%s</w:name><w:documentType>1</w:documentType>\
                <w:documentNumber>370102198503078212</w:documentNumber></w:holder></w:ChangeHolder>"""
                        .formatted(key, caseNumber, WATER, UNIT, holder));
    }

    private HttpResponse<String> water(String body) {
        var login = Base64.getEncoder().encodeToString(("hub:" + waterPassword).getBytes(StandardCharsets.UTF_8));
        return trial.send(
                "POST",
                "/water-utility/services/Accounts",
                Map.of("Content-Type", "text/xml; charset=UTF-8", "Authorization", "Basic " + login),
                Soap.envelope(body));
    }

    HttpResponse<String> gasAccount(String account) {
        return trial.send("GET", "/gas-utility/open/v1/accounts/" + account, Map.of("X-Api-Key", gasKey), "");
    }

    HttpResponse<String> changeGas(String key, String account, String unit) {
        return trial.send(
                "POST",
                "/gas-utility/open/v1/accounts/" + account + "/holder-changes",
                Map.of("X-Api-Key", gasKey, "Idempotency-Key", key, "Content-Type", "application/json"),
                """
                {"caseNumber": "OW-1", "unitNumber": "%s", "titleNumber": "T",
                 "holder": {"name": "张铭", "idType": "resident-id", "idNumber": "370102198503078212"}}"""
                        .formatted(unit));
    }

    String heatingAccount(String account) {
        return heating("RL01", "<HH>" + account + "</HH>");
    }

    String changeHeating(String caseNumber) {
        return changeHeating(caseNumber, HEATING, UNIT);
    }

    String changeHeating(String caseNumber, String account, String unit) {
        return heating(
                "RL02",
                """
                <YWH>%s</YWH><HH>%s</HH><DYH>%s</DYH><ZH>T</ZH><XM>张铭</XM><ZJLX>1</ZJLX><ZJHM>370102198503078212</ZJHM>"""
                        .formatted(caseNumber, account, unit));
    }

    String findHeatingChange(String caseNumber) {
        return heating("RL03", "<YWH>" + caseNumber + "</YWH>");
    }

    /** The document inside the string of the answer. */
    private String heating(String transaction, String body) {
        var serial = "202611241000%08d".formatted(serials.incrementAndGet());
        var document =
                """
                <?xml version="1.0" encoding="GB18030"?><REQ><HEAD><TX>%s</TX><LS>%s</LS><JG>ZWFW</JG></HEAD>\
                <BODY>%s</BODY></REQ>"""
                        .formatted(transaction, serial, body);
        var answer = trial.send(
                "POST",
                "/heating-utility/exchange/services/Heat",
                Map.of("Content-Type", "text/xml; charset=UTF-8", "SOAPAction", "\"\""),
                Soap.envelope(
                        """
                        <g:exchange xmlns:g="http://gateway.heat.city/ws"><txCode>%s</txCode><sign>%s</sign>\
                        <message>%s</message></g:exchange>"""
                                .formatted(
                                        transaction,
                                        Hmac.sha256(heatingKey, transaction + serial),
                                        Xml.escape(document))));
        return Xml.read(answer.body())
                .map(whole -> whole.getElementsByTagName("answer").item(0).getTextContent())
                .orElseThrow(() -> new AssertionError(answer.body()));
    }
}
