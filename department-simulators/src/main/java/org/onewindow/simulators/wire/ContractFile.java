package org.onewindow.simulators.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A file of a department's contract, untouched, from the class path. */
public final class ContractFile {

    private ContractFile() {}

    public static URL url(String path) {
        return Objects.requireNonNull(ContractFile.class.getResource("/contracts/" + path), path);
    }

    public static String text(String path) {
        try (var in = url(path).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
