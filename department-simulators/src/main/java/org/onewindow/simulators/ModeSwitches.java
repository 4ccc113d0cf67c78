package org.onewindow.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.simulators.civil.CivilFace;
import org.onewindow.simulators.fund.HousingFund;
import org.onewindow.simulators.land.LandFace;
import org.onewindow.simulators.payments.PaymentFace;
import org.onewindow.simulators.police.PoliceFace;
import org.onewindow.simulators.stage.Mode;
import org.onewindow.simulators.stage.Modes;
import org.onewindow.simulators.tax.TaxFace;
import org.onewindow.simulators.utilities.GasFace;
import org.onewindow.simulators.utilities.HeatingFace;
import org.onewindow.simulators.utilities.WaterFace;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;
import org.onewindow.simulators.wire.Request;

/** {@code PUT}, {@code GET} and {@code DELETE /sim/modes[/department[/operation]]}. */
final class ModeSwitches {

    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "tax", TaxFace.OPERATIONS,
            "land-registry", LandFace.OPERATIONS,
            "civil-affairs", CivilFace.OPERATIONS,
            "housing-fund", HousingFund.OPERATIONS,
            "payment-platform", PaymentFace.OPERATIONS,
            "water-utility", WaterFace.OPERATIONS,
            "gas-utility", GasFace.OPERATIONS,
            "heating-utility", HeatingFace.OPERATIONS,
            "public-security", PoliceFace.OPERATIONS);

    private final Modes modes;

    ModeSwitches(Modes modes) {
        this.modes = modes;
    }

    Answer answer(Request request, List<String> path) {
        if (path.isEmpty()) {
            return switch (request.method()) {
                case "GET" -> Answer.json(200, all());
                case "DELETE" -> {
                    modes.clear();
                    yield Answer.empty(204);
                }
                default -> Answer.empty(405);
            };
        }
        var department = path.getFirst();
        var operation = path.size() > 1 ? path.get(1) : "";
        if (!OPERATIONS.containsKey(department)) {
            return Problem.of(404, "departments are " + OPERATIONS.keySet()).answer();
        }
        if (!operation.isEmpty() && !isKnown(department, operation)) {
            return Problem.of(404, "operations are " + OPERATIONS.get(department))
                    .answer();
        }
        return switch (request.method()) {
            case "PUT" ->
                Json.read(request.text())
                        .map(body -> set(department, operation, body))
                        .orElseGet(() -> Problem.of(400, "the body is no JSON").answer());
            case "DELETE" -> {
                modes.clear(department, operation);
                yield Answer.empty(204);
            }
            default -> Answer.empty(405);
        };
    }

    private Answer set(String department, String operation, JsonNode body) {
        var kind = Mode.Kind.of(body.path("mode").asText());
        if (kind.isEmpty()) {
            var words = Arrays.stream(Mode.Kind.values()).map(Mode.Kind::word).collect(Collectors.joining(", "));
            return Problem.unprocessable("mode", "must be one of " + words).answer();
        }
        var mode = new Mode(
                kind.get(),
                body.path("ms").canConvertToLong() && body.path("ms").isNumber()
                        ? Duration.ofMillis(body.path("ms").asLong())
                        : kind.get().delay(),
                body.path("effect").asBoolean(kind.get().effect()));
        var times = body.path("times").asInt(0);
        modes.set(department, operation, mode, times);
        return Answer.json(200, json(new Modes.Switch(department, operation, mode, times)));
    }

    private JsonNode all() {
        return Json.of(modes.all().stream().map(ModeSwitches::json).toList());
    }

    private static ObjectNode json(Modes.Switch one) {
        var json = Json.object().put("department", one.department());
        if (!one.operation().isEmpty()) {
            json.put("operation", one.operation());
        }
        json.put("mode", one.mode().kind().word());
        json.put("ms", one.mode().delay().toMillis());
        json.put("effect", one.mode().effect());
        return one.times() > 0 ? json.put("times", one.times()) : json;
    }

    private static boolean isKnown(String department, String operation) {
        return OPERATIONS.getOrDefault(department, List.of()).stream()
                .anyMatch(known -> Modes.folded(known).equals(Modes.folded(operation)));
    }
}
