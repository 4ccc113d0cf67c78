package org.onewindow.cases;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** What must be known of a payment before anybody may call it made: the departments after it are told. */
public final class PaymentFacts {

    private PaymentFacts() {}

    /**
     * What these facts lack, by the fact's name.
     *
     * @return {@code required} or {@code wrong-format}; empty: they tell of a payment
     */
    public static SequencedMap<String, String> faults(Map<String, Object> facts) {
        var faults = new LinkedHashMap<String, String>();
        check(faults, facts, "amountFen", Settling.amount(facts.get("amountFen")) >= 0);
        check(
                faults,
                facts,
                "paymentReference",
                facts.get("paymentReference") instanceof String text && !text.isBlank());
        check(faults, facts, "paidAt", isTime(Objects.toString(facts.get("paidAt"))));
        return faults;
    }

    private static void check(Map<String, String> faults, Map<String, Object> facts, String name, boolean good) {
        if (!good) {
            faults.put(name, facts.get(name) == null ? "required" : "wrong-format");
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
