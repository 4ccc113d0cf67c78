package org.onewindow.connectors.line;

import java.time.Clock;
import java.util.function.Function;
import org.onewindow.config.Operation;
import org.onewindow.config.SecretReference;
import org.onewindow.connectors.MaterialContents;
import org.onewindow.connectors.mapping.Computations;
import org.onewindow.connectors.mapping.Draft;

/** What a line needs of the house around it. */
public record House(
        CamelCalls camel,
        Clock clock,
        Function<SecretReference, String> secrets,
        MaterialContents contents,
        Computations computations) {

    /** Fills the holes of this message for one sending. */
    public Filler filler(Operation operation, Draft draft) {
        return new Filler(draft.holes(), computations.values(operation), contents, Filler.Form.PLAIN);
    }
}
