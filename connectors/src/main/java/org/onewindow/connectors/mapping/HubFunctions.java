package org.onewindow.connectors.mapping;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.onewindow.canonical.EffectKey;
import org.onewindow.canonical.Fen;
import org.onewindow.config.JsonataProgram;
import org.onewindow.config.SecretReference;
import org.onewindow.connectors.http.Sha256;

/**
 * The closed list of functions that mappings may call.
 *
 * <p>A missing argument gives nothing, as in JSONata; one of the wrong form is a {@link MappingFailed}.
 */
public final class HubFunctions {

    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** The holes of the message that is being mapped on this thread. */
    static final ScopedValue<Holes> HOLES = ScopedValue.newInstance();

    private final Function<SecretReference, String> secrets;
    private final Supplier<String> serials;

    public HubFunctions(Function<SecretReference, String> secrets, Supplier<String> serials) {
        this.secrets = secrets;
        this.serials = serials;
    }

    /** Of a message to a department; what comes by a channel bears its materials by reference already. */
    static Holes holes() {
        return HOLES.orElseThrow(() -> new MappingFailed("content() and sha256() are for messages to departments"));
    }

    /** What mappings may call. */
    Map<String, JsonataProgram.Function> ofMappings() {
        var functions = new LinkedHashMap<String, JsonataProgram.Function>();
        functions.put("fenToYuan", one(HubFunctions::yuan));
        functions.put("yuanToFen", one(yuan -> Fen.ofYuan(text(yuan)).amount()));
        functions.put("shortKey", two((key, length) -> shortKey(text(key), whole(length))));
        functions.put("md5", one(text -> md5(text(text))));
        functions.put(
                "hmacSha256",
                two((secret, text) -> Sha256.hmac(
                        secrets.apply(new SecretReference(text(secret))),
                        text(text).getBytes(StandardCharsets.UTF_8))));
        functions.put("base64", one(text -> Base64.getEncoder()
                .encodeToString(text(text).getBytes(StandardCharsets.UTF_8))));
        functions.put("content", one(material -> holes().content(material)));
        functions.put("sha256", one(material -> holes().sha256(material)));
        functions.put("date", two((iso, pattern) -> LocalDate.parse(text(iso)).format(pattern(pattern))));
        functions.put("isoDate", two((date, pattern) -> LocalDate.parse(text(date), pattern(pattern))
                .toString()));
        functions.put("dateTime", two((iso, pattern) -> OffsetDateTime.parse(text(iso))
                .atZoneSameInstant(BEIJING)
                .format(pattern(pattern))));
        return functions;
    }

    /** What {@code computed:} values and the parts of an envelope may call beside those. */
    Map<String, JsonataProgram.Function> ofComputed() {
        var functions = ofMappings();
        functions.put("serialNumber", _ -> serials.get());
        functions.put("secret", one(name -> secrets.apply(new SecretReference(text(name)))));
        return functions;
    }

    static String yuan(Object fen) {
        return new Fen(whole(fen)).yuan();
    }

    static String shortKey(String key, long length) {
        return new EffectKey(UUID.fromString(key)).inCharacters(Math.toIntExact(length));
    }

    private interface Two {
        Object of(Object first, Object second);
    }

    private static JsonataProgram.Function one(Function<Object, Object> function) {
        return arguments -> {
            var only = arguments.getFirst();
            return only == null ? null : sound(() -> function.apply(only));
        };
    }

    private static JsonataProgram.Function two(Two function) {
        return arguments -> {
            var first = arguments.get(0);
            var second = arguments.get(1);
            return first == null || second == null ? null : sound(() -> function.of(first, second));
        };
    }

    /** What an argument of the wrong form throws holds the argument: only its kind goes on. */
    private static Object sound(Supplier<Object> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
            throw new MappingFailed("a function of the hub was given what it cannot take ("
                    + wrong.getClass().getSimpleName() + ")");
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static long whole(Object value) {
        return new BigDecimal(text(value)).longValueExact();
    }

    private static DateTimeFormatter pattern(Object pattern) {
        return DateTimeFormatter.ofPattern(text(pattern));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
