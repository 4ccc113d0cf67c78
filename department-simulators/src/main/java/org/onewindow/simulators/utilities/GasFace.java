package org.onewindow.simulators.utilities;

import java.util.List;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Conduct;
import org.onewindow.simulators.stage.Dialect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;

/** The gas company's customer accounts 1.3 as its OpenAPI describes them. */
public final class GasFace implements Face, Dialect {

    public static final String PREFIX = "/gas-utility";
    public static final List<String> OPERATIONS = List.of("getAccount", "changeHolder");

    static final String DEPARTMENT = "gas-utility";

    private static final String BASE = PREFIX + "/open/v1";

    private final Stage stage;
    private final GasDesk desk;

    public GasFace(Stage stage, City city) {
        this.stage = stage;
        this.desk = new GasDesk(stage, new AccountBook(stage, DEPARTMENT, city.accounts("gas")));
    }

    public void reset() {
        desk.reset();
    }

    @Override
    public Reply reply(Request request) throws InterruptedException {
        var path = request.rawPath().startsWith(BASE) ? request.segmentsBelow(BASE) : List.<String>of();
        var operation = operation(request.method(), path);
        var call = stage.calls().received(DEPARTMENT, operation);
        request.header("Idempotency-Key").ifPresent(call::key);
        var mode = stage.modes().take(DEPARTMENT, operation);
        return new Conduct(mode, call, this).perform(stage, () -> {
            var answer = answer(operation, path, request, call);
            call.outcome(Integer.toString(answer.status()));
            return answer;
        });
    }

    @Override
    public Answer refusal(String operation) {
        return operation.equals("changeHolder")
                ? GasDesk.problem(Outcome.No.OWES)
                : GasDesk.problem(Outcome.No.UNKNOWN);
    }

    @Override
    public Answer fault(String operation) {
        return Problem.of(503, "busy, try again later").retryAfter(5);
    }

    @Override
    public Answer doctype(String address) {
        return Answer.of(200, "application/xml", "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + address + "\">]><r>&x;</r>");
    }

    private static String operation(String method, List<String> path) {
        if (path.isEmpty() || !path.getFirst().equals("accounts")) {
            return "unknown";
        }
        if (path.size() == 2 && method.equals("GET")) {
            return "getAccount";
        }
        boolean change = path.size() == 3 && path.get(2).equals("holder-changes") && method.equals("POST");
        return change ? "changeHolder" : "unknown";
    }

    private Answer answer(String operation, List<String> path, Request request, Call call) {
        if (request.tooLarge()) {
            return Problem.of(413, "more than 1 MiB").answer();
        }
        if (!Hmac.same(TrialCredentials.GAS_KEY, request.header("X-Api-Key").orElse(""))) {
            return Problem.of(401, "the key is missing or wrong").answer();
        }
        return switch (operation) {
            case "getAccount" -> desk.account(path.get(1));
            case "changeHolder" -> {
                if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
                    yield Problem.of(415, "application/json is needed").answer();
                }
                var key = request.header("Idempotency-Key").orElse("");
                yield Json.read(request.text())
                        .map(body -> desk.change(key, path.get(1), body, call))
                        .orElseGet(() -> Problem.of(400, "the body is no JSON").answer());
            }
            default -> Problem.of(404, "there is no such operation").answer();
        };
    }
}
