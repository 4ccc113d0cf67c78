package org.onewindow.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.onewindow.canonical.IdType;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;

/**
 * Brings what people type into one form (Normaliser): full-width characters, blanks, a small x at the end of an identity number.
 */
final class Normaliser {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Normaliser() {}

    static ServiceRequest normalise(ServiceRequest request) {
        return new ServiceRequest(
                request.matter(),
                request.channel(),
                party(request.applicant()),
                request.parties().stream().map(Normaliser::party).toList(),
                request.form(),
                request.materials());
    }

    /** SHA-256 over the request with all keys in order, in hex: equal for equal requests of whatever channel. */
    static String hash(ServiceRequest request) {
        try {
            var canonical = new ServiceRequest(
                    request.matter(), "", request.applicant(), request.parties(), request.form(), request.materials());
            var digest = MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(canonical));
            return HexFormat.of().formatHex(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a canonical request is always JSON", impossible);
        }
    }

    private static Party party(Party party) {
        var number = halfWidth(party.idNumber()).toUpperCase(Locale.ROOT);
        var phone = party.phone();
        return new Party(
                party.role(),
                party.kind(),
                party.name().strip(),
                party.idType(),
                party.idType() == IdType.RESIDENT_ID || party.idType() == IdType.USCC
                        ? number
                        : halfWidth(party.idNumber()),
                party.share(),
                phone == null
                        ? null
                        : mainland(halfWidth(phone).replace("-", "").replace(" ", "")),
                party.address());
    }

    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String mainland(String phone) {
        return phone.startsWith("+86") ? phone.substring(3) : phone;
    }
}
