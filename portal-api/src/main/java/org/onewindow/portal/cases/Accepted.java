package org.onewindow.portal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.RequestHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How a stored application is answered over HTTP: where its case is, and how it stands after the time the caller wants to wait. */
@Component
public final class Accepted {

    private final OwnCases own;

    Accepted(OwnCases own) {
        this.own = own;
    }

    /** How a case stands, in few words. */
    public record Stand(String number, String code, String label, boolean finished) {}

    public Stand stand(CaseNumber number, Caller caller, Locale language) {
        var state = own.view(number, caller, language, Duration.ZERO).state();
        return new Stand(number.text(), state.code(), state.label(), state.finished());
    }

    /** The case as it stands now. */
    public Object view(SubmissionDoor.Taken taken, Caller caller, Locale language) {
        return view(taken, caller, language, Duration.ZERO);
    }

    /** What has just been stored needs no second look, unless somebody waits for what becomes of it. */
    private CaseView view(SubmissionDoor.Taken taken, Caller caller, Locale language, Duration wait) {
        var opened = taken.opened();
        return opened == null || (opened.state().isOpen() && wait.isPositive())
                ? own.view(taken.number(), caller, language, wait)
                : own.view(opened, caller, language);
    }

    public ResponseEntity<Object> answer(HttpServletRequest http, Caller caller, SubmissionDoor.Taken taken) {
        var wait = RequestHeaders.preferredWait(http);
        var view = view(taken, caller, Languages.of(http), wait.orElse(Duration.ZERO));
        boolean finished = wait.isPresent() && view.state().finished();
        var answer = ResponseEntity.status(finished ? 200 : 202).location(URI.create("/v1/cases/" + taken.number()));
        if (taken.replayed()) {
            answer.header(RequestHeaders.REPLAYED, "true");
        }
        wait.ifPresent(time -> answer.header("Preference-Applied", "wait=" + time.toSeconds()));
        return answer.body(view);
    }
}
