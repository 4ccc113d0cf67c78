package org.onewindow.simulators.land;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.simulators.city.Title;
import org.onewindow.simulators.wire.Json;
import org.onewindow.simulators.wire.Pdf;

/** A transfer at the registration centre, at its latest outcome. */
record Transfer(Order order, int sequence, Instant reviewedAt, Outcome outcome) {

    /** What was asked for; it never changes. */
    record Order(
            String receiptNumber,
            String requestId,
            String caseNumber,
            String certificateNumber,
            List<Title.Holder> buyers,
            URI callbackUrl) {}

    /** Something missing, by material code. */
    record Missing(String code, String reason) {}

    /** How the transfer stands. */
    sealed interface Outcome {

        /** After corrections with what they left open. */
        record InReview(Optional<List<Missing>> leftOpen) implements Outcome {}

        record CorrectionNeeded(List<Missing> missing) implements Outcome {}

        record Registered(Title title, LocalDate issuedOn) implements Outcome {}

        record Rejected(String reason) implements Outcome {}

        record Withdrawn() implements Outcome {}

        /** Whether people may still decide on it. */
        default boolean isOpen() {
            return this instanceof InReview || this instanceof CorrectionNeeded;
        }

        default String state() {
            return switch (this) {
                case InReview _ -> "in-review";
                case CorrectionNeeded _ -> "correction-needed";
                case Registered _ -> "registered";
                case Rejected _ -> "rejected";
                case Withdrawn _ -> "withdrawn";
            };
        }
    }

    Transfer next(Outcome newOutcome, Instant newReviewedAt) {
        return new Transfer(order, sequence + 1, newReviewedAt, newOutcome);
    }

    Transfer next(Outcome newOutcome) {
        return next(newOutcome, reviewedAt);
    }

    boolean isDue(Instant now) {
        return outcome instanceof Outcome.InReview && !reviewedAt.isAfter(now);
    }

    /** The contract's TransferOutcome. */
    ObjectNode json() {
        var json = Json.object()
                .put("receiptNumber", order.receiptNumber)
                .put("requestId", order.requestId)
                .put("sequence", sequence)
                .put("state", outcome.state());
        switch (outcome) {
            case Outcome.CorrectionNeeded(var missing) -> json.set("missing", Json.of(missing));
            case Outcome.Rejected(var reason) -> json.put("reason", reason);
            case Outcome.Registered(var title, var issuedOn) -> json.set("certificate", certificate(title, issuedOn));
            case Outcome.InReview _, Outcome.Withdrawn _ -> {}
        }
        return json;
    }

    private static ObjectNode certificate(Title title, LocalDate issuedOn) {
        var certificate = Json.object().put("number", title.number()).put("issuedOn", issuedOn.toString());
        var holders = certificate.putArray("holders");
        title.holders().forEach(holder -> holders.add(holder(holder)));
        var unit = title.home().unit();
        return certificate.put(
                "document", Pdf.base64(List.of("Real estate title", "Unit " + unit, "Issued " + issuedOn)));
    }

    static ObjectNode holder(Title.Holder holder) {
        var json = Json.object()
                .put("name", holder.name())
                .put("idType", holder.idType())
                .put("idNumber", holder.idNumber());
        holder.share().ifPresent(share -> json.put("share", share));
        return json;
    }

    Optional<Transfer> ifOpen() {
        return outcome.isOpen() ? Optional.of(this) : Optional.empty();
    }
}
