package org.onewindow.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Operation;
import org.onewindow.connectors.line.Filler;
import org.onewindow.connectors.line.SampleTalk;
import org.onewindow.connectors.mapping.Draft;
import org.onewindow.connectors.xml.XmlDifference;
import org.onewindow.connectors.xml.XmlText;

/** Samples of a department that speaks by queue; its contract is prose. */
public final class QueueSamples implements SampleTalk {

    @Override
    public String message(Operation operation, Draft draft, Filler filler) {
        return filler.in(new Filler.Form(XmlText::escaped, UTF_8)).text(QueueLine.document(draft));
    }

    @Override
    public Optional<String> difference(String expected, String message) throws IOException {
        return XmlDifference.first(expected, message);
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
