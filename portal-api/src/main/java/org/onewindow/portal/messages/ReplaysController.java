package org.onewindow.portal.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.cases.IdentityHash;
import org.onewindow.cases.messages.ReplyWords;
import org.onewindow.cases.store.Messages;
import org.onewindow.cases.store.Replay;
import org.onewindow.cases.store.Replays;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.AskedAgain;
import org.onewindow.routes.SingleReplay;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks departments again: for one message at once; for a group in two steps, so that nobody lets go what they have not counted. */
@RestController
@RequestMapping("/v1/admin")
final class ReplaysController {

    private static final int RATE_MAX = 1000;

    private final Replays replays;
    private final SingleReplay single;
    private final Messages messages;
    private final IdentityHash hash;
    private final Access access;

    ReplaysController(Replays replays, SingleReplay single, Messages messages, IdentityHash hash, Access access) {
        this.replays = replays;
        this.single = single;
        this.messages = messages;
        this.hash = hash;
        this.access = access;
    }

    /**
     * What came of one.
     *
     * @param did {@code retried}: its step is tried again; {@code looked-up}: it was asked once more beside its case
     * @param outcome of the look-up
     */
    record Again(String did, @Nullable String outcome) {}

    /** How far a replay is. */
    record View(
            UUID id,
            String state,
            int total,
            int waiting,
            int done,
            int failed,
            int skipped,
            @Nullable Integer rate,
            @Nullable List<Sample> sample) {

        static View of(Replay replay, @Nullable List<Sample> sample) {
            return new View(
                    replay.id(),
                    replay.state(),
                    replay.total(),
                    replay.waiting(),
                    replay.done(),
                    replay.failed(),
                    replay.skipped(),
                    replay.rate(),
                    sample);
        }
    }

    /** One of what would be tried again. */
    record Sample(long message, String number, String step) {}

    /**
     * Lets a plan go.
     *
     * @param rate steps a second at most; null: ten
     */
    record Go(String reason, @Nullable Integer rate) {}

    @PostMapping(path = "/messages/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    Again one(@PathVariable long id, HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = operator(token);
        var reason = Reasoned.checked(Wire.read(http, Reasoned.class).reason());
        var line = messages.find(id).orElseThrow(MessagesController::unknown);
        return switch (single.ask(line, access.subjectOf(caller), reason)) {
            case AskedAgain.Retried retried -> new Again("retried", null);
            case AskedAgain.LookedUp(DepartmentReply reply) -> new Again("looked-up", ReplyWords.outcome(reply));
            case AskedAgain.Not(String code) -> throw new Refusal(ProblemCode.NOT_AGAIN, FieldError.of("", code));
        };
    }

    @PostMapping(path = "/replays", consumes = MediaType.APPLICATION_JSON_VALUE)
    View plan(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var caller = operator(token);
        var wanted = Wire.read(http, Wanted.class);
        var plan = replays.plan(wanted.failed(hash), access.subjectOf(caller));
        var sample = plan.sample().stream()
                .map(item -> new Sample(item.message(), item.number().text(), item.key()))
                .toList();
        return View.of(plan.replay(), sample);
    }

    @PostMapping(path = "/replays/{id}/run", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> run(@PathVariable UUID id, HttpServletRequest http, JwtAuthenticationToken token)
            throws IOException {
        var caller = operator(token);
        var go = Wire.read(http, Go.class);
        var reason = Reasoned.checked(go.reason());
        int rate = go.rate() == null ? 10 : go.rate();
        if (rate < 1 || rate > RATE_MAX) {
            throw new Refusal(ProblemCode.REQUEST_INVALID, FieldError.of("/rate", "out-of-bounds"));
        }
        find(id);
        if (!replays.run(id, rate, access.subjectOf(caller), reason)) {
            throw new Refusal(ProblemCode.REPLAY_OVER);
        }
        return ResponseEntity.accepted().body(View.of(find(id), null));
    }

    @GetMapping("/replays/{id}")
    View show(@PathVariable UUID id, JwtAuthenticationToken token) {
        operator(token);
        return View.of(find(id), null);
    }

    @PostMapping("/replays/{id}/stop")
    View stop(@PathVariable UUID id, JwtAuthenticationToken token) {
        var caller = operator(token);
        find(id);
        if (!replays.stop(id, access.subjectOf(caller))) {
            throw new Refusal(ProblemCode.REPLAY_OVER);
        }
        return View.of(find(id), null);
    }

    private Caller operator(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.require(caller, Role.OPERATOR);
        return caller;
    }

    private Replay find(UUID id) {
        return replays.find(id).orElseThrow(() -> new Refusal(ProblemCode.REPLAY_UNKNOWN));
    }
}
