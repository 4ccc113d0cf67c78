package org.onewindow.simulators.utilities;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onewindow.simulators.city.Account;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Xml;

/** Look-ups of heating accounts, changes of holders, and whether one was made: the company knows no idempotency. */
final class HeatingDesk {

    static final List<String> TRANSACTIONS = List.of("RL01", "RL02", "RL03");

    /** A change just made is not found at once: who lost an answer must wait before asking (the contract says 30 s). */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Set<String> CHANGE = Set.of("YWH", "HH", "DYH", "ZH", "XM", "ZJLX", "ZJHM");

    private final Stage stage;
    private final AccountBook book;
    private final Set<String> serials = new HashSet<>();

    HeatingDesk(Stage stage, AccountBook book) {
        this.stage = stage;
        this.book = book;
    }

    synchronized void reset() {
        book.reset();
        serials.clear();
    }

    synchronized HeatingReply serve(Exchange exchange, Call call) {
        if (!exchange.has(fieldsOf(exchange.txCode())) || !serials.add(exchange.serial())) {
            return HeatingReply.MALFORMED;
        }
        call.caseNumber(exchange.field("YWH"));
        return switch (exchange.txCode()) {
            case "RL01" ->
                book.find(exchange.field("HH"))
                        .map(account -> HeatingReply.done(xml(account)))
                        .orElseGet(() -> HeatingReply.of(Outcome.No.UNKNOWN));
            case "RL02" -> change(exchange);
            default ->
                HeatingReply.done(book.changeOf(exchange.field("YWH"))
                        .filter(change -> !stage.now().isBefore(change.at().plus(SETTLING)))
                        .map(HeatingDesk::xml)
                        .orElse("<GHH/><SXRQ/>"));
        };
    }

    private static Set<String> fieldsOf(String transaction) {
        return switch (transaction) {
            case "RL01" -> Set.of("HH");
            case "RL02" -> CHANGE;
            default -> Set.of("YWH");
        };
    }

    private HeatingReply change(Exchange exchange) {
        var wish = new Wish(
                exchange.serial(),
                exchange.field("YWH"),
                exchange.field("HH"),
                exchange.field("DYH"),
                exchange.field("XM"));
        return switch (book.change(wish, "RLGH")) {
            case Outcome.No no -> HeatingReply.of(no);
            case Change change -> HeatingReply.done(xml(change));
        };
    }

    private static String xml(Account account) {
        return "<HH>%s</HH><DYH>%s</DYH><DZ>%s</DZ><HM>%s</HM><QF>%s</QF><ZT>%s</ZT>"
                .formatted(
                        account.number(),
                        account.unit(),
                        Xml.escape(account.address()),
                        Xml.escape(account.shownHolder()),
                        BigDecimal.valueOf(account.owedFen(), 2),
                        account.open() ? "1" : "2");
    }

    private static String xml(Change change) {
        return "<GHH>%s</GHH><SXRQ>%s</SXRQ>"
                .formatted(change.number(), DateTimeFormatter.BASIC_ISO_DATE.format(change.effectiveOn()));
    }
}
