package org.onewindow.connectors.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;

/**
 * Look-ups of this node that somebody waits for, by what their answers will bear.
 *
 * <p>Camel's own waiting knows no answer by its content, and one by its message's id holds up all others for seconds after each answer
 * that it does not know, such as a double.
 */
public final class Awaited {

    private final Correlating correlating;
    private final Map<String, CompletableFuture<QueueAnswer>> waiting = new ConcurrentHashMap<>();

    Awaited(Correlating correlating) {
        this.correlating = correlating;
    }

    /** Empty: another waits for this number already. */
    Optional<CompletableFuture<QueueAnswer>> expect(String number) {
        var answer = new CompletableFuture<QueueAnswer>();
        return waiting.putIfAbsent(number, answer) == null ? Optional.of(answer) : Optional.empty();
    }

    /** What was expected under one number will bear another. */
    boolean bears(String other, String number) {
        var answer = waiting.remove(number);
        if (answer != null) {
            waiting.put(other, answer);
        }
        return answer != null;
    }

    void forget(CompletableFuture<QueueAnswer> answer) {
        waiting.values().removeIf(one -> one == answer);
    }

    /** What nobody waits for any more changes nothing: it was a look-up. */
    public void take(@Body Message message) throws JMSException {
        QueueAnswer.of(message).ifPresent(answer -> {
            var one = waiting.get(correlating.of(answer));
            if (one != null) {
                one.complete(answer);
            }
        });
    }
}
