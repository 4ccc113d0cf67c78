package org.onewindow.simulators.land;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.city.Title;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.tax.TaxOffice;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Fields;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Problem;

/** Where transfers are handed in, corrected and taken back; the checks of the law stand here. */
final class TransferDesk {

    private static final int MATERIALS_MAX = 100;

    private final Stage stage;
    private final City city;
    private final TaxOffice tax;
    private final Transfers transfers;

    TransferDesk(Stage stage, City city, TaxOffice tax, Transfers transfers) {
        this.stage = stage;
        this.city = city;
        this.tax = tax;
        this.transfers = transfers;
    }

    Answer register(String key, JsonNode body) {
        var fields = Fields.of(body);
        var sellers = parties(fields, "sellers");
        var buyers = parties(fields, "buyers");
        var certificateNumber = fields.text("certificateNumber");
        var order = new Transfer.Order(
                stage.numbers().next("DJ"),
                key,
                fields.text("caseNumber"),
                certificateNumber,
                buyers.stream().map(Party::asHolder).toList(),
                fields.url("callbackUrl"));
        fields.positive("priceFen");
        Materials.codes(fields.list("materials", 0, MATERIALS_MAX));
        var clearance = fields.text("taxClearanceNumber");
        if (!fields.errors().isEmpty()) {
            return Problem.unprocessable(fields.errors()).answer();
        }
        if (transfers.isInReview(certificateNumber)) {
            return Problem.of(409, "/problems/title-in-review", "a transfer of this title is in review")
                    .answer();
        }
        return breachOfLaw(certificateNumber, clearance, sellers, buyers)
                .map(breach -> breach.answer())
                .orElseGet(() -> receipt(transfers.take(order)));
    }

    Answer withdraw(String key, String receiptNumber) {
        return transfers
                .withdraw(receiptNumber, key)
                .map(withdrawn -> Answer.json(200, withdrawn.json()))
                .orElseGet(TransferDesk::notPossibleNow);
    }

    Answer correct(String key, String receiptNumber, JsonNode body) {
        var fields = Fields.of(body);
        var codes = Materials.codes(fields.list("materials", 1, MATERIALS_MAX));
        if (!fields.errors().isEmpty()) {
            return Problem.unprocessable(fields.errors()).answer();
        }
        return transfers.correct(receiptNumber, key, codes).map(this::receipt).orElseGet(TransferDesk::notPossibleNow);
    }

    private Optional<Problem> breachOfLaw(
            String certificateNumber, String clearance, List<Party> sellers, List<Party> buyers) {
        var title = city.titles().find(certificateNumber).filter(Title::current);
        if (title.isEmpty()) {
            return refused("certificateNumber", "there is no such current title");
        }
        if (title.get().isSeized()) {
            return refused("certificateNumber", "the title is locked: seized by a court");
        }
        if (!isSoldByItsHolders(title.get(), sellers)) {
            return refused("sellers", "the registered holders must sell, all of them and nobody else");
        }
        if (buyers.stream().anyMatch(buyer -> title.get().isHeldBy(buyer.idNumber()))) {
            return refused("buyers", "nobody buys from himself");
        }
        return tax.hasCleared(clearance, certificateNumber)
                ? Optional.empty()
                : refused("taxClearanceNumber", "the tax bureau knows no such clearance for this title");
    }

    private static boolean isSoldByItsHolders(Title title, List<Party> sellers) {
        return sellers.size() == title.holders().size()
                && title.holders().stream().allMatch(holder -> sellers.stream()
                        .anyMatch(seller -> seller.idNumber().equals(holder.idNumber())
                                && seller.name().equals(holder.name())));
    }

    private static List<Party> parties(Fields request, String side) {
        var parties = request.list(side, 1, 100).stream().map(Party::of).toList();
        Party.checkShares(request, side, parties);
        return parties;
    }

    private static Optional<Problem> refused(String field, String message) {
        return Optional.of(Problem.unprocessable(field, message));
    }

    private static Answer notPossibleNow() {
        return Problem.of(409, "/problems/not-possible-now", "not possible in the state of this transfer")
                .answer();
    }

    private Answer receipt(Transfer transfer) {
        return Answer.json(
                202,
                Json.object()
                        .put("receiptNumber", transfer.order().receiptNumber())
                        .put("acceptedAt", stage.time().toString())
                        .put("promisedBy", promise(stage.today()).toString()));
    }

    /** Three weekdays on. */
    private static LocalDate promise(LocalDate from) {
        var day = from;
        for (int left = 3; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
