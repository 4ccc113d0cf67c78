package org.onewindow.simulators;

import java.net.http.HttpResponse;
import java.util.Map;
import org.onewindow.simulators.wire.Hmac;

/** Asks the payment platform as a hub does, signed. */
final class PaymentCaller {

    private final Trial trial;
    String secret = TrialCredentials.PAY_SECRET;
    String signedPrefix = "/payment-platform";
    long clockOffsetSeconds;

    PaymentCaller(Trial trial) {
        this.trial = trial;
    }

    static String bill(String id, long amountFen, String notifyUrl) {
        return """
                {"billId":"%s","caseNumber":"OW-1","amountFen":%d,"payee":"税务局","title":"契税 <1>","payBefore":"2026-12-09",\
                "returnUrl":"http://127.0.0.1:1/cases/1","notifyUrl":"%s"}"""
                .formatted(id, amountFen, notifyUrl);
    }

    HttpResponse<String> create(String bill) {
        return send("POST", "/bills", bill);
    }

    HttpResponse<String> get(String id) {
        return send("GET", "/bills/" + id, "");
    }

    HttpResponse<String> close(String id) {
        return send("POST", "/bills/" + id + "/closing", "");
    }

    HttpResponse<String> refund(String id, String refundId, long amountFen) {
        return send(
                "POST",
                "/bills/" + id + "/refunds",
                "{\"refundId\":\"%s\",\"amountFen\":%d,\"reason\":\"withdrawn\"}".formatted(refundId, amountFen));
    }

    HttpResponse<String> send(String method, String path, String body) {
        var seconds = Long.toString(trial.clock.instant().getEpochSecond() + clockOffsetSeconds);
        return trial.send(
                method,
                "/payment-platform" + path,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-App",
                        "hub",
                        "X-Timestamp",
                        seconds,
                        "X-Signature",
                        Hmac.sha256(secret, method + " " + signedPrefix + path + "." + seconds + "." + body)),
                body);
    }
}
