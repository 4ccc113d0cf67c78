package org.onewindow.simulators.land;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.city.Title;
import org.onewindow.simulators.city.Title.Fate;
import org.onewindow.simulators.land.Transfer.Outcome;
import org.onewindow.simulators.stage.Delivery;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Hmac;

/** The transfers at the registration centre: taken in, reviewed by people, called back at every change. */
final class Transfers {

    static final String DEPARTMENT = "land-registry";
    static final String CALLBACK = "transferOutcome";

    private final Stage stage;
    private final City city;
    private final Duration review;
    private final Map<String, Transfer> transfers = new LinkedHashMap<>();

    Transfers(Stage stage, City city, Duration review) {
        this.stage = stage;
        this.city = city;
        this.review = review;
    }

    synchronized Optional<Transfer> find(String receiptNumber) {
        return Optional.ofNullable(transfers.get(receiptNumber));
    }

    synchronized List<Transfer> ofCase(String caseNumber) {
        return transfers.values().stream()
                .filter(one -> one.order().caseNumber().equals(caseNumber))
                .toList();
    }

    synchronized boolean isInReview(String certificateNumber) {
        return transfers.values().stream()
                .anyMatch(one -> one.outcome().isOpen()
                        && one.order().certificateNumber().equals(certificateNumber));
    }

    synchronized Transfer take(Transfer.Order order) {
        var taken = new Transfer(order, 1, stage.now().plus(review), new Outcome.InReview(Optional.empty()));
        record("transfer-taken", order.requestId(), taken);
        return changed(taken);
    }

    /** Empty where the outcome is final already. */
    synchronized Optional<Transfer> withdraw(String receiptNumber, String key) {
        return find(receiptNumber).flatMap(Transfer::ifOpen).map(open -> {
            record("transfer-withdrawn", key, open);
            return changed(open.next(new Outcome.Withdrawn()));
        });
    }

    /** Empty where no corrections are asked for. */
    synchronized Optional<Transfer> correct(String receiptNumber, String key, List<String> materialCodes) {
        var transfer = find(receiptNumber);
        if (transfer.isEmpty() || !(transfer.get().outcome() instanceof Outcome.CorrectionNeeded(var missing))) {
            return Optional.empty();
        }
        record("transfer-corrected", key, transfer.get());
        var leftOpen = missing.stream()
                .filter(one -> !materialCodes.contains(one.code()))
                .toList();
        var inReview = new Outcome.InReview(Optional.of(leftOpen));
        return Optional.of(changed(transfer.get().next(inReview, stage.now().plus(review))));
    }

    /** A reviewer decides now; empty where there is nothing to decide any more. */
    synchronized Optional<Transfer> decide(String receiptNumber, Decision decision) {
        return find(receiptNumber).flatMap(Transfer::ifOpen).map(open -> switch (decision) {
            case Decision.Register() -> register(open);
            case Decision.Reject(var reason) -> {
                record("transfer-rejected", open.order().requestId(), open);
                yield changed(open.next(new Outcome.Rejected(reason)));
            }
            case Decision.AskFor(var missing) -> changed(open.next(new Outcome.CorrectionNeeded(missing)));
        });
    }

    /** Ends the reviews that are due. */
    synchronized void tick() {
        var due = transfers.values().stream()
                .filter(one -> one.isDue(stage.now()))
                .toList();
        due.forEach(one -> decide(one.order().receiptNumber(), fateOf(one)));
    }

    synchronized void reset() {
        transfers.clear();
    }

    private Decision fateOf(Transfer transfer) {
        if (transfer.outcome() instanceof Outcome.InReview(var leftOpen) && leftOpen.isPresent()) {
            return leftOpen.get().isEmpty() ? new Decision.Register() : new Decision.AskFor(leftOpen.get());
        }
        return switch (titleOf(transfer).map(Title::fate).orElse(Fate.REJECTED)) {
            case REGISTERED -> new Decision.Register();
            case CORRECTION_NEEDED ->
                new Decision.AskFor(List.of(
                        new Transfer.Missing("SALE_CONTRACT", "合同第3页缺少签名 / page 3 of the contract is not signed")));
            case REJECTED -> new Decision.Reject("登记簿记载与申请不一致 / the register does not agree with the application");
        };
    }

    private Transfer register(Transfer open) {
        var old = titleOf(open).orElseThrow();
        var title =
                city.titles().pass(old, open.order().buyers(), stage.numbers().nextCertificate(), stage.today());
        var registered = open.next(new Outcome.Registered(title, stage.today()));
        record("transfer-registered", open.order().requestId(), registered);
        return changed(registered);
    }

    private Optional<Title> titleOf(Transfer transfer) {
        return city.titles().find(transfer.order().certificateNumber());
    }

    private Transfer changed(Transfer transfer) {
        transfers.put(transfer.order().receiptNumber(), transfer);
        stage.deliveries()
                .add(new Delivery(
                        DEPARTMENT,
                        CALLBACK,
                        transfer.order().receiptNumber() + "#" + transfer.sequence(),
                        transfer.order().callbackUrl(),
                        transfer.json().toString(),
                        Transfers::sign));
        return transfer;
    }

    private static Map<String, String> sign(Delivery.Sending sending) {
        var seconds = Long.toString(sending.at().getEpochSecond());
        return Map.of(
                "X-Timestamp",
                seconds,
                "X-Signature",
                "sha256=" + Hmac.sha256(TrialCredentials.LAND_CALLBACK_SECRET, seconds + "." + sending.body()));
    }

    private void record(String kind, String key, Transfer transfer) {
        var order = transfer.order();
        stage.ledger().add(new Effect(DEPARTMENT, kind, key, order.caseNumber(), order.receiptNumber(), stage.now()));
    }
}
