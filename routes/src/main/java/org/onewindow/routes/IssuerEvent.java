package org.onewindow.routes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Holder;
import org.onewindow.licences.LicenceChange;
import org.onewindow.licences.LicenceDraft;

/**
 * Something that an issuer tells of a licence.
 *
 * @param number the number printed on it
 * @param at when it happened at the issuer; an older event than the last one changes nothing
 * @param effectiveOn from which day it has legal effect; null: today
 * @param licence what stands on it, of one that was issued or renewed
 */
public record IssuerEvent(
        Kind kind,
        String type,
        String number,
        Instant at,
        @Nullable String reason,
        @Nullable LocalDate effectiveOn,
        @Nullable Content licence) {

    /** What happened to it. */
    public enum Kind {
        @JsonProperty("issued")
        ISSUED,
        @JsonProperty("renewed")
        RENEWED,
        @JsonProperty("suspended")
        SUSPENDED,
        @JsonProperty("resumed")
        RESUMED,
        @JsonProperty("revoked")
        REVOKED,
        @JsonProperty("cancelled")
        CANCELLED
    }

    /**
     * What stands on it.
     *
     * @param identifier after GB/T 36904, where the issuer made one
     */
    public record Content(
            @Nullable String identifier,
            LocalDate issuedOn,
            @Nullable LocalDate validTo,
            List<Holder> holders,
            Map<String, Object> data) {

        LicenceDraft draft(IssuerEvent event) {
            return new LicenceDraft(
                    event.type,
                    event.number,
                    holders,
                    data,
                    issuedOn,
                    validTo,
                    identifier,
                    LicenceDraft.Source.PUSHED,
                    event.at);
        }
    }

    /** The change of state; empty: it was issued or renewed. */
    Optional<LicenceChange> change() {
        return switch (kind) {
            case ISSUED, RENEWED -> Optional.empty();
            case SUSPENDED -> Optional.of(LicenceChange.SUSPEND);
            case RESUMED -> Optional.of(LicenceChange.RESUME);
            case REVOKED -> Optional.of(LicenceChange.REVOKE);
            case CANCELLED -> Optional.of(LicenceChange.CANCEL);
        };
    }

    /** Kind and type only. */
    @Override
    public String toString() {
        return "IssuerEvent[" + kind + ", " + type + "]";
    }
}
