package org.onewindow.simulators.tax;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.city.Title;
import org.onewindow.simulators.stage.Effect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.tax.TaxReply.Done;
import org.onewindow.simulators.tax.TaxReply.Fault;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Element;

/** The bureau's own books: assessments made and cleared. */
public final class TaxOffice {

    static final String DEPARTMENT = "tax";
    private static final int DAYS_TO_PAY = 15;
    private static final String EXEMPT = "EXEMPT";

    private final Stage stage;
    private final City city;
    private final Map<String, Assessment> assessments = new HashMap<>();

    public TaxOffice(Stage stage, City city) {
        this.stage = stage;
        this.city = city;
    }

    /** Whether this clearance was given for a transfer of this title: the land registry asks. */
    public synchronized boolean hasCleared(String clearanceNumber, String certificateNumber) {
        return assessments.values().stream()
                .anyMatch(one -> one.sale().home().certificateNumber().equals(certificateNumber)
                        && one.clearance()
                                .filter(given -> given.number().equals(clearanceNumber))
                                .isPresent());
    }

    synchronized TaxReply assess(String requestId, Element request) {
        var attachments = TransferDeclaration.attachmentBreach(request);
        var sale = TransferDeclaration.of(request);
        var breach = sale.breach(stage.today()).or(() -> attachments);
        if (breach.isPresent()) {
            return breach.get();
        }
        boolean exempt = city.titles()
                .find(sale.home().certificateNumber())
                .filter(Title::exempt)
                .isPresent();
        var made = new Assessment(
                stage.numbers().next("SS"),
                sale,
                TransferTaxLaw.assess(sale, exempt),
                stage.today().plusDays(DAYS_TO_PAY),
                Optional.empty());
        assessments.put(made.number(), made);
        record("assessment-made", requestId, made, made.number());
        return new Done(made.resultXml());
    }

    synchronized TaxReply confirm(String requestId, Element request) {
        var assessment = assessments.get(Xml.text(request, "assessmentNumber"));
        if (assessment == null) {
            return new Fault("TX4021", "this assessment is unknown");
        }
        if (assessment.clearance().isPresent()) {
            return new Fault("TX4024", "this assessment is already confirmed");
        }
        OffsetDateTime paidAt;
        try {
            paidAt = OffsetDateTime.parse(Xml.text(request, "paidAt"));
        } catch (DateTimeException withoutOffset) {
            return new Fault("TX4000", "paidAt bears no offset");
        }
        if (paidAt.atZoneSameInstant(Stage.BEIJING).toLocalDate().isAfter(assessment.payBefore())) {
            return new Fault("TX4022", "paid after the last day: the assessment has lapsed");
        }
        if (!isPaidInFull(assessment, request)) {
            return new Fault("TX4023", "the amount or the payment reference is not right");
        }
        var number = stage.numbers().next("WS");
        var cleared = assessment.cleared(new Assessment.Clearance(number, stage.today()));
        assessments.put(cleared.number(), cleared);
        record("payment-confirmed", requestId, cleared, number);
        return new Done(cleared.clearanceXml("ConfirmPaymentResult"));
    }

    synchronized TaxReply clearance(Element request) {
        var assessment = assessments.get(Xml.text(request, "assessmentNumber"));
        return assessment == null
                ? new Fault("TX4021", "this assessment is unknown")
                : new Done(assessment.clearanceXml("GetTaxClearanceResult"));
    }

    synchronized Optional<String> caseOf(String assessmentNumber) {
        return Optional.ofNullable(assessments.get(assessmentNumber))
                .map(one -> one.sale().caseNumber());
    }

    public synchronized void reset() {
        assessments.clear();
    }

    private static boolean isPaidInFull(Assessment assessment, Element request) {
        var amount = new BigDecimal(Xml.text(request, "amount"));
        var reference = Xml.text(request, "paymentReference");
        boolean free = assessment.total().signum() == 0;
        return amount.compareTo(assessment.total()) == 0 && !reference.isEmpty() && free == reference.equals(EXEMPT);
    }

    private void record(String kind, String requestId, Assessment assessment, String reference) {
        stage.ledger()
                .add(new Effect(DEPARTMENT, kind, requestId, assessment.sale().caseNumber(), reference, stage.now()));
    }
}
