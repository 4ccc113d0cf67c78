package org.onewindow.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;

/**
 * A licence that is about to be kept.
 *
 * @param validTo its last day, where the issuer says one; else its type says how long it lasts
 * @param identifier what another issuer calls it; null: the hub makes one
 */
public record LicenceDraft(
        String type,
        String number,
        List<Holder> holders,
        Map<String, Object> data,
        LocalDate issuedOn,
        @Nullable LocalDate validTo,
        @Nullable String identifier,
        Source source,
        Instant asOf) {

    public LicenceDraft {
        if (holders.isEmpty()) {
            throw new IllegalArgumentException("a licence has a holder");
        }
        holders = List.copyOf(holders);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** How it came into the store. */
    public enum Source {
        /** A case of the hub issued it. */
        ISSUED,
        /** Its department told of it. */
        PUSHED,
        /** Its department was asked. */
        PULLED,
        /** From a stock of before (存量转化). */
        CONVERTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same with other holders and data. */
    LicenceDraft showing(List<Holder> others, Map<String, Object> told) {
        return new LicenceDraft(type, number, others, told, issuedOn, validTo, identifier, source, asOf);
    }

    List<HolderId> holderIds(IdentityHash hash) {
        return holders.stream()
                .map(one -> HolderId.of(hash, one.idType(), one.idNumber()))
                .distinct()
                .toList();
    }

    /** Who may act for the company by what stands on its licence: as {@code legalRepresentativeId}, kind and number in one text. */
    List<HolderId> representativeIds(IdentityHash hash) {
        return data.get("legalRepresentativeId") instanceof String number
                ? List.of(HolderId.of(hash, IdType.RESIDENT_ID, number))
                : List.of();
    }

    /** Type only. */
    @Override
    public String toString() {
        return "LicenceDraft[" + type + "]";
    }
}
