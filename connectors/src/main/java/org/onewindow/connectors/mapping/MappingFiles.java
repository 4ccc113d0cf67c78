package org.onewindow.connectors.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.onewindow.config.Channel;
import org.onewindow.config.Department;
import org.onewindow.config.JsonataProgram;

/** Compiles the files of a {@code mappings} folder: XSLT for who speaks XML, JSONata for all others. */
public final class MappingFiles {

    private final LockedSaxon saxon;
    private final HubFunctions functions;

    public MappingFiles(LockedSaxon saxon, HubFunctions functions) {
        this.saxon = saxon;
        this.functions = functions;
    }

    /** What came of one file. */
    public sealed interface Outcome {

        record Compiled(Mapping mapping) implements Outcome {}

        record Faulty(Path file, List<Fault> faults) implements Outcome {}
    }

    /** Where and why a file does not compile; line and column from 1. */
    public record Fault(int line, int column, String message) {}

    /**
     * Compiles one file.
     *
     * @param name such as {@code title.request} or {@code events}, without the language's ending
     */
    public Outcome compile(Department department, String name) {
        var xml = department.format() == Department.Format.XML;
        return compile(department.folder().resolve("mappings").resolve(name + (xml ? ".xslt" : ".jsonata")), xml);
    }

    /** Compiles the mapping of a channel. */
    public Outcome compile(Channel channel) {
        return compile(channel.mapping(), channel.format() == Channel.Format.XML);
    }

    private Outcome compile(Path file, boolean xml) {
        if (!Files.isRegularFile(file)) {
            return new Outcome.Faulty(file, List.of(new Fault(1, 1, "the file is missing")));
        }
        return xml ? xslt(file) : jsonata(file);
    }

    private Outcome xslt(Path file) {
        return switch (saxon.compile(file)) {
            case LockedSaxon.Compiled.Sheet(var sheet) -> new Outcome.Compiled(new XsltMapping(saxon, sheet));
            case LockedSaxon.Compiled.Faulty(var faults) ->
                new Outcome.Faulty(
                        file,
                        faults.stream()
                                .map(fault -> new Fault(
                                        Math.max(1, fault.line()), Math.max(1, fault.column()), fault.message()))
                                .toList());
        };
    }

    private Outcome jsonata(Path file) {
        var source = text(file);
        return switch (JsonataProgram.tryCompile(source, functions.ofMappings())) {
            case JsonataProgram.Compilation.Compiled(var program) -> new Outcome.Compiled(new JsonataMapping(program));
            case JsonataProgram.Compilation.Faulty(var offset, var message) -> {
                var before = source.substring(0, offset);
                int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
                yield new Outcome.Faulty(file, List.of(new Fault(line, offset - before.lastIndexOf('\n'), message)));
            }
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), failure);
        }
    }
}
