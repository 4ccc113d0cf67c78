package org.onewindow.portal.licences;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.config.Need;
import org.onewindow.licences.authority.Mode;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/**
 * A department looks at what the matter asks for, not at whatever it likes, and of that at no more than the matter needs.
 *
 * @param beyond types that the matter does not ask for and that may be looked at all the same, and in which modes
 */
record NeedOfMatter(Matter matter, Map<String, Set<Mode>> beyond) {

    static final Set<Mode> ALL = Set.of(Mode.PREDICATE, Mode.FIELDS, Mode.DOCUMENT);

    /**
     * In which modes it may.
     *
     * @param wished null: in the usual ones, as far as the matter goes
     */
    List<Mode> modes(List<String> types, @Nullable List<Mode> wished, List<Mode> usual) {
        var allowed = EnumSet.copyOf(ALL);
        types.forEach(type -> allowed.retainAll(needed(type)));
        var modes = Optional.ofNullable(wished)
                .orElseGet(() -> usual.stream().filter(allowed::contains).toList());
        if (!allowed.containsAll(modes)) {
            throw new Refusal(ProblemCode.AUTHORISATION_REFUSED, FieldError.of("/modes", "more-than-needed"));
        }
        return modes;
    }

    /** To which fields it is held, by type; the type is not there where it may see all. */
    Map<String, List<String>> fields(List<String> types) {
        var fields = new HashMap<String, List<String>>();
        for (var type : types) {
            if (!needed(type).contains(Mode.DOCUMENT) && asked(type).findAny().isPresent()) {
                fields.put(type, named(type));
            }
        }
        return fields;
    }

    private List<String> named(String type) {
        return asked(type)
                .flatMap(one -> one.need() instanceof Need.Fields(List<String> names) ? names.stream() : Stream.of())
                .distinct()
                .toList();
    }

    private Stream<RequiredMaterial> asked(String type) {
        return matter.materials().stream()
                .filter(one -> one.from().contains(Source.LICENCE) && one.type().equals(type));
    }

    /** Where it is asked for more than once, what any of them needs. */
    private Set<Mode> needed(String type) {
        return asked(type)
                .map(NeedOfMatter::needed)
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .or(() -> Optional.ofNullable(beyond.get(type)))
                .orElseThrow(() -> new Refusal(ProblemCode.AUTHORISATION_REFUSED, FieldError.of("", "out-of-scope")));
    }

    private static Set<Mode> needed(RequiredMaterial material) {
        return switch (material.need()) {
            case Need.Answers _ -> Set.of(Mode.PREDICATE);
            case Need.Fields _ -> Set.of(Mode.PREDICATE, Mode.FIELDS);
            case Need.Document _ -> ALL;
            case null -> ALL;
        };
    }
}
