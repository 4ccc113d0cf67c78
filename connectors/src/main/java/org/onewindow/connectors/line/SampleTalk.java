package org.onewindow.connectors.line;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Operation;
import org.onewindow.connectors.mapping.Draft;

/** How a department's samples are read: what would be sent, how an answer looks to the mapping, what its contract says. */
public interface SampleTalk {

    /**
     * What would be sent, in the form of a sample's {@code to-department}; a
     * {@link org.onewindow.connectors.mapping.MappingFailed} where it cannot be.
     */
    String message(Operation operation, Draft draft, Filler filler) throws IOException;

    /**
     * The first difference between what would be sent and the sample; empty: none.
     *
     * @param expected the sample's {@code to-department}
     */
    Optional<String> difference(String expected, String message) throws IOException;

    /** The sample's {@code from-department} as the reply mapping sees it. */
    @Nullable
    Object content(String answer) throws IOException;

    /** What in a {@code to-department} breaks the contract. */
    List<String> breachesOfRequest(Operation operation, String request) throws IOException;

    /** What in a {@code from-department} breaks the contract. */
    List<String> breachesOfAnswer(Operation operation, int status, String answer) throws IOException;
}
