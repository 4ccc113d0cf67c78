package org.onewindow.routes;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperties;
import org.apache.camel.Headers;
import org.jspecify.annotations.Nullable;
import org.onewindow.connectors.broker.ClientQueues;
import org.onewindow.routes.SubmissionMessage.Read;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what client systems hand in by queue, inside the broker's transaction: an exception goes on, and the broker delivers again.
 *
 * <p>Answers go to queues of the sender only, whatever else the message asks for.
 */
public final class Submissions {

    /** The exchange property that holds the answer, where there is one. */
    static final String ANSWER = "answer";

    /** The exchange property that says that the message goes to the refused. */
    static final String REFUSED = "refused";

    /** The status of an answer, as over HTTP. */
    static final String STATUS = "status";

    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);
    private static final String MALFORMED = "request-malformed";
    private static final String NOBODY = "nobody";

    private final Runnable start;
    private volatile @Nullable SubmissionTaker taker;

    Submissions(Runnable start) {
        this.start = start;
    }

    /** From now on they are taken; until then they stay in their queue. */
    public void takenBy(SubmissionTaker door) {
        taker = door;
        start.run();
    }

    /** Leaves the message as it is, and says beside it what is to be answered and whether it goes to the refused. */
    public void take(
            @Body Message jms, @Headers Map<String, Object> headers, @ExchangeProperties Map<String, Object> about)
            throws JMSException {
        var message = new SubmissionMessage(jms);
        var client = message.client();
        headers.clear();
        if (client == null) {
            refuse(message, "no-user", NOBODY, about);
            return;
        }
        switch (message.read()) {
            case Read.Unreadable(String reason) -> refuse(message, reason, client, about);
            case Read.Text(byte[] body) -> {
                var queue = answerQueue(client, message.replyTo());
                var answer = taker().take(handed(client, message, body));
                if (queue != null) {
                    about.put(ANSWER, answer.body());
                    headers.put(HubQueues.DESTINATION, queue);
                    headers.put("JMSCorrelationID", message.correlation());
                    headers.put(STATUS, answer.status());
                }
                if (answer.code().equals(MALFORMED)
                        || (queue == null && !answer.code().isEmpty())) {
                    refuse(message, answer.code(), client, about);
                }
            }
        }
    }

    private static SubmissionTaker.Handed handed(String client, SubmissionMessage message, byte[] body)
            throws JMSException {
        return new SubmissionTaker.Handed(
                client, message.key(), message.property("channel"), message.property("language"), body);
    }

    private static void refuse(SubmissionMessage message, String reason, String sender, Map<String, Object> about)
            throws JMSException {
        LOG.warn("a submission of {} goes to {}: {}", sender, ClientQueues.REFUSED, reason);
        message.refuse(reason, sender);
        about.put(REFUSED, true);
    }

    private static @Nullable String answerQueue(String client, @Nullable String wanted) {
        if (wanted == null) {
            return null;
        }
        if (ClientQueues.areOf(client, wanted)) {
            return wanted;
        }
        LOG.warn("AUDIT {} asks for an answer to a queue that is not its own: ignored", client);
        return null;
    }

    private SubmissionTaker taker() {
        var door = taker;
        if (door == null) {
            throw new IllegalStateException("nobody takes submissions yet");
        }
        return door;
    }
}
