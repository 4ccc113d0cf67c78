package org.onewindow.connectors.draft;

import java.util.List;
import java.util.Map;

/**
 * All that was drafted for one operation.
 *
 * @param id the hub's name for it
 * @param call the contract's name for it
 * @param effect {@code read} where the name is that of a look-up, else {@code none}
 * @param title what the contract says of it; may be empty
 * @param fields how many the request has
 * @param open those that a person must decide about
 * @param samples how many were generated
 * @param breaches what in them does not keep to the contract
 * @param files by path in the department's folder
 * @param stub how the simulator answers
 */
public record OperationDraft(
        String id,
        String call,
        String effect,
        String title,
        int fields,
        List<Field> open,
        List<Field> filled,
        int samples,
        List<String> breaches,
        Map<String, String> files,
        Stub stub) {

    /** A field of the request and where it comes from. */
    public record Field(String name, String from) {}

    /** The names of fields as people read them. */
    static List<Field> fields(Forms forms, boolean open) {
        return forms.all().stream()
                .filter(leaf -> isOpen(forms.of(leaf)) == open)
                .map(leaf -> new Field(leaf.tag().name(), from(forms.of(leaf))))
                .distinct()
                .toList();
    }

    private static boolean isOpen(Origin origin) {
        return origin instanceof Origin.Form form && !form.byName();
    }

    private static String from(Origin origin) {
        return switch (origin) {
            case Origin.Known known -> known.place();
            case Origin.Form form -> "form." + form.key();
            case Origin.Fixed fixed -> "\"" + fixed.sample() + "\"";
        };
    }
}
