package org.onewindow.simulators.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** One tax of an assessment, in yuan. */
record TaxLine(String kind, BigDecimal rate, BigDecimal amount, Optional<String> relief) {

    TaxLine {
        amount = amount.setScale(2, RoundingMode.HALF_UP);
    }

    static TaxLine due(String kind, String rate, BigDecimal amount) {
        return new TaxLine(kind, new BigDecimal(rate), amount, Optional.empty());
    }

    static TaxLine relieved(String kind, String rate, String relief) {
        return new TaxLine(kind, new BigDecimal(rate), BigDecimal.ZERO, Optional.of(relief));
    }

    String xml() {
        return "<t:tax kind=\"%s\"><t:rate>%s</t:rate><t:amount>%s</t:amount>%s</t:tax>"
                .formatted(
                        kind,
                        rate.toPlainString(),
                        amount.toPlainString(),
                        relief.map("<t:reliefCode>%s</t:reliefCode>"::formatted).orElse(""));
    }
}
