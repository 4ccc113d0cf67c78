package org.onewindow.connectors.check;

import java.io.IOException;
import java.util.Optional;
import org.onewindow.canonical.DepartmentRequest;
import org.onewindow.config.Department;
import org.onewindow.config.Effect;
import org.onewindow.config.Operation;
import org.onewindow.connectors.mapping.CanonicalJson;

/** A look-up with the request of its first sample: asking it changes nothing, and is about nobody. */
public record LookUp(Operation operation, DepartmentRequest request) {

    /** Of the first operation that only reads and has a sample. */
    public static Optional<LookUp> of(Department department) {
        try {
            for (var sample : Sample.of(department)) {
                var operation = sample.operationOf(department);
                if (operation.effect() == Effect.READ) {
                    return Optional.of(new LookUp(operation, CanonicalJson.request(Sample.text(sample.requestFile()))));
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
