package org.onewindow.simulators.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.onewindow.simulators.payments.Bill.State;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;

/** The platform's books. */
final class Bills {

    static final String DEPARTMENT = "payment-platform";

    private final Stage stage;
    private final Notifier notifier;
    private final Map<String, Bill> bills = new HashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();

    Bills(Stage stage) {
        this.stage = stage;
        this.notifier = new Notifier(stage);
    }

    synchronized Optional<Bill> find(String billId) {
        return Optional.ofNullable(bills.get(billId));
    }

    synchronized Answer create(JsonNode body, String payUrlBase) {
        var fields = Fields.of(body);
        var order = Bill.Order.of(fields);
        if (!fields.errors().isEmpty()) {
            return Problem.unprocessable(fields.errors()).answer();
        }
        var fingerprint = fingerprint(body);
        var before = fingerprints.get(order.billId());
        if (before != null && !before.equals(fingerprint)) {
            return Problem.of(409, "this billId was used with another body").answer();
        }
        if (before == null && order.payBefore().isBefore(stage.today())) {
            return Problem.unprocessable("payBefore", "is past").answer();
        }
        if (before == null) {
            fingerprints.put(order.billId(), fingerprint);
            changed(Bill.open(order), "bill-created", order.billId());
        }
        return Answer.json(201, Json.object().put("billId", order.billId()).put("payUrl", payUrlBase + order.billId()));
    }

    synchronized Answer close(String billId) {
        return existing(billId, bill -> switch (bill.state()) {
            case OPEN ->
                Answer.json(200, changed(bill.closed(), "bill-closed", billId).json());
            case CLOSED -> Answer.json(200, bill.json());
            case PAID, REFUNDED -> Problem.of(409, "the bill is paid").answer();
        });
    }

    synchronized Answer refund(String billId, JsonNode body) {
        var fields = Fields.of(body);
        var refund = new Bill.Refund(fields.text("refundId"), fingerprint(body));
        var amountFen = fields.positive("amountFen");
        fields.text("reason");
        if (!fields.errors().isEmpty()) {
            return Problem.unprocessable(fields.errors()).answer();
        }
        return existing(billId, bill -> {
            if (bill.refund().filter(refund::equals).isPresent()) {
                return accepted(refund);
            }
            if (!bill.is(State.PAID)) {
                return Problem.of(409, "the bill is " + bill.state().word()).answer();
            }
            if (bill.payment().filter(paid -> paid.amountFen() == amountFen).isEmpty()) {
                return Problem.unprocessable("amountFen", "only the whole amount can be refunded")
                        .answer();
            }
            var refunded = changed(bill.refunded(refund), "bill-refunded", refund.refundId());
            notifier.tell(refunded, amountFen);
            return accepted(refund);
        });
    }

    /**
     * The citizen pays. A paid bill is only notified again, so many times; another amount than the bill's makes the
     * incident of which the contract warns.
     */
    synchronized Answer pay(String billId, OptionalLong otherAmountFen, int times) {
        return existing(billId, bill -> {
            var amountFen = otherAmountFen.orElse(bill.order().amountFen());
            var paid =
                    switch (bill.state()) {
                        case OPEN -> {
                            var at = stage.now().truncatedTo(ChronoUnit.SECONDS);
                            var payment = new Bill.Payment(stage.numbers().next("ZF"), amountFen, at);
                            yield Optional.of(changed(bill.paid(payment), "bill-paid", billId));
                        }
                        case PAID -> Optional.of(bill);
                        case CLOSED, REFUNDED -> Optional.<Bill>empty();
                    };
            for (int i = 0; i < times; i++) {
                paid.ifPresent(one -> notifier.tell(one, amountFen));
            }
            return paid.map(one -> Answer.json(200, one.json())).orElseGet(() -> Problem.of(
                            409, "the bill is " + bill.state().word())
                    .answer());
        });
    }

    /** Closes what was not paid by its last day. */
    synchronized void tick() {
        var today = stage.today();
        List.copyOf(bills.values()).stream()
                .filter(bill -> bill.is(State.OPEN) && bill.order().payBefore().isBefore(today))
                .forEach(bill ->
                        changed(bill.closed(), "bill-closed", bill.order().billId()));
    }

    synchronized void reset() {
        bills.clear();
        fingerprints.clear();
    }

    private Answer existing(String billId, Function<Bill, Answer> work) {
        return find(billId).map(work).orElseGet(() -> Problem.of(404, "there is no such bill")
                .answer());
    }

    private static Answer accepted(Bill.Refund refund) {
        return Answer.json(202, Json.object().put("refundId", refund.refundId()).put("state", "accepted"));
    }

    private static String fingerprint(JsonNode body) {
        return Hmac.digest("SHA-256", Json.canonical(body).getBytes(StandardCharsets.UTF_8));
    }

    private Bill changed(Bill bill, String kind, String key) {
        var order = bill.order();
        bills.put(order.billId(), bill);
        stage.ledger().add(new Effect(DEPARTMENT, kind, key, order.caseNumber(), order.billId(), stage.now()));
        return bill;
    }
}
