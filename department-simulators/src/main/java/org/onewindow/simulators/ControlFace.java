package org.onewindow.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Deliveries;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;

/** The control API under {@code /sim}: what tests and demos switch and ask. */
final class ControlFace implements Face {

    static final String PREFIX = "/sim";

    private final Stage stage;
    private final Departments departments;
    private final ModeSwitches switches;

    ControlFace(Stage stage, Departments departments) {
        this.stage = stage;
        this.departments = departments;
        this.switches = new ModeSwitches(stage.modes());
    }

    @Override
    public Reply reply(Request request) {
        var path = request.segmentsBelow(PREFIX);
        var first = path.isEmpty() ? "" : path.getFirst();
        if (first.equals("modes")) {
            return Reply.of(switches.answer(request, path.subList(1, path.size())));
        }
        return Reply.of(
                switch (request.method()) {
                    case "GET" -> look(first, request);
                    case "POST" -> act(path, request);
                    default -> Answer.empty(405);
                });
    }

    private Answer look(String what, Request request) {
        return switch (what) {
            case "health" -> Answer.json(200, health());
            case "ledger" -> Answer.json(200, list(stage.ledger().all(), by(request), ControlFace::json));
            case "calls" -> Answer.json(200, list(stage.calls().all(), callBy(request), ControlFace::json));
            case "deliveries" -> Answer.json(200, list(stage.deliveries().undelivered(), _ -> true, ControlFace::json));
            case "canary" -> {
                stage.calls().received("canary", "touched").outcome("an entity was followed");
                yield Answer.of(200, "text/plain", "canary");
            }
            default -> Answer.empty(404);
        };
    }

    private Answer act(List<String> path, Request request) {
        var body = request.text().isBlank()
                ? Json.object()
                : Json.read(request.text()).orElse(null);
        if (body == null) {
            return Problem.of(400, "the body is no JSON").answer();
        }
        return switch (String.join("/", path.subList(0, Math.min(2, path.size())))) {
            case "reset" -> {
                departments.reset();
                yield Answer.empty(204);
            }
            case "land-registry/callbacks" -> retry("land-registry");
            case "payment-platform/notifications" -> retry("payment-platform");
            case "land-registry/transfers" ->
                path.size() == 4 ? departments.land().review(path.get(2), body) : Answer.empty(404);
            case "housing-fund/events" -> departments.fund().happen(body);
            default ->
                path.size() == 2 && path.getFirst().equals("payments")
                        ? departments.payments().pay(path.get(1), body)
                        : Answer.empty(404);
        };
    }

    private Answer retry(String department) {
        int due = stage.deliveries().retryNow(department);
        return Answer.json(202, Json.object().put("due", due));
    }

    private ObjectNode health() {
        return Json.object()
                .put("state", "up")
                .put("now", stage.time().toString())
                .put("housingFund", departments.fundState());
    }

    private static Predicate<Effect> by(Request request) {
        return effect -> matches(request, "department", effect.department())
                && matches(request, "caseNumber", effect.caseNumber());
    }

    private static Predicate<Call.Seen> callBy(Request request) {
        return call ->
                matches(request, "department", call.department()) && matches(request, "caseNumber", call.caseNumber());
    }

    private static boolean matches(Request request, String parameter, String value) {
        return request.parameter(parameter).map(value::equals).orElse(true);
    }

    private static <T> JsonNode list(Collection<T> all, Predicate<T> wanted, Function<T, ObjectNode> form) {
        return Json.of(all.stream().filter(wanted).map(form).toList());
    }

    private static ObjectNode json(Effect effect) {
        return Json.object()
                .put("department", effect.department())
                .put("kind", effect.kind())
                .put("key", effect.key())
                .put("caseNumber", effect.caseNumber())
                .put("reference", effect.reference())
                .put("at", effect.at().atZone(Stage.BEIJING).toOffsetDateTime().toString());
    }

    private static ObjectNode json(Call.Seen call) {
        return Json.object()
                .put("department", call.department())
                .put("operation", call.operation())
                .put("key", call.key())
                .put("caseNumber", call.caseNumber())
                .put("outcome", call.outcome())
                .put("at", call.at().atZone(Stage.BEIJING).toOffsetDateTime().toString());
    }

    private static ObjectNode json(Deliveries.Undelivered one) {
        return Json.object()
                .put("department", one.department())
                .put("operation", one.operation())
                .put("reference", one.reference())
                .put("tries", one.tries())
                .put("last", one.last())
                .put(
                        "dueAt",
                        one.dueAt().atZone(Stage.BEIJING).toOffsetDateTime().toString());
    }
}
