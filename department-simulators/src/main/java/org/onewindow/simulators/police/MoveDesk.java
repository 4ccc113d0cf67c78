package org.onewindow.simulators.police;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.KeptAnswers;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;

/** Moves of persons to homes of their own, under their keys; a second move of a case is one more effect. */
final class MoveDesk {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Stage stage;
    private final Registers registers;
    private final KeptAnswers<Answer> kept = new KeptAnswers<>(KEPT);
    private final Set<String> moved = new HashSet<>();

    MoveDesk(Stage stage, Registers registers) {
        this.stage = stage;
        this.registers = registers;
    }

    synchronized void reset() {
        registers.reset();
        kept.clear();
        moved.clear();
    }

    synchronized Answer move(String key, JsonNode body, Call call) {
        if (!KEY.matcher(key).matches()) {
            return Problem.of(400, "Idempotency-Key must be a UUID").answer();
        }
        var fields = Fields.of(body);
        var person = Fields.of(body.path("person"));
        var caseNumber = fields.text("caseNumber");
        call.caseNumber(caseNumber);
        fields.text("titleNumber");
        var address = fields.text("address");
        var name = person.text("name");
        var idNumber = person.text("idNumber");
        if (!fields.errors().isEmpty() || !person.errors().isEmpty()) {
            var errors = fields.errors().isEmpty() ? person.errors() : fields.errors();
            return Problem.unprocessable(errors).answer();
        }
        var before = kept.find(key, stage.now());
        if (before.isPresent()) {
            return before.get().fingerprint().equals(Json.canonical(body))
                    ? before.get().answer().orElseThrow()
                    : Problem.of(409, "/problems/key-reused", "the key was used with another body")
                            .answer();
        }
        var from = registers.of(name, idNumber).stream().findFirst();
        if (from.isEmpty()) {
            return notRegistered();
        }
        if (from.get().address().equals(address)) {
            return Problem.of(409, "/problems/lives-there", "户口已在该地址").answer();
        }
        var answer = moved(key, caseNumber, from.get(), idNumber, address);
        kept.keep(key, Json.canonical(body), Optional.of(answer), stage.now());
        return answer;
    }

    private Answer moved(String key, String caseNumber, Register from, String idNumber, String address) {
        var person = from.members().stream()
                .filter(one -> one.idNumber().equals(idNumber))
                .findFirst()
                .orElseThrow();
        var number = stage.numbers().next("QY");
        var register = registers.move(from, person, stage.numbers().next("H"), address, stage.today());
        var kind = moved.add(caseNumber) ? "residence-moved" : "residence-moved-again";
        stage.ledger().add(new Effect(PoliceFace.DEPARTMENT, kind, key, caseNumber, number, stage.now()));
        var answer = Json.object()
                .put("moveNumber", number)
                .put("movedOn", stage.today().toString());
        answer.set("register", register.json());
        answer.putObject("former")
                .put("number", from.number())
                .put("ended", from.members().size() == 1);
        return Answer.json(201, answer);
    }

    static Answer notRegistered() {
        return Problem.of(404, "该人员没有本市常住户口").answer();
    }
}
