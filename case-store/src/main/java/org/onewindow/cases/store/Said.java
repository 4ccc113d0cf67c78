package org.onewindow.cases.store;

import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.Purpose;
import org.onewindow.cases.messages.Exchange;

/** An exchange that no event of a case tells: an inquiry's, or a look-up that was asked again. */
public record Said(Exchange exchange, @Nullable CaseNumber number, @Nullable String key, @Nullable Purpose purpose) {

    public static Said ofInquiry(Exchange exchange) {
        return new Said(exchange, null, null, null);
    }
}
