package org.onewindow.simulators.payments;

import java.net.URI;
import java.util.Map;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.stage.Delivery;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Hmac;

/** Notifies of payments and refunds, signed as the platform's requests are. */
final class Notifier {

    static final String OPERATION = "notification";

    private final Stage stage;

    Notifier(Stage stage) {
        this.stage = stage;
    }

    void tell(Bill bill, long amountFen) {
        var url = bill.order().notifyUrl();
        stage.deliveries()
                .add(new Delivery(
                        Bills.DEPARTMENT,
                        OPERATION,
                        bill.order().billId(),
                        url,
                        bill.notification(amountFen).toString(),
                        sending -> sign(url, sending)));
    }

    /** Method, path, timestamp and body, under the shared secret. */
    static String signature(String method, String path, String seconds, String body) {
        return Hmac.sha256(TrialCredentials.PAY_SECRET, method + " " + path + "." + seconds + "." + body);
    }

    private static Map<String, String> sign(URI url, Delivery.Sending sending) {
        var seconds = Long.toString(sending.at().getEpochSecond());
        return Map.of(
                "X-App",
                "pay",
                "X-Timestamp",
                seconds,
                "X-Signature",
                signature("POST", url.getRawPath(), seconds, sending.body()));
    }
}
