package org.onewindow.simulators.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onewindow.simulators.city.Account;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.KeptAnswers;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;

/** Look-ups of gas accounts, and changes of holders under their keys. */
final class GasDesk {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> ID_TYPES =
            Set.of("resident-id", "passport", "hk-macao-permit", "taiwan-permit", "uscc");

    private final Stage stage;
    private final AccountBook book;
    private final KeptAnswers<Answer> kept = new KeptAnswers<>(KEPT);

    GasDesk(Stage stage, AccountBook book) {
        this.stage = stage;
        this.book = book;
    }

    synchronized void reset() {
        book.reset();
        kept.clear();
    }

    Answer account(String number) {
        return book.find(number).map(GasDesk::json).orElseGet(() -> problem(Outcome.No.UNKNOWN));
    }

    synchronized Answer change(String key, String account, JsonNode body, Call call) {
        if (!KEY.matcher(key).matches()) {
            return Problem.of(400, "Idempotency-Key must be a UUID").answer();
        }
        var fields = Fields.of(body);
        var holder = Fields.of(body.path("holder"));
        var wish = new Wish(key, fields.text("caseNumber"), account, fields.text("unitNumber"), holder.text("name"));
        fields.text("titleNumber");
        holder.oneOf("idType", ID_TYPES);
        holder.text("idNumber");
        call.caseNumber(wish.caseNumber());
        if (!fields.errors().isEmpty() || !holder.errors().isEmpty()) {
            var errors = fields.errors().isEmpty() ? holder.errors() : fields.errors();
            return Problem.unprocessable(errors).answer();
        }
        var fingerprint = account + Json.canonical(body);
        var before = kept.find(key, stage.now());
        if (before.isPresent()) {
            return before.get().fingerprint().equals(fingerprint)
                    ? before.get().answer().orElseThrow()
                    : Problem.of(409, "/problems/key-reused", "the key was used with another body")
                            .answer();
        }
        return switch (book.change(wish, "RQ")) {
            case Outcome.No no -> problem(no);
            case Change change -> {
                var answer = json(change);
                kept.keep(key, fingerprint, Optional.of(answer), stage.now());
                yield answer;
            }
        };
    }

    static Answer problem(Outcome.No no) {
        return switch (no) {
            case UNKNOWN -> Problem.of(404, "燃气账户不存在").answer();
            case ANOTHER_HOME ->
                Problem.of(422, "/problems/other-home", "账户不属于该不动产单元").answer();
            case CLOSED -> Problem.of(409, "/problems/closed", "账户已销户").answer();
            case OWES -> Problem.of(409, "/problems/arrears", "账户有欠费，请先结清").answer();
        };
    }

    private static Answer json(Account account) {
        return Answer.json(
                200,
                Json.object()
                        .put("accountNumber", account.number())
                        .put("unitNumber", account.unit())
                        .put("address", account.address())
                        .put("holderName", account.shownHolder())
                        .put("arrearsFen", account.owedFen())
                        .put("state", account.open() ? "active" : "closed"));
    }

    private static Answer json(Change change) {
        return Answer.json(
                201,
                Json.object()
                        .put("changeNumber", change.number())
                        .put("effectiveOn", change.effectiveOn().toString()));
    }
}
