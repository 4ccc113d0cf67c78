package org.onewindow.simulators.fund;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.onewindow.simulators.fund.GjjXml.Reading;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.KeptAnswers;
import org.onewindow.simulators.stage.Mode;
import org.onewindow.simulators.stage.Stage;

/** Takes messages in and says what goes out for each: answers, or a note to the error queue. */
final class FundCounter {

    private final Stage stage;
    private final FundOffice office;
    private final GjjXml xml = new GjjXml();
    private final KeptAnswers<Kept> kept = new KeptAnswers<>(Duration.ofDays(2));

    FundCounter(Stage stage, FundOffice office) {
        this.stage = stage;
        this.office = office;
    }

    /** What goes out for this message, by number of copies; none where the centre stays silent. */
    synchronized List<Outgoing> serve(Incoming message) {
        return switch (message.unreadable()
                .<Reading>map(Reading.NoBean::new)
                .orElseGet(() -> xml.read(message.body()))) {
            case Reading.NoBean(var reason) -> {
                stage.calls().received(FundOffice.DEPARTMENT, message.txn()).outcome("GJJ.ERR");
                yield List.of(Outgoing.error(message, reason));
            }
            case Reading.Bean(var request) -> serve(message, request);
        };
    }

    byte[] event(GjjEvent event) {
        return xml.write(event);
    }

    synchronized void reset() {
        kept.clear();
    }

    private List<Outgoing> serve(Incoming message, GjjRequest request) {
        var call = stage.calls()
                .received(FundOffice.DEPARTMENT, request.txn())
                .key(request.serial())
                .caseNumber(office.caseOf(request.applicationNo()).orElse(request.caseNo()));
        var mode = stage.modes().takeAny(FundOffice.DEPARTMENT, request.txn());
        return switch (mode.kind()) {
            case NORMAL -> List.of(Outgoing.answer(message, answer(message, request, call)));
            case SLOW, LATE ->
                List.of(Outgoing.answer(message, answer(message, request, call)).after(mode.delay()));
            case DUPLICATE -> {
                var answer = Outgoing.answer(message, answer(message, request, call));
                yield List.of(answer, answer);
            }
            case HALF -> {
                var whole = answer(message, request, call);
                yield List.of(Outgoing.answer(message, Arrays.copyOf(whole, whole.length / 2)));
            }
            case EFFECT_THEN_CUT -> {
                answer(message, request, call);
                yield List.of();
            }
            case HANG, DOWN -> {
                call.outcome("mode " + mode.kind().word());
                yield List.of();
            }
            case REFUSE, FAULT, BROKEN, GARBAGE, XXE -> {
                if (mode.effect()) {
                    answer(message, request, call);
                }
                call.outcome("mode " + mode.kind().word());
                yield List.of(Outgoing.answer(message, instead(mode, request)));
            }
        };
    }

    private byte[] answer(Incoming message, GjjRequest request, Call call) {
        var serial = request.serial();
        var before = serial.isEmpty() ? Optional.<Kept>empty() : before(serial);
        if (before.isPresent()) {
            call.outcome(before.get().code);
            return before.get().text.getBytes(GjjXml.GB18030);
        }
        var reply =
                message.isLabelled(request.txn()) ? office.serve(request) : new GjjReply(serial, FundOffice.UNREADABLE);
        call.outcome(reply.code);
        var bytes = xml.write(reply);
        if (!serial.isEmpty() && serial.length() <= FundOffice.SERIAL_MAX) {
            var text = new String(bytes, GjjXml.GB18030);
            kept.keep(serial, "", Optional.of(new Kept(reply.code, text)), stage.now());
        }
        return bytes;
    }

    private Optional<Kept> before(String serial) {
        return kept.find(serial, stage.now()).flatMap(KeptAnswers.Entry::answer);
    }

    private byte[] instead(Mode mode, GjjRequest request) {
        return switch (mode.kind()) {
            case REFUSE -> xml.write(new GjjReply(request.serial(), refusal(request.txn())));
            case FAULT -> xml.write(new GjjReply(request.serial(), FundOffice.TRY_AGAIN));
            case BROKEN -> xml.write(new GjjReply(request.serial(), FundOffice.CLOSED));
            case XXE ->
                ("<!DOCTYPE r [<!ENTITY x SYSTEM \"" + stage.canary() + "\">]><gjj-reply><serial>" + request.serial()
                                + "</serial><code>00</code><pledged>&x;</pledged></gjj-reply>")
                        .getBytes(GjjXml.GB18030);
            default -> "系统维护中 <not of this contract".getBytes(GjjXml.GB18030);
        };
    }

    private static String refusal(String txn) {
        return switch (txn) {
            case "WITHDRAW_APPLY" -> FundOffice.BALANCE_TOO_SMALL;
            case "WITHDRAW_CANCEL" -> FundOffice.TOO_LATE;
            case "WITHDRAW_QUERY" -> FundOffice.UNREADABLE;
            default -> FundOffice.NOT_A_MEMBER;
        };
    }

    private record Kept(String code, String text) {}
}
