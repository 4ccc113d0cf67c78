package org.onewindow.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one YAML file of the tree, strictly: one document, no tags, hardly any aliases, bounded in size and depth. */
final class YamlFile {

    static final int LARGEST = 1024 * 1024;

    private final Diagnostics diagnostics;

    YamlFile(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The file's value; empty where it cannot be read at all, which is then reported. */
    Optional<YamlValue> read(Path path, String file) {
        try {
            if (Files.size(path) > LARGEST) {
                diagnostics.report(Place.startOf(file), Fault.TOO_LARGE, LARGEST);
                return Optional.empty();
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return parse(text.startsWith("\uFEFF") ? text.substring(1) : text, file);
        } catch (CharacterCodingException notUtf8) {
            diagnostics.report(Place.startOf(file), Fault.UNREADABLE_FILE, "not UTF-8");
        } catch (IOException failure) {
            diagnostics.report(
                    Place.startOf(file),
                    Fault.UNREADABLE_FILE,
                    failure.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    Optional<YamlValue> parse(String text, String file) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        var parser = new ParserImpl(new StreamReader(text), options);
        try {
            return new YamlTree(parser, text.codePoints().toArray(), file, diagnostics).document();
        } catch (MarkedYAMLException fault) {
            var mark = fault.getProblemMark() == null ? fault.getContextMark() : fault.getProblemMark();
            var place = mark == null ? Place.startOf(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
            diagnostics.report(place, Fault.NOT_YAML, fault.getProblem());
        } catch (ReaderException fault) {
            var place = new ScalarText(text, text).placeAfter(Place.startOf(file), fault.getPosition());
            diagnostics.report(place, Fault.NOT_YAML, "a character that is not allowed");
        } catch (YamlTree.TooDeep fault) {
            diagnostics.report(fault.place(), Fault.TOO_DEEP, YamlTree.DEEPEST);
        }
        return Optional.empty();
    }
}
