package org.onewindow.simulators.utilities;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.onewindow.simulators.city.Account;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.KeptAnswers;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Element;

/** Serves what is inside the envelopes: look-ups, and changes under their keys. */
final class WaterDesk {

    private static final Duration KEPT = Duration.ofDays(90);

    private final Stage stage;
    private final AccountBook book;
    private final KeptAnswers<Answer> kept = new KeptAnswers<>(KEPT);

    WaterDesk(Stage stage, AccountBook book) {
        this.stage = stage;
        this.book = book;
    }

    static String operationOf(Element body) {
        if (!WaterContract.NAMESPACE.equals(body.getNamespaceURI())) {
            return "unknown";
        }
        return switch (body.getLocalName()) {
            case "GetAccount" -> "getAccount";
            case "ChangeHolder" -> "changeHolder";
            default -> "unknown";
        };
    }

    synchronized void reset() {
        book.reset();
        kept.clear();
    }

    synchronized Answer serve(Element body, Call call) {
        if (!WaterContract.isKeptBy(body)) {
            return no(WaterFault.UNREADABLE, call);
        }
        return operationOf(body).equals("getAccount")
                ? book.find(Xml.text(body, "accountNumber"))
                        .map(account -> done(account(account), call))
                        .orElseGet(() -> no(WaterFault.UNKNOWN, call))
                : change(body, call);
    }

    private Answer change(Element body, Call call) {
        var key = Xml.text(body, "requestId");
        var wish = new Wish(
                key,
                Xml.text(body, "caseNumber"),
                Xml.text(body, "accountNumber"),
                Xml.text(body, "unitNumber"),
                Xml.text(Xml.child(body, "holder").orElseThrow(), "name"));
        call.key(key).caseNumber(wish.caseNumber());
        var fingerprint = Xml.canonical(body);
        var before = kept.find(key, stage.now());
        if (before.isPresent()) {
            return before.get().fingerprint().equals(fingerprint)
                    ? again(before.get().answer().orElseThrow(), call)
                    : no(WaterFault.KEY_REUSED, call);
        }
        return switch (book.change(wish, "SWGH")) {
            case Outcome.No no -> no(WaterFault.of(no), call);
            case Change change -> {
                var answer = done(change(change), call);
                kept.keep(key, fingerprint, Optional.of(answer), stage.now());
                yield answer;
            }
        };
    }

    private static Answer again(Answer before, Call call) {
        call.outcome("done again");
        return before;
    }

    private static Answer done(String xml, Call call) {
        call.outcome("done");
        return Answer.xml(200, Soap.envelope(xml));
    }

    private static Answer no(WaterFault fault, Call call) {
        call.outcome(fault.code());
        return fault.answer();
    }

    private static String account(Account account) {
        return """
                <w:GetAccountResult xmlns:w="%s"><w:accountNumber>%s</w:accountNumber><w:unitNumber>%s</w:unitNumber>\
                <w:address>%s</w:address><w:holderName>%s</w:holderName><w:balanceDue>%s</w:balanceDue>\
                <w:state>%s</w:state></w:GetAccountResult>"""
                .formatted(
                        WaterContract.NAMESPACE,
                        account.number(),
                        account.unit(),
                        Xml.escape(account.address()),
                        Xml.escape(account.shownHolder()),
                        BigDecimal.valueOf(account.owedFen(), 2),
                        account.open() ? "OPEN" : "CLOSED");
    }

    private static String change(Change change) {
        return """
                <w:ChangeHolderResult xmlns:w="%s"><w:changeNumber>%s</w:changeNumber>\
                <w:effectiveOn>%s</w:effectiveOn></w:ChangeHolderResult>"""
                .formatted(WaterContract.NAMESPACE, change.number(), change.effectiveOn());
    }
}
