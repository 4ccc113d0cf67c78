package org.onewindow.simulators.police;

import java.util.List;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Conduct;
import org.onewindow.simulators.stage.Dialect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;

/** The public security bureau's certificates 1.1 as its OpenAPI describes them: household registers, by two look-ups, and moves. */
public final class PoliceFace implements Face, Dialect {

    public static final String PREFIX = "/public-security";
    public static final List<String> OPERATIONS = List.of("findCertificates", "getCertificate", "registerMove");

    static final String DEPARTMENT = "public-security";

    private static final String BASE = PREFIX + "/certificates/v1";

    private final Stage stage;
    private final Registers registers;
    private final MoveDesk moves;

    public PoliceFace(Stage stage, City city) {
        this.stage = stage;
        this.registers = new Registers(city);
        this.moves = new MoveDesk(stage, registers);
    }

    public void reset() {
        moves.reset();
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
        return operation.equals("registerMove") ? MoveDesk.notRegistered() : gone();
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
        if (method.equals("POST") && path.equals(List.of("searches"))) {
            return "findCertificates";
        }
        if (method.equals("POST") && path.equals(List.of("moves"))) {
            return "registerMove";
        }
        boolean one = path.size() == 2 && path.getFirst().equals("certificates") && method.equals("GET");
        return one ? "getCertificate" : "unknown";
    }

    private Answer answer(String operation, List<String> path, Request request, Call call) {
        if (request.tooLarge()) {
            return Problem.of(413, "more than 1 MiB").answer();
        }
        if (!Hmac.same(
                TrialCredentials.PUBLIC_SECURITY_KEY,
                request.header("X-Api-Key").orElse(""))) {
            return Problem.of(401, "the key is missing or wrong").answer();
        }
        return switch (operation) {
            case "findCertificates" ->
                Json.read(request.text())
                        .map(body -> find(Fields.of(body), Fields.of(body.path("person"))))
                        .orElseGet(() -> Problem.of(400, "the body is no JSON").answer());
            case "getCertificate" ->
                registers
                        .byId(path.get(1))
                        .map(register -> Answer.json(200, register.json()))
                        .orElseGet(PoliceFace::gone);
            case "registerMove" ->
                Json.read(request.text())
                        .map(body ->
                                moves.move(request.header("Idempotency-Key").orElse(""), body, call))
                        .orElseGet(() -> Problem.of(400, "the body is no JSON").answer());
            default -> Problem.of(404, "there is no such operation").answer();
        };
    }

    private Answer find(Fields search, Fields person) {
        search.text("kind");
        var found = registers.of(person.text("name"), person.text("idNumber"));
        if (!search.errors().isEmpty() || !person.errors().isEmpty()) {
            return Problem.unprocessable(person.errors()).answer();
        }
        var answer = Json.object();
        var certificates = answer.putArray("certificates");
        found.forEach(one -> certificates
                .addObject()
                .put("certificateId", one.certificateId())
                .put("number", one.number()));
        return Answer.json(200, answer);
    }

    private static Answer gone() {
        return Problem.of(404, "没有此证照").answer();
    }
}
