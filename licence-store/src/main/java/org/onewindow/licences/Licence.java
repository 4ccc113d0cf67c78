package org.onewindow.licences;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An e-licence (电子证照) as the store keeps it.
 *
 * @param id {@code lic_…}, random: knowing it proves nothing
 * @param type such as {@code resident-identity-card} or {@code real-estate-title}
 * @param number the number printed on it
 * @param data what stands on it, JSON values
 */
public record Licence(
        String id,
        String type,
        String number,
        List<Holder> holders,
        Map<String, Object> data,
        LocalDate issuedOn,
        Status status) {

    public static final String IDENTITY_CARD = "resident-identity-card";
    public static final String REAL_ESTATE_TITLE = "real-estate-title";

    public Licence {
        holders = List.copyOf(holders);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** A licence that is about to be issued, with a new id. */
    public static Licence draft(
            String type, String number, List<Holder> holders, Map<String, Object> data, LocalDate issuedOn) {
        return new Licence(RandomIds.next("lic_"), type, number, holders, data, issuedOn, Status.VALID);
    }

    /** Whether it may still be used. */
    public enum Status {
        @JsonProperty("valid")
        VALID,
        /** Another licence stands in its place. */
        @JsonProperty("superseded")
        SUPERSEDED,
        @JsonProperty("revoked")
        REVOKED
    }

    /** Id and type only: a licence never shows up in a log by number or holder. */
    @Override
    public String toString() {
        return "Licence[" + id + ", " + type + ", " + status + "]";
    }
}
