package org.onewindow.simulators.payments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.onewindow.simulators.TrialCredentials;
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

/** The payment platform's interface 3, and the page on which the citizen pays. */
public final class PaymentFace implements Face, Dialect {

    public static final String PREFIX = "/payment-platform";
    public static final List<String> OPERATIONS =
            List.of("createBill", "getBill", "closeBill", "refundBill", Notifier.OPERATION);

    private static final long CLOCK_TOLERANCE_SECONDS = Duration.ofMinutes(5).toSeconds();

    private final Stage stage;
    private final Bills bills;

    public PaymentFace(Stage stage) {
        this.stage = stage;
        bills = new Bills(stage);
    }

    public void tick() {
        bills.tick();
    }

    public void reset() {
        bills.reset();
    }

    /** The citizen pays: {@code {"amountFen"?: another amount, "times"?: notifications}}. */
    public Answer pay(String billId, JsonNode wish) {
        var other = wish.path("amountFen").isIntegralNumber()
                ? OptionalLong.of(wish.path("amountFen").asLong())
                : OptionalLong.empty();
        return bills.pay(billId, other, wish.path("times").asInt(1));
    }

    @Override
    public Reply reply(Request request) throws InterruptedException {
        var path = request.segmentsBelow(PREFIX);
        if (path.size() == 2 && path.getFirst().equals("pay")) {
            return Reply.of(page(request, path.get(1)));
        }
        var operation = operation(request.method(), path);
        var call = stage.calls().received(Bills.DEPARTMENT, operation);
        var mode = stage.modes().take(Bills.DEPARTMENT, operation);
        return new Conduct(mode, call, this).perform(stage, () -> {
            var answer = answer(operation, path, request, call);
            call.outcome(Integer.toString(answer.status()));
            return answer;
        });
    }

    @Override
    public Answer refusal(String operation) {
        return Problem.of(409, "not possible for this bill").answer();
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
        if (path.isEmpty() || !path.getFirst().equals("bills")) {
            return "unknown";
        }
        var shape = method + (path.size() > 2 ? " " + path.get(2) : "");
        return switch (path.size() + " " + shape) {
            case "1 POST" -> "createBill";
            case "2 GET" -> "getBill";
            case "3 POST closing" -> "closeBill";
            case "3 POST refunds" -> "refundBill";
            default -> "unknown";
        };
    }

    private Answer answer(String operation, List<String> path, Request request, Call call) {
        if (request.tooLarge()) {
            return Problem.of(413, "more than 1 MiB").answer();
        }
        if (!isSigned(request)) {
            return Problem.of(401, "the signature is missing or wrong").answer();
        }
        var billId = path.size() > 1 ? path.get(1) : "";
        bills.find(billId).ifPresent(bill -> call.caseNumber(bill.order().caseNumber()));
        return switch (operation) {
            case "createBill" ->
                json(request, body -> {
                    call.key(body.path("billId").asText());
                    call.caseNumber(body.path("caseNumber").asText());
                    return bills.create(body, request.origin() + PREFIX + "/pay/");
                });
            case "getBill" -> {
                call.key(billId);
                yield bills.find(billId)
                        .map(bill -> Answer.json(200, bill.json()))
                        .orElseGet(
                                () -> Problem.of(404, "there is no such bill").answer());
            }
            case "closeBill" -> {
                call.key(billId);
                yield bills.close(billId);
            }
            case "refundBill" ->
                json(request, body -> {
                    call.key(body.path("refundId").asText());
                    return bills.refund(billId, body);
                });
            default -> Problem.of(404, "there is no such operation").answer();
        };
    }

    private Answer page(Request request, String billId) {
        if (request.method().equals("POST")) {
            bills.pay(billId, OptionalLong.empty(), 1);
            return Answer.empty(303).with("Location", request.rawPath());
        }
        return bills.find(billId).map(PayPage::of).orElseGet(() -> Answer.html(404, "<h1>404</h1>"));
    }

    /** The path may be signed with or without the prefix under which this simulator stands. */
    private boolean isSigned(Request request) {
        var seconds = request.header("X-Timestamp").orElse("");
        var given = request.header("X-Signature").orElse("");
        var path = request.rawPath();
        return request.header("X-App").orElse("").equals(TrialCredentials.PAY_APP)
                && seconds.matches("[0-9]{1,12}")
                && Math.abs(stage.now().getEpochSecond() - Long.parseLong(seconds)) <= CLOCK_TOLERANCE_SECONDS
                && List.of(path, path.substring(PREFIX.length())).stream()
                        .map(one -> Notifier.signature(request.method(), one, seconds, request.text()))
                        .anyMatch(expected -> Hmac.same(expected, given));
    }

    private static Answer json(Request request, Function<JsonNode, Answer> work) {
        if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
            return Problem.of(415, "application/json is needed").answer();
        }
        return Json.read(request.text()).map(work).orElseGet(() -> Problem.of(400, "the body is no JSON")
                .answer());
    }
}
