package org.onewindow.licences.inspection;

import java.io.IOException;
import java.nio.file.Path;

/** Knows what is dangerous. */
@FunctionalInterface
public interface VirusScanner {

    /** What it says of a file. */
    sealed interface Result {

        record Clean() implements Result {}

        /** It has a name for it. */
        record Infected(String name) implements Result {}

        /** It could not be asked, or did not answer in time. */
        record Away(String why) implements Result {}
    }

    /** Asks it; an {@link IOException} says that the file itself cannot be read. */
    Result scan(Path file) throws IOException;
}
