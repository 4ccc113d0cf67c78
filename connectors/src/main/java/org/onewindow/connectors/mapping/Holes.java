package org.onewindow.connectors.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places in a stored message that are filled in anew at every sending.
 *
 * <p>Their marks bear a random token of the message, so that nobody can write one into a form and have another's material sent. The
 * marks are letters, digits, {@code -}, {@code _} and a full stop: the same in XML, JSON and every character set.
 */
public final class Holes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");

    private final String token;

    private Holes(String token) {
        this.token = token;
    }

    private String begin() {
        return "hole-" + token + "-";
    }

    private Matcher marksIn(String content) {
        return Pattern.compile(begin() + "([a-z0-9]+)-([A-Za-z0-9_-]*)\\.").matcher(content);
    }

    public static Holes fresh() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new Holes(HexFormat.of().formatHex(bytes));
    }

    static Holes of(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("not a stored message of this hub");
        }
        return new Holes(token);
    }

    String token() {
        return token;
    }

    /** What kind of hole, and what for. */
    public enum Kind {
        COMPUTED,
        /** The base64 of a material. */
        CONTENT,
        /** The SHA-256 of a material whose reference does not tell it. */
        SHA256
    }

    String computed(String name) {
        return hole("computed", name);
    }

    /** A hole for the bytes of a material, as it stands in the request. */
    String content(Object material) {
        return hole("content", referenceIn(material));
    }

    /** The material's SHA-256, or a hole where its reference does not tell it. */
    String sha256(Object material) {
        return material instanceof Map<?, ?> entry && entry.get("sha256") instanceof String known
                ? known
                : hole("digest", referenceIn(material));
    }

    private String hole(String kind, String name) {
        return begin() + kind + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8))
                + ".";
    }

    private static String referenceIn(Object material) {
        if (material instanceof Map<?, ?> entry
                && (entry.get("upload") instanceof String || entry.get("licence") instanceof String)) {
            return CanonicalJson.write(entry);
        }
        throw new MappingFailed("the content of something that is no material of the request was asked for");
    }

    /** Takes what stands between the holes, and the holes, in their order. */
    public interface Parts {

        void text(String text) throws IOException;

        void hole(Kind kind, String name) throws IOException;
    }

    public void takeApart(String content, Parts parts) throws IOException {
        if (!content.contains(begin())) {
            parts.text(content);
            return;
        }
        var found = marksIn(content);
        int from = 0;
        while (found.find()) {
            parts.text(content.substring(from, found.start()));
            parts.hole(kindOf(found.group(1)), new String(Base64.getUrlDecoder().decode(found.group(2)), UTF_8));
            from = found.end();
        }
        parts.text(content.substring(from));
    }

    /** The message with every hole left empty, to look at its characters. */
    public List<String> textsOf(String content) {
        var texts = new ArrayList<String>();
        int from = 0;
        var found = marksIn(content);
        while (found.find()) {
            texts.add(content.substring(from, found.start()));
            from = found.end();
        }
        texts.add(content.substring(from));
        return texts;
    }

    private static Kind kindOf(String kind) {
        return switch (kind) {
            case "computed" -> Kind.COMPUTED;
            case "content" -> Kind.CONTENT;
            case "digest" -> Kind.SHA256;
            default -> throw new IllegalStateException("a stored message has a hole of kind " + kind);
        };
    }
}
