package org.onewindow.simulators.fund;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.simulators.city.Citizen;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.fund.Withdrawal.State;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.Stage;

/** The centre's own books: pledges, members' savings, withdrawals. */
final class FundOffice {

    static final String DEPARTMENT = "housing-fund";
    static final String DONE = "00";
    static final String NOT_A_MEMBER = "10";
    static final String BALANCE_TOO_SMALL = "11";
    static final String UNREADABLE = "20";
    static final String TOO_LATE = "30";
    static final String UNKNOWN_APPLICATION = "31";
    static final String CLOSED = "90";
    static final String TRY_AGAIN = "91";
    static final List<String> TRANSACTIONS =
            List.of("LIEN_QUERY", "WITHDRAW_APPLY", "WITHDRAW_QUERY", "WITHDRAW_CANCEL");

    static final int SERIAL_MAX = 20;
    private static final int DAYS_TO_PAYMENT = 3;
    private static final LocalTime PAYMENT_HOUR = LocalTime.of(10, 0);

    private final Stage stage;
    private final City city;
    private final Map<String, Withdrawal> withdrawals = new LinkedHashMap<>();

    FundOffice(Stage stage, City city) {
        this.stage = stage;
        this.city = city;
    }

    synchronized GjjReply serve(GjjRequest request) {
        if (request.serial().isEmpty() || request.serial().length() > SERIAL_MAX || request.sent == null) {
            return new GjjReply(request.serial(), UNREADABLE);
        }
        return switch (request.txn()) {
            case "LIEN_QUERY" -> lien(request);
            case "WITHDRAW_APPLY" -> apply(request);
            case "WITHDRAW_QUERY" -> query(request);
            case "WITHDRAW_CANCEL" -> cancel(request);
            default -> new GjjReply(request.serial(), UNREADABLE);
        };
    }

    /** The pledge on this property ends; empty where there was none. */
    synchronized Optional<GjjEvent> releasePledge(String certificateNumber) {
        return city.titles().releasePledge(certificateNumber)
                ? Optional.of(new GjjEvent("PLEDGE_RELEASED", certificateNumber, null, stage.now()))
                : Optional.empty();
    }

    /** The money goes out; empty where this application is not open. */
    synchronized Optional<GjjEvent> pay(String applicationNo) {
        var open = Optional.ofNullable(withdrawals.get(applicationNo)).filter(Withdrawal::isOpen);
        return open.map(one -> {
            changed(one, State.PAID, "withdrawal-paid", one.serial());
            return new GjjEvent("WITHDRAWAL_PAID", null, applicationNo, stage.now());
        });
    }

    /** Pays what is due by now. */
    synchronized List<GjjEvent> tick() {
        var events = new ArrayList<GjjEvent>();
        for (var one : List.copyOf(withdrawals.values())) {
            var due = ZonedDateTime.of(one.expectedOn(), PAYMENT_HOUR, Stage.BEIJING)
                    .toInstant();
            if (one.isOpen() && !due.isAfter(stage.now())) {
                pay(one.applicationNo()).ifPresent(events::add);
            }
        }
        return events;
    }

    synchronized void reset() {
        withdrawals.clear();
    }

    synchronized Optional<String> caseOf(String applicationNo) {
        return Optional.ofNullable(withdrawals.get(applicationNo)).map(Withdrawal::caseNumber);
    }

    private GjjReply lien(GjjRequest request) {
        var title = city.titles()
                .find(request.certNo())
                .filter(one -> one.isHeldBy(request.personIdNo(), request.personName()));
        if (title.isEmpty()) {
            return new GjjReply(request.serial(), UNREADABLE);
        }
        var reply = new GjjReply(request.serial(), DONE);
        reply.pledged = title.get().pledge().isPresent();
        reply.loans = title.get()
                .pledge()
                .map(one -> listOf(new GjjReply.Loan(one.contract(), one.outstandingFen(), one.since())))
                .orElse(null);
        return reply;
    }

    private GjjReply apply(GjjRequest request) {
        var amountFen = request.amountFen();
        if (request.caseNo().isEmpty()
                || request.personName().isEmpty()
                || city.titles().find(request.certNo()).isEmpty()
                || !request.hasAccount()
                || amountFen.isEmpty()) {
            return new GjjReply(request.serial(), UNREADABLE);
        }
        var balance = city.citizen(request.personIdNo())
                .filter(one -> one.name().equals(request.personName()))
                .flatMap(Citizen::fundBalanceFen);
        if (balance.isEmpty()) {
            return new GjjReply(request.serial(), NOT_A_MEMBER);
        }
        if (amountFen.get() > balance.get() - withdrawnBy(request.personIdNo())) {
            return new GjjReply(request.serial(), BALANCE_TOO_SMALL);
        }
        var made = new Withdrawal(
                stage.numbers().next("TQ"),
                request.serial(),
                request.caseNo(),
                request.personIdNo(),
                amountFen.get(),
                stage.today().plusDays(DAYS_TO_PAYMENT),
                State.OPEN);
        changed(made, State.OPEN, "withdrawal-applied", made.serial());
        var reply = new GjjReply(request.serial(), DONE);
        reply.applicationNo = made.applicationNo();
        reply.expectedOn = made.expectedOn();
        return reply;
    }

    private GjjReply query(GjjRequest request) {
        if (request.caseNo().isEmpty()) {
            return new GjjReply(request.serial(), UNREADABLE);
        }
        var reply = new GjjReply(request.serial(), DONE);
        withdrawals.values().stream()
                .filter(one -> one.caseNumber().equals(request.caseNo()))
                .reduce((earlier, later) -> later)
                .ifPresent(latest -> {
                    reply.applicationNo = latest.applicationNo();
                    reply.state = latest.state().word();
                });
        return reply;
    }

    private GjjReply cancel(GjjRequest request) {
        if (request.applicationNo().isEmpty()) {
            return new GjjReply(request.serial(), UNREADABLE);
        }
        var withdrawal = withdrawals.get(request.applicationNo());
        if (withdrawal == null) {
            return new GjjReply(request.serial(), UNKNOWN_APPLICATION);
        }
        if (withdrawal.state() == State.PAID) {
            return new GjjReply(request.serial(), TOO_LATE);
        }
        if (withdrawal.isOpen()) {
            changed(withdrawal, State.CANCELLED, "withdrawal-cancelled", request.serial());
        }
        return new GjjReply(request.serial(), DONE);
    }

    private void changed(Withdrawal withdrawal, State state, String kind, String key) {
        withdrawals.put(withdrawal.applicationNo(), withdrawal.in(state));
        stage.ledger()
                .add(new Effect(
                        DEPARTMENT, kind, key, withdrawal.caseNumber(), withdrawal.applicationNo(), stage.now()));
    }

    private long withdrawnBy(String idNumber) {
        return withdrawals.values().stream()
                .filter(one -> one.idNumber().equals(idNumber) && one.state() != State.CANCELLED)
                .mapToLong(Withdrawal::amountFen)
                .sum();
    }

    /** XStream writes an ArrayList only. */
    private static List<GjjReply.Loan> listOf(GjjReply.Loan loan) {
        var list = new ArrayList<GjjReply.Loan>();
        list.add(loan);
        return list;
    }
}
