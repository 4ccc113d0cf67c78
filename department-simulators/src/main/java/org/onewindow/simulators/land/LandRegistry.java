package org.onewindow.simulators.land;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.KeptAnswers;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.tax.TaxOffice;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;
import org.onewindow.simulators.wire.Request;

/** The registration centre behind its face: access, limits, the memory of keys, and the desks. */
public final class LandRegistry {

    private final Stage stage;
    private final Transfers transfers;
    private final TitleDesk titleDesk;
    private final TransferDesk transferDesk;
    private final Tokens tokens;
    private final RateLimit rate = new RateLimit(50, Duration.ofSeconds(1));
    private final KeptAnswers<Answer> kept = new KeptAnswers<>(Duration.ofDays(30));

    public LandRegistry(Stage stage, City city, TaxOffice tax, Duration review) {
        this.stage = stage;
        transfers = new Transfers(stage, city, review);
        titleDesk = new TitleDesk(stage, city, transfers);
        transferDesk = new TransferDesk(stage, city, tax, transfers);
        tokens = new Tokens(stage);
    }

    public void tick() {
        transfers.tick();
    }

    /** Tokens stay valid: a world made new is no reason to log in again. */
    public synchronized void reset() {
        transfers.reset();
        kept.clear();
        rate.clear();
    }

    /** A reviewer acts now: {@code {"state": …, "reason"?, "missing"?}}. */
    public Answer review(String receiptNumber, JsonNode body) {
        var decision = decision(Fields.of(body), body);
        if (decision.isEmpty()) {
            return Problem.unprocessable("state", "must be registered, correction-needed or rejected")
                    .answer();
        }
        if (transfers.find(receiptNumber).isEmpty()) {
            return Problem.of(404, "there is no such transfer").answer();
        }
        return transfers
                .decide(receiptNumber, decision.get())
                .map(transfer -> Answer.json(200, transfer.json()))
                .orElseGet(() ->
                        Problem.of(409, "this transfer is decided already").answer());
    }

    Stage stage() {
        return stage;
    }

    Answer answer(Route route, Request request, Call call) {
        if (route.operation().equals("token")) {
            return tokens.issue(request);
        }
        var scopes = tokens.scopesOf(request);
        if (scopes.isEmpty()) {
            return Problem.of(401, "a valid token is needed")
                    .answer()
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        var wait = rate.take(stage.now());
        if (wait.isPositive()) {
            return Problem.of(429, "more than 50 requests a second").retryAfter(wait.toSeconds() + 1);
        }
        if (!scopes.get().contains(route.scope())) {
            return Problem.of(403, "the token has not the scope " + route.scope())
                    .answer();
        }
        if (request.tooLarge()) {
            return Problem.of(413, "more than 20 MiB").answer();
        }
        return serve(route, request, call);
    }

    private Answer serve(Route route, Request request, Call call) {
        return switch (route.operation()) {
            case "getTitle" ->
                request.parameter("holderId")
                        .map(holder -> titleDesk.title(route.number(), holder))
                        .orElseGet(() -> Problem.of(400, "holderId is required").answer());
            case "findTransfers" ->
                request.parameter("caseNumber")
                        .map(number -> find(number, call))
                        .orElseGet(
                                () -> Problem.of(400, "caseNumber is required").answer());
            case "getTransfer" -> existing(route, call, transfer -> Answer.json(200, transfer.json()));
            case "countHomes" -> json(request, titleDesk::countHomes);
            case "registerTransfer" ->
                json(request, body -> {
                    call.caseNumber(body.path("caseNumber").asText());
                    return once(route, request, body, key -> transferDesk.register(key, body));
                });
            case "sendCorrections" ->
                existing(
                        route,
                        call,
                        _ -> json(
                                request,
                                body -> once(
                                        route, request, body, key -> transferDesk.correct(key, route.number(), body))));
            case "withdrawTransfer" ->
                existing(
                        route,
                        call,
                        _ -> once(route, request, Json.object(), key -> transferDesk.withdraw(key, route.number())));
            default -> Problem.of(404, "there is no such operation").answer();
        };
    }

    private Answer find(String caseNumber, Call call) {
        call.caseNumber(caseNumber);
        var outcomes = new ArrayList<JsonNode>();
        transfers.ofCase(caseNumber).forEach(transfer -> outcomes.add(transfer.json()));
        return Answer.json(200, Json.of(outcomes));
    }

    private Answer existing(Route route, Call call, Function<Transfer, Answer> work) {
        var transfer = transfers.find(route.number());
        transfer.ifPresent(one -> call.caseNumber(one.order().caseNumber()));
        return transfer.map(work)
                .orElseGet(() -> Problem.of(404, "there is no such transfer").answer());
    }

    private static Answer json(Request request, Function<JsonNode, Answer> work) {
        if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
            return Problem.of(415, "application/json is needed").answer();
        }
        return Json.read(request.text()).map(work).orElseGet(() -> Problem.of(400, "the body is no JSON")
                .answer());
    }

    /**
     * An operation under its key. Only what had an effect is answered again; a refused body may be sent again under
     * its key, another body may not.
     */
    private synchronized Answer once(Route route, Request request, JsonNode body, Function<String, Answer> work) {
        var key = request.header("X-Request-Id").flatMap(LandRegistry::uuid);
        if (key.isEmpty()) {
            return Problem.of(400, "X-Request-Id must be a UUID").answer();
        }
        var slot = route.operation() + " " + key.get().toLowerCase(Locale.ROOT);
        var fingerprint =
                Hmac.digest("SHA-256", (route.number() + " " + Json.canonical(body)).getBytes(StandardCharsets.UTF_8));
        var before = kept.find(slot, stage.now());
        if (before.isPresent() && !before.get().fingerprint().equals(fingerprint)) {
            return Problem.of(409, "/problems/key-reused", "this key was used with another body")
                    .answer();
        }
        var again = before.flatMap(KeptAnswers.Entry::answer);
        if (again.isPresent()) {
            return again.get();
        }
        var answer = work.apply(key.get());
        kept.keep(slot, fingerprint, Optional.of(answer).filter(Answer::isSuccess), stage.now());
        return answer;
    }

    private static Optional<String> uuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    private static Optional<Decision> decision(Fields fields, JsonNode body) {
        return switch (body.path("state").asText()) {
            case "registered" -> Optional.of(new Decision.Register());
            case "rejected" ->
                Optional.of(new Decision.Reject(fields.optionalText("reason").orElse("refused by a reviewer")));
            case "correction-needed" ->
                Optional.of(new Decision.AskFor(fields.list("missing", 0, 20).stream()
                        .map(one -> new Transfer.Missing(one.text("code"), one.text("reason")))
                        .toList()));
            default -> Optional.empty();
        };
    }
}
