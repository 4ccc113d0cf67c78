package org.onewindow.licences;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An e-licence (电子证照) with what stands on it, as it was at a use that is written down.
 *
 * @param id {@code lic_…}, random: knowing it proves nothing
 * @param type such as {@code resident-identity-card} or {@code real-estate-title}
 * @param number the number printed on it
 * @param identifier after GB/T 36904, or what its issuer calls it
 * @param data what stands on it, JSON values
 * @param validTo its last day; null: unlimited
 * @param asOf when its source last said that it stands so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Licence(
        String id,
        String type,
        String number,
        @Nullable String identifier,
        int version,
        List<Holder> holders,
        Map<String, Object> data,
        LocalDate issuedOn,
        @Nullable LocalDate validTo,
        Status status,
        Instant asOf) {

    public static final String IDENTITY_CARD = "resident-identity-card";
    public static final String REAL_ESTATE_TITLE = "real-estate-title";

    public Licence {
        holders = List.copyOf(holders);
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Whether it may be used; what is over by time is reckoned at each look. */
    public enum Status {
        VALID,
        NOT_YET,
        EXPIRED,
        SUSPENDED,
        /** Another licence stands in its place. */
        SUPERSEDED,
        REVOKED,
        CANCELLED,
        /** The last word of its source is too old to say. */
        UNKNOWN;

        /** As it stands outside, such as {@code not-yet}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The same with other holders and data, for somebody who may not see all of it. */
    public Licence showing(List<Holder> holders, Map<String, Object> data) {
        return new Licence(id, type, number, identifier, version, holders, data, issuedOn, validTo, status, asOf);
    }

    /** Id and type only: a licence never shows up in a log by number or holder. */
    @Override
    public String toString() {
        return "Licence[" + id + ", " + type + ", " + status + "]";
    }
}
