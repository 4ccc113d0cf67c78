package org.onewindow.simulators.fund;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bean of a request, as the centre's system reads it; absent fields read as empty. */
final class GjjRequest {

    @Nullable
    String txn;

    @Nullable
    String serial;

    @Nullable
    Instant sent;

    @Nullable
    String caseNo;

    @Nullable
    Person person;

    @Nullable
    Property property;

    @Nullable
    BigDecimal amount;

    @Nullable
    Account account;

    @Nullable
    String applicationNo;

    static final class Person {

        @Nullable
        String name;

        @Nullable
        String idNo;
    }

    static final class Property {

        @Nullable
        String certNo;
    }

    static final class Account {

        @Nullable
        String bank;

        @Nullable
        String no;
    }

    String txn() {
        return text(txn);
    }

    String serial() {
        return text(serial);
    }

    String caseNo() {
        return text(caseNo);
    }

    String applicationNo() {
        return text(applicationNo);
    }

    String personName() {
        var given = person;
        return given == null ? "" : text(given.name);
    }

    String personIdNo() {
        var given = person;
        return given == null ? "" : text(given.idNo);
    }

    String certNo() {
        var given = property;
        return given == null ? "" : text(given.certNo);
    }

    boolean hasAccount() {
        var given = account;
        return given != null && !text(given.bank).isEmpty() && !text(given.no).isEmpty();
    }

    /** In fen; empty where the amount is missing, not above zero or not in yuan with two decimals. */
    Optional<Long> amountFen() {
        return Optional.ofNullable(amount)
                .filter(yuan -> yuan.scale() == 2 && yuan.signum() > 0)
                .map(yuan -> yuan.unscaledValue())
                .filter(fen -> fen.bitLength() < 60)
                .map(fen -> fen.longValueExact());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
