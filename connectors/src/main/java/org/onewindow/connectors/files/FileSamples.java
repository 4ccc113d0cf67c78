package org.onewindow.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.Processor;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Department;
import org.onewindow.config.Operation;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.CanonicalJson;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.mapping.JsonDifference;
import org.onewindow.connectors.xml.XmlDifference;

/** Samples of a department that exchanges files: the files themselves, in UTF-8; its contract is prose. */
public final class FileSamples implements SampleTalk {

    private final FileWords words;

    /** @param saxon reads answers in XML for style sheets */
    public FileSamples(Department department, Processor saxon) {
        this.words = FileWords.of(department, UTF_8, saxon);
    }

    @Override
    public String message(Operation operation, Draft draft, Filler filler) {
        return filler.in(words.form()).text(words.document(draft));
    }

    @Override
    public Optional<String> difference(String expected, String message) throws IOException {
        return words.json()
                ? JsonDifference.first(
                        CanonicalJson.parse(expected.getBytes(UTF_8)), CanonicalJson.parse(message.getBytes(UTF_8)))
                : XmlDifference.first(expected, message);
    }

    @Override
    public @Nullable Object content(String answer) throws IOException {
        return words.parse(answer.getBytes(UTF_8));
    }

    @Override
    public List<String> breachesOfRequest(Operation operation, String request) {
        return List.of();
    }

    @Override
    public List<String> breachesOfAnswer(Operation operation, int status, String answer) {
        return List.of();
    }
}
