package org.onewindow.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.config.Department;

/**
 * All mappings of one department.
 *
 * @param byName without the language's ending, such as {@code title.request} or {@code events}
 */
public record Mappings(Map<String, Mapping> byName, List<MappingFiles.Outcome.Faulty> faulty) {

    public static Mappings of(MappingFiles files, Department department) {
        var byName = new LinkedHashMap<String, Mapping>();
        var faulty = new ArrayList<MappingFiles.Outcome.Faulty>();
        for (var name : namesIn(department)) {
            switch (files.compile(department, name)) {
                case MappingFiles.Outcome.Compiled(var mapping) -> byName.put(name, mapping);
                case MappingFiles.Outcome.Faulty fault -> faulty.add(fault);
            }
        }
        return new Mappings(byName, faulty);
    }

    private static List<String> namesIn(Department department) {
        var names = new ArrayList<String>();
        for (var operation : department.operations().keySet()) {
            names.add(operation + ".request");
            names.add(operation + ".reply");
        }
        if (department.events() != null) {
            names.add("events");
        }
        return names;
    }

    /** The mappings; an {@link IllegalArgumentException} where one does not compile. */
    public Map<String, Mapping> orThrow() {
        if (!faulty.isEmpty()) {
            var first = faulty.getFirst();
            var fault = first.faults().getFirst();
            throw new IllegalArgumentException(
                    first.file().getFileName() + ":" + fault.line() + ":" + fault.column() + ": " + fault.message());
        }
        return byName;
    }
}
