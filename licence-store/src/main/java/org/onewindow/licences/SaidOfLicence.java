package org.onewindow.licences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;

/** Everything an issuer says of a licence, in one form for all texts of the same: the order of keys and of holders does not count. */
record SaidOfLicence(
        @Nullable String identifier,
        String issuedOn,
        @Nullable String validTo,
        List<Holder> holders,
        Map<String, Object> data) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Comparator<Holder> IN_ORDER =
            Comparator.comparing(Holder::idType).thenComparing(Holder::idNumber);

    /** By which it is known again: 32 bytes under the hub's key, so that nobody tries what it might be. */
    static byte[] digest(IdentityHash hash, LicenceDraft draft) {
        LocalDate last = draft.validTo();
        var said = new SaidOfLicence(
                draft.identifier(),
                draft.issuedOn().toString(),
                last == null ? null : last.toString(),
                draft.holders().stream().sorted(IN_ORDER).toList(),
                draft.data());
        try {
            return HexFormat.of().parseHex(hash.of("pulled/" + JSON.writeValueAsString(said)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what stands on a licence are JSON values", impossible);
        }
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "SaidOfLicence[]";
    }
}
