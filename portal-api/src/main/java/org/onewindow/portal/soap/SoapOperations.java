package org.onewindow.portal.soap;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.CaseEvent;
import org.onewindow.portal.cases.Accepted;
import org.onewindow.portal.cases.CaseDoor;
import org.onewindow.portal.cases.Requests;
import org.onewindow.portal.cases.SubmissionDoor;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.RequestHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a client can ask for: hand in, see how it stands, take back; the last two of its own cases only. */
@Component
final class SoapOperations {

    private final SubmissionDoor submissions;
    private final CaseDoor cases;
    private final Accepted accepted;
    private final JdbcClient sql;
    private final Clock clock;

    SoapOperations(
            SubmissionDoor submissions, CaseDoor cases, Accepted accepted, javax.sql.DataSource database, Clock clock) {
        this.submissions = submissions;
        this.cases = cases;
        this.accepted = accepted;
        this.sql = JdbcClient.create(database);
        this.clock = clock;
    }

    Document submit(String client, Element payload, Locale language) {
        var caller = Caller.system(client);
        var key = RequestHeaders.idempotencyKey(text(payload, "key"));
        var request = Requests.of(SoapRequests.canonical(SoapRequests.only(payload, "request")), caller);
        var taken = submissions.take(caller, key, request);
        return answer(payload, caller, taken.number(), language, taken.replayed());
    }

    Document progress(String client, Element payload, Locale language) {
        return answer(payload, Caller.system(client), own(client, payload), language, null);
    }

    /** The same key and path as over HTTP: the same request. */
    Document withdraw(String client, Element payload, Locale language) {
        var caller = Caller.system(client);
        var number = own(client, payload);
        var key = RequestHeaders.idempotencyKey(text(payload, "key"));
        var event = new CaseEvent.WithdrawalAsked(clock.instant(), client);
        boolean replayed = cases.tell(caller, key, "/v1/cases/" + number + "/withdrawal", "withdrawal", number, event);
        return answer(payload, caller, number, language, replayed);
    }

    private CaseNumber own(String client, Element payload) {
        return CaseNumber.parse(text(payload, "number"))
                .filter(number -> sql.sql("select count(*) from case_file where number = ? and client = ?")
                                .params(number.text(), client)
                                .query(Integer.class)
                                .single()
                        == 1)
                .orElseThrow(() -> new Refusal(ProblemCode.CASE_UNKNOWN));
    }

    private Document answer(
            Element payload, Caller caller, CaseNumber number, Locale language, @Nullable Boolean replayed) {
        var name = payload.getLocalName() + "Response";
        return SoapAnswers.of(name, accepted.stand(number, caller, language), replayed);
    }

    private static String text(Element parent, String name) {
        return SoapRequests.only(parent, name).getTextContent().strip();
    }
}
