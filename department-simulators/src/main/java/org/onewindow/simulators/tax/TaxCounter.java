package org.onewindow.simulators.tax;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.KeptAnswers;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.tax.TaxReply.Fault;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;
import org.w3c.dom.Element;

/** Lets a request in: security, header, the memory of request ids, the schema; only then the office. */
final class TaxCounter {

    private final Stage stage;
    private final TaxOffice office;
    private final UsernameTokens tokens;
    private final String channelCode;
    private final KeptAnswers<TaxReply> kept = new KeptAnswers<>(Duration.ofDays(30));

    TaxCounter(Stage stage, TaxOffice office, UsernameTokens tokens, String channelCode) {
        this.stage = stage;
        this.office = office;
        this.tokens = tokens;
        this.channelCode = channelCode;
    }

    /** The operation of the contract that this body asks for. */
    static String operationOf(Element body) {
        if (!TaxContract.TRANSFER.equals(body.getNamespaceURI())) {
            return "unknown";
        }
        return switch (body.getLocalName()) {
            case "AssessTransferTax" -> "assessTransferTax";
            case "ConfirmPayment" -> "confirmPayment";
            case "GetTaxClearance" -> "getTaxClearance";
            default -> "unknown";
        };
    }

    synchronized TaxReply serve(Soap soap, String soapAction, Call call) {
        if (!tokens.accept(soap, stage.now())) {
            return new Fault("TX4001", "the security header is missing or not accepted");
        }
        var header = soap.header(TaxContract.COMMON, "RequestHeader");
        var breach = header.isEmpty() ? Optional.of("missing") : breachOfHeader(header.get());
        if (header.isEmpty() || breach.isPresent()) {
            return new Fault("TX4002", "RequestHeader: " + breach.orElse(""));
        }
        var requestId = header.get()
                .getElementsByTagNameNS(TaxContract.COMMON, "requestId")
                .item(0)
                .getTextContent();
        call.key(requestId);
        var operation = operationOf(soap.body());
        if (!soapAction.isEmpty() && !soapAction.equals(TaxContract.TRANSFER + "/" + operation)) {
            return new Fault("TX4000", "the SOAPAction is not that of the body");
        }
        return operation.equals("getTaxClearance")
                ? admit(operation, requestId, soap.body(), call)
                : once(operation, requestId, soap.body(), call);
    }

    synchronized void reset() {
        tokens.clear();
        kept.clear();
    }

    private TaxReply once(String operation, String requestId, Element body, Call call) {
        var fingerprint = Hmac.digest("SHA-256", Xml.canonical(body).getBytes(StandardCharsets.UTF_8));
        var before = kept.find(requestId, stage.now());
        if (before.isPresent()) {
            return before.get().fingerprint().equals(fingerprint)
                    ? before.get().answer().orElseThrow()
                    : new Fault("TX4009", "this requestId was used with another body");
        }
        var reply = admit(operation, requestId, body, call);
        if (!(reply instanceof Fault fault && fault.isRetryable())) {
            kept.keep(requestId, fingerprint, Optional.of(reply), stage.now());
        }
        return reply;
    }

    private TaxReply admit(String operation, String requestId, Element body, Call call) {
        var breach = TaxContract.breach(body);
        if (breach.isPresent()) {
            return new Fault("TX4000", "the body is against the schema: " + breach.get());
        }
        call.caseNumber(office.caseOf(Xml.text(body, "assessmentNumber")).orElse(Xml.text(body, "caseNumber")));
        return switch (operation) {
            case "assessTransferTax" -> office.assess(requestId, body);
            case "confirmPayment" -> office.confirm(requestId, body);
            case "getTaxClearance" -> office.clearance(body);
            default -> new Fault("TX4000", "the body is no request of this service");
        };
    }

    private Optional<String> breachOfHeader(Element header) {
        header.removeAttributeNS(Soap.ENVELOPE, "mustUnderstand");
        header.removeAttributeNS(Soap.ENVELOPE, "actor");
        return TaxContract.breach(header)
                .or(() -> Xml.text(header, "channelCode").equals(channelCode)
                        ? Optional.empty()
                        : Optional.of("channelCode is not registered"))
                .or(() -> bearsOffset(Xml.text(header, "sentAt"))
                        ? Optional.empty()
                        : Optional.of("sentAt bears no offset"));
    }

    private static boolean bearsOffset(String time) {
        try {
            OffsetDateTime.parse(time);
            return true;
        } catch (DateTimeException withoutOffset) {
            return false;
        }
    }
}
