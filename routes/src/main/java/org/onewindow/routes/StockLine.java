package org.onewindow.routes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Holder;
import org.onewindow.licences.LicenceDraft;

/**
 * One licence of a stock of before, in the catalogue's fields.
 *
 * @param number the number printed on it
 * @param identifier after GB/T 36904, where its issuer made one
 * @param validTo its last day, where the issuer says one; null: its type says
 */
public record StockLine(
        String type,
        String number,
        @Nullable String identifier,
        LocalDate issuedOn,
        @Nullable LocalDate validTo,
        List<Holder> holders,
        Map<String, Object> data) {

    IssuerEvent.Content content() {
        return new IssuerEvent.Content(identifier, issuedOn, validTo, holders, data);
    }

    LicenceDraft draft(Instant asOf) {
        return new LicenceDraft(
                type, number, holders, data, issuedOn, validTo, identifier, LicenceDraft.Source.CONVERTED, asOf);
    }

    /** Type only. */
    @Override
    public String toString() {
        return "StockLine[" + type + "]";
    }
}
