package org.onewindow.simulators.land;

import java.util.List;
import org.onewindow.simulators.stage.Conduct;
import org.onewindow.simulators.stage.Dialect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;

/** The registration interface 2.4 as its OpenAPI describes it. */
public final class LandFace implements Face, Dialect {

    public static final String PREFIX = "/land-registry";
    public static final List<String> OPERATIONS = List.of(
            "getTitle",
            "countHomes",
            "registerTransfer",
            "findTransfers",
            "getTransfer",
            "withdrawTransfer",
            "sendCorrections",
            "token",
            Transfers.CALLBACK);

    private final LandRegistry registry;
    private final Stage stage;

    public LandFace(LandRegistry registry) {
        this.registry = registry;
        this.stage = registry.stage();
    }

    @Override
    public int bodyLimit() {
        return 20 << 20;
    }

    @Override
    public Reply reply(Request request) throws InterruptedException {
        var route = Route.of(request);
        var call = stage.calls().received(Transfers.DEPARTMENT, route.operation());
        request.header("X-Request-Id").ifPresent(call::key);
        var mode = route.operation().equals("token")
                ? stage.modes().takeOwn(Transfers.DEPARTMENT, route.operation())
                : stage.modes().take(Transfers.DEPARTMENT, route.operation());
        return new Conduct(mode, call, this).perform(stage, () -> {
            var answer = registry.answer(route, request, call);
            call.outcome(Integer.toString(answer.status()));
            return answer;
        });
    }

    @Override
    public Answer refusal(String operation) {
        return switch (operation) {
            case "getTitle" ->
                Problem.of(403, "not a registered holder of this title").answer();
            case "getTransfer" -> Problem.of(404, "there is no such transfer").answer();
            case "token" -> Answer.json(401, Json.object().put("error", "invalid_client"));
            case "withdrawTransfer", "sendCorrections" ->
                Problem.of(409, "/problems/not-possible-now", "not possible now")
                        .answer();
            default ->
                Problem.unprocessable("certificateNumber", "the title is locked")
                        .answer();
        };
    }

    @Override
    public Answer fault(String operation) {
        return Problem.of(503, "busy, try again later").retryAfter(5);
    }

    @Override
    public Answer doctype(String address) {
        return Answer.of(200, "application/xml", "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + address + "\">]><r>&x;</r>");
    }
}
