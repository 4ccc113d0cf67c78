package org.onewindow.portal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.DepartmentReply;
import org.onewindow.canonical.DepartmentReply.Answered;
import org.onewindow.canonical.DepartmentReply.Pending;
import org.onewindow.cases.CaseEvent;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.StepSnapshot;
import org.onewindow.cases.StepState;
import org.onewindow.cases.store.StoredMessage;

/** Plays the departments: answers every step that is to be called, as the named replies say. */
final class Departments {

    private final CaseNumber number;

    Departments(String number) {
        this.number = new CaseNumber(number);
    }

    /** What the departments say when all goes well, up to the bill. */
    static Map<String, DepartmentReply> friendly() {
        return Map.of(
                "title",
                answered(Map.of(
                        "titleNumber",
                        "T",
                        "state",
                        "current",
                        "encumbrances",
                        List.of(),
                        "holders",
                        List.of(Map.of("name", "王强", "idType", "resident-id", "idNumber", "370102197909143315")))),
                "marriage",
                answered(Map.of("status", "10")),
                "homes",
                answered(Map.of("count", 1)),
                "pledge",
                answered(Map.of("pledged", false)),
                "assessment",
                answered(Map.of("totalFen", 1_280_000, "payBefore", "2099-12-31")),
                "payment",
                new Pending(Map.of("billId", "B1", "payUrl", "https://pay.test/B1"), null),
                "clearance",
                answered(Map.of("clearanceNumber", "C1")),
                "transfer",
                new Pending(Map.of("receiptNumber", "R1"), null));
    }

    static Answered answered(Map<String, Object> facts) {
        return new Answered(facts);
    }

    CaseSnapshot now() {
        return TestHub.cases().find(number).orElseThrow();
    }

    StepSnapshot step(String key) {
        return now().step(key).orElseThrow();
    }

    Departments awaitState(CaseState... wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Set.of(wanted)
                .contains(now().state()));
        return this;
    }

    /** Until no step waits for a call any more that these replies have an answer for. */
    Departments answer(Map<String, DepartmentReply> replies) {
        var ready = now().steps().values().stream()
                .filter(step -> step.state() == StepState.READY && replies.containsKey(step.step()))
                .findFirst();
        ready.ifPresent(step -> {
            answer(step.key(), Objects.requireNonNull(replies.get(step.step())));
            answer(replies);
        });
        return this;
    }

    void answer(String key, DepartmentReply reply) {
        var call = TestHub.cases().callOf(number, key).orElseThrow();
        var at = TestHub.clock().instant();
        if (call.act()) {
            TestHub.cases()
                    .apply(
                            number,
                            new CaseEvent.Leased(at, key, call.attempt(), "test", at.plusSeconds(60)),
                            new StoredMessage(new byte[] {1}));
        }
        TestHub.routes()
                .desk()
                .tell(number, new CaseEvent.Replied(at, key, call.attempt(), call.purpose(), reply, "test"));
    }

    /** The payment platform's notification of the one bill. */
    Api.Reply paid(long amountFen) {
        var body = "{\"billId\": \"B1\", \"state\": \"paid\", \"amountFen\": " + amountFen
                + ", \"paymentReference\": \"P1\", \"paidAt\": \"2026-11-24T10:00:00+08:00\"}";
        return Callbacks.paymentPlatform(step("payment").correlation(), body);
    }

    /** The land registry's callback: registered, under this title. */
    Api.Reply registered(String title) {
        return Callbacks.landRegistry(
                step("transfer").correlation(),
                registration(title),
                TestHub.clock().instant());
    }

    static String registration(String title) {
        return """
                {"receiptNumber": "R1", "state": "registered", "sequence": 3, "certificate": {"number": "%s",
                 "issuedOn": "2026-11-30", "holders": [{"name": "张铭", "idType": "resident-id", "idNumber": "370102198503078212"}]}}"""
                .formatted(title);
    }
}
