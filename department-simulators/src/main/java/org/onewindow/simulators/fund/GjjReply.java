package org.onewindow.simulators.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bean of an answer; absent fields are left out. */
final class GjjReply {

    final @Nullable String serial;
    final String code;

    @Nullable
    Boolean pledged;

    @Nullable
    List<Loan> loans;

    @Nullable
    String applicationNo;

    /** Declared wider than it is, as in the centre's own bean: so the date bears its class. */
    @Nullable
    ChronoLocalDate expectedOn;

    @Nullable
    String state;

    GjjReply(@Nullable String serial, String code) {
        this.serial = serial;
        this.code = code;
    }

    static final class Loan {

        final String contractNo;
        final BigDecimal outstanding;
        final ChronoLocalDate since;

        Loan(String contractNo, long outstandingFen, LocalDate since) {
            this.contractNo = contractNo;
            this.outstanding = BigDecimal.valueOf(outstandingFen, 2);
            this.since = since;
        }
    }
}
