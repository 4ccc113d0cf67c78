package org.onewindow.portal.licences;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.store.StoreAway;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Problems;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.security.Role;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Moments;
import org.onewindow.portal.wire.Wire;
import org.onewindow.routes.StockImport;
import org.onewindow.routes.StockLine;
import org.onewindow.routes.StockOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a stock of before comes in (存量转化): licences as NDJSON. Each line is taken by itself, committed, and only then answered; the same
 * stock again changes nothing, so that no idempotency key is wanted.
 */
@RestController
final class StockController {

    private static final Logger LOG = LoggerFactory.getLogger(StockController.class);
    private static final int BODY_MAX = 8 << 20;
    private static final int LINES_MAX = 10_000;
    private static final int LINE_MAX = 1 << 16;
    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final StockImport stocks;
    private final Access access;
    private final Problems problems;
    private final Clock clock;

    StockController(StockImport stocks, Access access, Problems problems, Clock clock) {
        this.stocks = stocks;
        this.access = access;
        this.problems = problems;
        this.clock = clock;
    }

    @StoreDoor("import")
    @PostMapping(path = "/v1/admin/licences:import", consumes = StockAnswers.NDJSON)
    void take(
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest http,
            HttpServletResponse response,
            JwtAuthenticationToken token)
            throws IOException {
        var caller = Caller.of(token);
        var hands = hands(caller);
        var stood = stood(asOf);
        // read before the first answer: one that is too long is refused as a whole, and nobody waits for who waits for
        // them
        var lines = BodyLines.of(Wire.bytes(http, BODY_MAX), LINES_MAX);
        var answers = new StockAnswers(response, problems, Languages.of(http));
        for (var line : lines) {
            answers.add(line.number(), said(hands, line.bytes(), stood));
        }
        answers.end();
    }

    /** By their role, and never by what a token leaves out: a department that does not say which issues nothing. */
    private StockImport.Hands hands(Caller caller) {
        access.require(caller, Role.OPERATOR, Role.DEPARTMENT);
        boolean ofAll = caller.is(Role.OPERATOR);
        if (!ofAll && caller.department() == null) {
            throw new Refusal(ProblemCode.NOT_ALLOWED);
        }
        return new StockImport.Hands(access.actorOf(caller), ofAll);
    }

    /** As of when the stock stands so: without it nobody could say whether what its issuer told is later. */
    private Instant stood(@Nullable String asOf) {
        var stood = asOf == null ? null : Moments.instant(asOf);
        if (stood == null
                || stood.isBefore(Instant.EPOCH)
                || stood.isAfter(clock.instant().plus(AHEAD))) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        return stood;
    }

    /** What the database refuses of one line it refuses again, and would keep out all that follow; where it is away the answer breaks off. */
    private StockSaid said(StockImport.Hands hands, byte[] line, Instant asOf) {
        try {
            return taken(hands, line, asOf);
        } catch (StoreAway | DataAccessResourceFailureException | TransientDataAccessException away) {
            throw away;
        } catch (DataAccessException | IllegalStateException fault) {
            // its text may quote what stands on the licence
            LOG.error(
                    "a line of a stock could not be taken: {}", fault.getClass().getSimpleName());
            stocks.unreadable(hands.actor());
            return StockSaid.refused(List.of(FieldError.of("", "failed")));
        }
    }

    private StockSaid taken(StockImport.Hands hands, byte[] line, Instant asOf) {
        StockLine read;
        try {
            read = read(line);
        } catch (Refusal unreadable) {
            stocks.unreadable(hands.actor());
            return StockSaid.refused(unreadable.errors());
        }
        return switch (stocks.take(hands, read, asOf)) {
            case StockOutcome.Done(var taken) -> StockSaid.of(taken);
            case StockOutcome.Refused(var violations) ->
                StockSaid.refused(violations.stream()
                        .map(one -> new FieldError(one.pointer(), one.code(), one.detail()))
                        .toList());
        };
    }

    private static StockLine read(byte[] line) throws Refusal {
        if (line.length > LINE_MAX) {
            throw new Refusal(ProblemCode.TOO_LARGE, List.of(FieldError.of("", "out-of-bounds")));
        }
        try {
            return Wire.as(Wire.read(line), StockLine.class);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes that are there can be read", impossible);
        }
    }
}
