package org.onewindow.simulators;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Asks the tax bureau as a hub does, with each part of the message in the test's hands. */
final class TaxCaller {

    static final String SERVICE = "/tax/services/TransferTax";
    static final String WANG = "<c:identityDocumentType>201</c:identityDocumentType>"
            + "<c:identityNumber>370102197909143315</c:identityNumber><c:name>王强</c:name>";
    static final String ZHANG = "<c:identityDocumentType>201</c:identityDocumentType>"
            + "<c:identityNumber>370102198503078212</c:identityNumber><c:name>张铭</c:name>";

    private final Trial trial;
    String password = TrialCredentials.TAX_PASSWORD;
    String channelCode = TrialCredentials.TAX_CHANNEL;
    String nonce = "";
    long createdOffsetSeconds;

    TaxCaller(Trial trial) {
        this.trial = trial;
    }

    HttpResponse<String> ask(String requestId, String body) {
        return trial.send(
                "POST", SERVICE, Map.of("Content-Type", "text/xml; charset=UTF-8"), envelope(requestId, body));
    }

    HttpResponse<String> ask(String body) {
        return ask(UUID.randomUUID().toString(), body);
    }

    String envelope(String requestId, String body) {
        return """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>%s
                <c:RequestHeader xmlns:c="urn:city:tax:common:v1"><c:channelCode>%s</c:channelCode>\
                <c:requestId>%s</c:requestId><c:sentAt>%s</c:sentAt></c:RequestHeader></s:Header>
                <s:Body>%s</s:Body></s:Envelope>"""
                .formatted(security(), channelCode, requestId, beijing(), body);
    }

    String paidNow(String assessmentNumber, String reference, String amount) {
        return paid(assessmentNumber, reference, amount, beijing());
    }

    static String paid(String assessmentNumber, String reference, String amount, String paidAt) {
        return """
                <t:ConfirmPayment xmlns:t="urn:city:tax:transfer:v3"><t:assessmentNumber>%s</t:assessmentNumber>\
                <t:paymentReference>%s</t:paymentReference><t:amount>%s</t:amount><t:paidAt>%s</t:paidAt></t:ConfirmPayment>"""
                .formatted(assessmentNumber, reference, amount, paidAt);
    }

    static String clearanceOf(String assessmentNumber) {
        return "<t:GetTaxClearance xmlns:t=\"urn:city:tax:transfer:v3\"><t:assessmentNumber>" + assessmentNumber
                + "</t:assessmentNumber></t:GetTaxClearance>";
    }

    /** The text of the first element of this name, whatever its prefix. */
    static String field(HttpResponse<String> answer, String name) {
        var found = Pattern.compile("<\\w+:" + name + ">([^<]*)<").matcher(answer.body());
        return found.find() ? found.group(1) : "";
    }

    /** What the tax of this kind comes to, relief included: such as {@code 0.05 0.00 HELD-2-YEARS}. */
    static String line(HttpResponse<String> answer, String kind) {
        var found = Pattern.compile("<t:tax kind=\"" + kind + "\"><t:rate>([^<]*)</t:rate><t:amount>([^<]*)</t:amount>"
                        + "(?:<t:reliefCode>([^<]*)</t:reliefCode>)?")
                .matcher(answer.body());
        if (!found.find()) {
            return "";
        }
        return (found.group(1) + " " + found.group(2) + " " + (found.group(3) == null ? "" : found.group(3))).strip();
    }

    private String beijing() {
        return OffsetDateTime.ofInstant(trial.clock.instant(), ZoneId.of("Asia/Shanghai"))
                .toString();
    }

    private String security() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        var used = nonce.isEmpty() ? Base64.getEncoder().encodeToString(random) : nonce;
        Instant time = trial.clock.instant().plusSeconds(createdOffsetSeconds);
        var created = time.toString();
        return """
                <w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" \
                xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">\
                <w:UsernameToken><w:Username>hub</w:Username><w:Password Type="http://docs.oasis-open.org/wss/2004/01/\
                oasis-200401-wss-username-token-profile-1.0#PasswordDigest">%s</w:Password><w:Nonce>%s</w:Nonce>\
                <u:Created>%s</u:Created></w:UsernameToken></w:Security>"""
                .formatted(digest(used, created), used, created);
    }

    private String digest(String usedNonce, String created) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(Base64.getDecoder().decode(usedNonce));
            sha1.update((created + password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
