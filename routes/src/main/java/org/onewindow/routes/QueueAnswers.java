package org.onewindow.routes;

import java.util.Map;
import org.onewindow.cases.store.AnswerNumbers;
import org.onewindow.connectors.QueueReplyListener;

/** What comes from departments' queues, and by what it will be known. */
record QueueAnswers(QueueReplyListener answers, AnswerNumbers numbers, UntilBack untilBack)
        implements QueueReplyListener {

    @Override
    public void replied(String department, String correlation, Map<String, String> headers, byte[] body) {
        untilBack.run(() -> answers.replied(department, correlation, headers, body));
    }

    @Override
    public boolean knows(String department, String number) {
        return untilBack.get(() -> numbers.isKnown(department, number));
    }

    @Override
    public boolean expect(String department, String number, String correlation) {
        return numbers.expect(department, number, correlation);
    }
}
