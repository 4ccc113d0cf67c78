package org.onewindow.connectors.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.onewindow.config.Department;
import org.onewindow.connectors.files.FileSamples;
import org.onewindow.connectors.jms.QueueSamples;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.HubFunctions;
import org.onewindow.connectors.mapping.LockedSaxon;
import org.onewindow.connectors.mapping.MappingFiles;
import org.onewindow.connectors.rest.RestSamples;
import org.onewindow.connectors.soap.SoapSamples;

/**
 * What it takes to check one department's folder. Schemas and compiled mappings are kept as long as the files they were made of stay
 * the same, so that whoever saves one file waits for that file alone. For one thread.
 */
final class Tools {

    private final LockedSaxon saxon = new LockedSaxon();
    private final HubFunctions functions = Rehearsal.fixedFunctions();
    private final MappingFiles files = new MappingFiles(saxon, functions);
    private final Map<String, Kept> kept = new HashMap<>();

    /** Something, and what it was made of. */
    private record Kept(String source, Object made) {}

    MappingFiles files() {
        return files;
    }

    Rehearsal rehearsal(Department department) {
        return new Rehearsal(department, functions, talk(department));
    }

    /** How samples of it are read and checked; an {@link IllegalArgumentException} says why the contract cannot be used. */
    SampleTalk talk(Department department) {
        var source = List.of(
                department.format(),
                department.endpoint() instanceof Department.Endpoint.Files,
                department.contract(),
                String.valueOf(department.envelope()),
                SourceFiles.all(department.folder().resolve("contract")).hash());
        return (SampleTalk) kept("contract", source.toString(), () -> talkAnew(department));
    }

    private SampleTalk talkAnew(Department department) {
        if (department.endpoint() instanceof Department.Endpoint.Files) {
            return new FileSamples(department, saxon.processor());
        }
        return switch (department.format()) {
            case XML -> new SoapSamples(department, saxon.processor());
            case JSON -> new RestSamples(department);
            case XSTREAM -> new QueueSamples();
        };
    }

    /** One mapping, without the language's ending, made anew also where a file that it takes in has changed. */
    MappingFiles.Outcome mapping(Department department, String name) {
        var folder = department.folder().resolve("mappings");
        var file = name + (department.format() == Department.Format.XML ? ".xslt" : ".jsonata");
        return (MappingFiles.Outcome)
                kept(name, SourceFiles.of(folder, file).hash(), () -> files.compile(department, name));
    }

    private Object kept(String what, String source, Supplier<Object> making) {
        var there = kept.get(what);
        if (there == null || !there.source().equals(source)) {
            there = new Kept(source, making.get());
            kept.put(what, there);
        }
        return there.made();
    }
}
