package org.onewindow.cases.messages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The four steps of an exchange; null: there was no such step.
 *
 * @param request what was asked, canonical JSON
 * @param sent what left the house, without its credentials, in the form of a sample's {@code to-department}
 * @param heard what came back
 * @param reply what it was understood as, canonical JSON
 */
public record Payload(@Nullable Spoken request, @Nullable Spoken sent, @Nullable Spoken heard, @Nullable Spoken reply) {

    /** In their order. */
    public List<@Nullable Spoken> steps() {
        return Arrays.asList(request, sent, heard, reply);
    }

    /** Whether every step is there, and whole. */
    public boolean complete() {
        return steps().stream().allMatch(step -> step != null && !step.cut());
    }

    byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var step : steps()) {
                write(out, step);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Spoken step) throws IOException {
        out.writeBoolean(step != null);
        if (step != null) {
            out.writeUTF(step.charset().name());
            out.writeInt(step.length());
            out.writeInt(step.bytes().length);
            out.write(step.bytes());
        }
    }

    static Payload unpacked(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Payload(read(in), read(in), read(in), read(in));
        } catch (IOException broken) {
            throw new IllegalStateException("a stored message is not whole", broken);
        }
    }

    private static @Nullable Spoken read(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        var charset = Charset.forName(in.readUTF());
        int length = in.readInt();
        return new Spoken(in.readNBytes(in.readInt()), charset, length);
    }
}
