package org.onewindow.connectors.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.onewindow.config.Department;
import org.onewindow.config.Diagnostic;

/**
 * What a request mapping makes of one sample, for whoever is writing it.
 *
 * @param sample the name of its folder
 * @param message as it would be sent, with the fixed values of samples; empty where none could be made
 * @param findings what is wrong with it: against the contract, and against the sample's own {@code to-department}
 */
public record Trial(String sample, String message, List<Diagnostic> findings) {

    /**
     * Tries it.
     *
     * @param number of the sample among those of the operation, from 1
     * @return empty: there is no such operation or sample
     */
    public static Optional<Trial> of(Path root, Department department, String operationId, int number) {
        var operation = department.operations().get(operationId);
        if (operation == null) {
            return Optional.empty();
        }
        try {
            return Sample.of(department).stream()
                    .filter(sample -> sample.isOf(operationId))
                    .skip(number - 1L)
                    .findFirst()
                    .map(sample -> FolderCheck.trial(root, department, operation, sample));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
