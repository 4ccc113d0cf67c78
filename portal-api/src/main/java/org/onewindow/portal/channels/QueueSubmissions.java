package org.onewindow.portal.channels;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.portal.cases.Accepted;
import org.onewindow.portal.cases.Requests;
import org.onewindow.portal.cases.SubmissionDoor;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Problems;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.TraceIds;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.RequestHeaders;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.HubRoutes;
import org.onewindow.routes.SubmissionTaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** The counter behind the queue: what it takes and what it answers is the same as over HTTP. */
@Component
final class QueueSubmissions implements SubmissionTaker {

    private static final Logger LOG = LoggerFactory.getLogger(QueueSubmissions.class);

    private final HubRoutes routes;
    private final ChannelRequests requests;
    private final SubmissionDoor door;
    private final Accepted accepted;
    private final Problems problems;

    QueueSubmissions(
            HubRoutes routes, ChannelRequests requests, SubmissionDoor door, Accepted accepted, Problems problems) {
        this.routes = routes;
        this.requests = requests;
        this.door = door;
        this.accepted = accepted;
        this.problems = problems;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        routes.submissions().takenBy(this);
    }

    @Override
    public Answer take(Handed handed) {
        var language = Languages.named(handed.language());
        try {
            var caller = Caller.system(handed.client());
            var key = RequestHeaders.idempotencyKey(handed.key());
            var taken = door.take(caller, key, request(handed, caller));
            return new Answer(202, "", Wire.write(accepted.view(taken, caller, language)));
        } catch (Refusal refusal) {
            return problem(refusal.code(), refusal.errors(), language);
        } catch (StoreAway | DataAccessResourceFailureException | TransientDataAccessException away) {
            throw away; // neither stored nor refused: the broker keeps it
        } catch (RuntimeException | IOException bug) {
            LOG.error("a submission by queue failed", bug);
            return problem(ProblemCode.INTERNAL, List.of(), language);
        }
    }

    private ServiceRequest request(Handed handed, Caller caller) throws IOException {
        var channel = handed.channel();
        return channel == null
                ? Requests.of(Wire.read(handed.body()), caller)
                : requests.read(requests.channel(channel, caller), handed.body(), caller);
    }

    private Answer problem(ProblemCode code, List<FieldError> errors, Locale language) {
        return new Answer(
                code.status(), code.code(), Wire.write(problems.problem(code, errors, language, TraceIds.fresh())));
    }
}
