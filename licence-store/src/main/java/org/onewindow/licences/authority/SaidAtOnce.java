package org.onewindow.licences.authority;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/** Two words under one key at the same moment: whoever comes second waits, and is then told as if they had come a moment later. */
final class SaidAtOnce {

    private SaidAtOnce() {}

    /** What the store says; asked again where the key was free when it began, and taken when it came to write. */
    static String outcome(Supplier<String> word) {
        try {
            return word.get();
        } catch (DuplicateKeyException taken) {
            return word.get();
        }
    }
}
