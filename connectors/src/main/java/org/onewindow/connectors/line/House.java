package org.onewindow.connectors.line;

import java.time.Clock;
import java.util.function.Function;
import org.onewindow.config.Operation;
import org.onewindow.config.SecretReference;
import org.onewindow.connectors.CaseMaterials;
import org.onewindow.connectors.Sending;
import org.onewindow.connectors.mapping.Computations;
import org.onewindow.connectors.mapping.Draft;

/** What the line of one department needs of the house around it. */
public record House(
        String department,
        CamelCalls camel,
        Clock clock,
        Function<SecretReference, String> secrets,
        CaseMaterials materials,
        Computations computations) {

    /** Fills the holes of this message for one sending. */
    public Filler filler(Operation operation, Draft draft, Sending sending) {
        var about = sending.request().caseFacts();
        var contents = materials.of(about == null ? null : about.number(), department);
        return new Filler(draft.holes(), computations.values(operation), contents, Filler.Form.PLAIN);
    }
}
