package org.onewindow.simulators.payments;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Json;

/** A bill at the platform. */
record Bill(Order order, State state, Optional<Payment> payment, Optional<Refund> refund) {

    enum State {
        OPEN,
        PAID,
        CLOSED,
        REFUNDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was asked for; it never changes. */
    record Order(
            String billId,
            String caseNumber,
            long amountFen,
            String payee,
            String title,
            LocalDate payBefore,
            URI returnUrl,
            URI notifyUrl) {

        static Order of(Fields fields) {
            return new Order(
                    fields.text("billId"),
                    fields.text("caseNumber"),
                    fields.positive("amountFen"),
                    fields.text("payee"),
                    fields.text("title"),
                    fields.date("payBefore"),
                    fields.url("returnUrl"),
                    fields.url("notifyUrl"));
        }
    }

    /** What the citizen paid; the amount is the bill's unless the control API made an incident. */
    record Payment(String reference, long amountFen, Instant paidAt) {}

    record Refund(String refundId, String fingerprint) {}

    static Bill open(Order order) {
        return new Bill(order, State.OPEN, Optional.empty(), Optional.empty());
    }

    Bill paid(Payment newPayment) {
        return new Bill(order, State.PAID, Optional.of(newPayment), refund);
    }

    Bill closed() {
        return new Bill(order, State.CLOSED, payment, refund);
    }

    Bill refunded(Refund newRefund) {
        return new Bill(order, State.REFUNDED, payment, Optional.of(newRefund));
    }

    boolean is(State other) {
        return state == other;
    }

    JsonNode json() {
        var json = Json.object().put("state", state.word());
        payment.ifPresentOrElse(made -> put(json, made, made.amountFen), () -> json.put("amountFen", order.amountFen));
        return json;
    }

    /** What the platform notifies of a bill that is paid or refunded. */
    JsonNode notification(long amountFen) {
        var json = Json.object().put("billId", order.billId);
        payment.ifPresent(made -> put(json, made, amountFen));
        json.put("state", state.word());
        refund.ifPresent(made -> json.put("refundId", made.refundId));
        return json;
    }

    private static void put(ObjectNode json, Payment payment, long amountFen) {
        json.put("paymentReference", payment.reference)
                .put("amountFen", amountFen)
                .put("paidAt", ISO_OFFSET_DATE_TIME.format(payment.paidAt.atZone(Stage.BEIJING)));
    }
}
