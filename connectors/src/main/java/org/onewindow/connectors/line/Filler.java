package org.onewindow.connectors.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.connectors.MaterialContents;
import org.onewindow.connectors.http.Sha256;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.Holes;
import org.onewindow.connectors.mapping.MappingFailed;

/**
 * Fills the holes of one message for one sending: every computed value is made once, every material read where it belongs.
 *
 * @param computed by name
 * @param form how computed values look inside the message's language, and its character set
 */
public record Filler(Holes holes, Map<String, String> computed, MaterialContents contents, Form form) {

    /** The largest message, filled. */
    public static final int LARGEST = 20 * 1024 * 1024;

    /** The language and the character set of the message. */
    public record Form(UnaryOperator<String> escape, Charset charset) {

        public static final Form PLAIN = new Form(UnaryOperator.identity(), UTF_8);
    }

    public Filler in(Form other) {
        return new Filler(holes, computed, contents, other);
    }

    /** The filled message as text, where nothing is sent; a {@link MappingFailed} where it cannot be filled. */
    public String text(String content) {
        return switch (fill(content)) {
            case Filled.Bytes(var bytes) -> new String(bytes, form.charset());
            case Filled.Not(var reply) -> throw new MappingFailed("cannot be filled: " + reply);
        };
    }

    public Filled fill(String content) {
        var bytes = new ByteArrayOutputStream();
        try (var bounded = new Bounded(bytes)) {
            holes.takeApart(content, new Writing(bounded));
            return new Filled.Bytes(bytes.toByteArray());
        } catch (TooLarge tooLarge) {
            return new Filled.Not(new DepartmentReply.Refused(
                    "too-large", "材料总量超过该部门可以接收的大小 / the materials are larger than the department takes"));
        } catch (Departure.HeldBack held) {
            return new Filled.Not(new DepartmentReply.Unavailable(String.valueOf(held.getMessage()), null));
        } catch (IOException unreadable) {
            return new Filled.Not(new DepartmentReply.Unavailable("a material cannot be read", null));
        }
    }

    private final class Writing implements Holes.Parts {

        private final OutputStream out;

        Writing(OutputStream out) {
            this.out = out;
        }

        @Override
        public void text(String text) throws IOException {
            out.write(text.getBytes(form.charset()));
        }

        @Override
        public void hole(Holes.Kind kind, String name) throws IOException {
            switch (kind) {
                case COMPUTED -> text(form.escape().apply(computedValue(name)));
                case CONTENT -> base64(CanonicalJson.material(name));
                case SHA256 -> out.write(sha256(CanonicalJson.material(name)).getBytes(US_ASCII));
            }
        }

        private void base64(MaterialReference material) throws IOException {
            try (InputStream in = new InTime(contents.open(material));
                    var encoded = Base64.getEncoder().wrap(new Uncloseable(out))) {
                in.transferTo(encoded);
            }
        }
    }

    private String computedValue(String name) {
        var value = computed.get(name);
        if (value == null) {
            throw new IllegalStateException("the descriptor no longer computes " + name);
        }
        return value;
    }

    private String sha256(MaterialReference material) throws IOException {
        var digest = Sha256.digest();
        try (InputStream in = new InTime(contents.open(material));
                var hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(hashed);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Ends once the message may not leave any more. */
    private static final class InTime extends FilterInputStream {

        InTime(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Departure.check();
            return super.read(bytes, offset, length);
        }
    }

    private static final class TooLarge extends IOException {}

    private static final class Bounded extends FilterOutputStream {

        private long left = LARGEST;

        Bounded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            take(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            take(length);
            out.write(bytes, offset, length);
        }

        private void take(int length) throws TooLarge {
            left -= length;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }

    /** The encoder wants to be closed, the message not yet. */
    private static final class Uncloseable extends FilterOutputStream {

        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
