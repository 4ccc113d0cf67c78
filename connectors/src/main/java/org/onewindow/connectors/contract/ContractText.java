package org.onewindow.connectors.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The characters of a file, whatever its byte order mark and its declaration say of them. */
final class ContractText {

    private static final Pattern DECLARED = Pattern.compile("^[^<]*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BOM = '\uFEFF';

    private ContractText() {}

    /**
     * Decodes the bytes.
     *
     * @param contradiction hears the character set that was found and the one that the file declares, where they differ
     * @throws CharacterCodingException no character set fits
     */
    static String of(byte[] bytes, BiConsumer<String, String> contradiction) throws CharacterCodingException {
        var marked = marked(bytes);
        var declared = declared(bytes, marked);
        var usual = charset(declared);
        if (marked != null) {
            if (usual == null || !family(usual.name()).equals(family(marked.name()))) {
                contradiction.accept(marked.name(), String.valueOf(declared));
            }
            return strip(decoded(bytes, marked));
        }
        if (usual != null && !isContradicted(bytes, usual)) {
            try {
                return decoded(bytes, usual.name().startsWith("GB") ? GB18030 : usual);
            } catch (CharacterCodingException wrong) {
                // the declaration does not tell the truth: the likely ones are tried
            }
        }
        for (var likely : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            try {
                var text = decoded(bytes, likely);
                contradiction.accept(likely.name(), String.valueOf(declared));
                return text;
            } catch (CharacterCodingException wrong) {
                // the next one
            }
        }
        throw new CharacterCodingException();
    }

    private static String strip(String text) {
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static @Nullable Charset marked(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            case 0xEFBB -> bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF ? StandardCharsets.UTF_8 : null;
            default -> null;
        };
    }

    private static String declared(byte[] bytes, @Nullable Charset marked) {
        var start = new String(
                bytes, 0, Math.min(bytes.length, 400), marked == null ? StandardCharsets.ISO_8859_1 : marked);
        var found = DECLARED.matcher(start);
        return found.find() ? found.group(1) : marked == null ? "UTF-8" : marked.name();
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** UTF-16LE is a UTF-16. */
    private static String family(String charset) {
        return charset.toUpperCase(Locale.ROOT).replaceAll("[BL]E$", "");
    }

    /** A file that starts with one byte for each character is no UTF-16. */
    private static boolean isContradicted(byte[] bytes, Charset charset) {
        return charset.name().startsWith("UTF-16") && bytes.length > 1 && bytes[0] != 0 && bytes[1] != 0;
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
