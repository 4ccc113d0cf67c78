package org.onewindow.connectors.draft;

import java.util.List;
import java.util.Map;
import org.onewindow.config.Diagnostic;

/**
 * A department's folder before it is written.
 *
 * @param summary the contract in a few words, such as {@code SOAP 1.1, 2 operations}
 * @param operations those that are described
 * @param others the contract's other operations, and why they are not
 * @param originals files to be copied untouched into contract/, by their path in the folder they come from
 * @param files texts by their path in the folder
 */
public record DepartmentDraft(
        Wish wish,
        String summary,
        List<OperationDraft> operations,
        List<Other> others,
        List<String> originals,
        Map<String, String> files) {

    /** An operation that is not described; {@code why} null: it was not chosen. */
    public record Other(String name, @org.jspecify.annotations.Nullable Diagnostic why) {}

    public int fields() {
        return operations.stream().mapToInt(OperationDraft::fields).sum();
    }

    public int open() {
        return operations.stream()
                .mapToInt(operation -> operation.open().size())
                .sum();
    }

    public int samples() {
        return operations.stream().mapToInt(OperationDraft::samples).sum();
    }

    public List<String> breaches() {
        return operations.stream()
                .flatMap(operation -> operation.breaches().stream())
                .toList();
    }
}
