package org.onewindow.simulators.fund;

import java.time.LocalDate;
import java.util.Locale;

/** A member's application to withdraw savings. */
record Withdrawal(
        String applicationNo,
        String serial,
        String caseNumber,
        String idNumber,
        long amountFen,
        LocalDate expectedOn,
        State state) {

    enum State {
        OPEN,
        PAID,
        CANCELLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    Withdrawal in(State next) {
        return new Withdrawal(applicationNo, serial, caseNumber, idNumber, amountFen, expectedOn, next);
    }

    @Override
    public String toString() {
        return applicationNo;
    }
}
