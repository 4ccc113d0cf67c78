package org.onewindow.connectors.jms;

import java.io.IOException;
import java.util.Map;
import org.onewindow.config.Correlation;
import org.onewindow.config.Correlation.Element;
import org.onewindow.config.Correlation.MessageId;
import org.onewindow.config.Correlation.OwnId;
import org.onewindow.config.Correlation.Property;

/** Finds in a message and in its answer by what the one tells of the other (Correlation Identifier). */
record Correlating(Correlation rule, Trees trees) {

    /** The tree of a body; an {@link IOException} says that it is garbage. */
    @FunctionalInterface
    interface Trees {
        Map<String, ?> of(byte[] body) throws IOException;
    }

    /** What an answer bears; where the rule finds nothing its {@code JMSCorrelationID}, empty where it has none. */
    String of(QueueAnswer answer) {
        var borne = borne(answer.properties(), answer.body(), false);
        return borne.isEmpty() ? answer.correlation() : borne;
    }

    /** What one of the hub's own messages bears that came back among the dead letters: moved by a broker it keeps its id. */
    String ofDeadLetter(QueueAnswer own) {
        var borne = borne(own.properties(), own.body(), true);
        var found = borne.isEmpty() ? own.correlation() : borne;
        return found.isEmpty() && rule instanceof MessageId ? own.id() : found;
    }

    /** The number by which a message of the hub will be answered; empty: it bears none. */
    String ofMessage(byte[] body) {
        return borne(Map.of(), body, true);
    }

    private String borne(Map<String, String> properties, byte[] body, boolean ours) {
        return switch (rule) {
            case OwnId _, MessageId _ -> "";
            case Property(var name) -> properties.getOrDefault(name, "");
            case Element(var sent, var answered) -> number(body, ours ? sent : answered);
        };
    }

    private String number(byte[] body, String path) {
        try {
            return NumberPath.in(trees.of(body), path);
        } catch (IOException garbage) {
            return "";
        }
    }
}
