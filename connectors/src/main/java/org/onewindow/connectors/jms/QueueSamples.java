package org.onewindow.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Operation;
import org.onewindow.connectors.line.Filled;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.xml.XmlDifference;
import org.onewindow.connectors.xml.XmlText;

/** Samples of a department that speaks by queue; its contract is prose. */
public final class QueueSamples implements SampleTalk {

    @Override
    public Optional<String> difference(Operation operation, Draft draft, Filler filler, String expected)
            throws IOException {
        var form = new Filler.Form(XmlText::escaped, UTF_8);
        return switch (filler.in(form).fill(QueueLine.document(draft))) {
            case Filled.Bytes(var bytes) -> XmlDifference.first(expected, new String(bytes, UTF_8));
            case Filled.Not(var reply) -> Optional.of("cannot be filled: " + reply);
        };
    }

    @Override
    public @Nullable Object content(String answer) throws IOException {
        return XStreamTree.read(answer);
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
