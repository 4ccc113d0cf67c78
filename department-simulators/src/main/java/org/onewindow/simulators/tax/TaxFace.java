package org.onewindow.simulators.tax;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Conduct;
import org.onewindow.simulators.stage.Dialect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.tax.TaxReply.Fault;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.ContractFile;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;
import org.onewindow.simulators.wire.Soap;

/** The transfer tax service as its WSDL describes it. */
public final class TaxFace implements Face, Dialect {

    public static final String PREFIX = "/tax";
    public static final List<String> OPERATIONS = List.of("assessTransferTax", "confirmPayment", "getTaxClearance");

    private static final String SERVICE = "/tax/services/TransferTax";
    private static final String SCHEMAS = "/tax/services/xsd/";
    private static final LocalTime OPENS = LocalTime.of(0, 30);
    private static final LocalTime CLOSES = LocalTime.of(23, 30);

    private final Stage stage;
    private final TaxCounter counter;

    public TaxFace(Stage stage, TaxOffice office) {
        this.stage = stage;
        var tokens = new UsernameTokens(TrialCredentials.TAX_USER, TrialCredentials.TAX_PASSWORD);
        counter = new TaxCounter(stage, office, tokens, TrialCredentials.TAX_CHANNEL);
    }

    @Override
    public int bodyLimit() {
        return 10 << 20;
    }

    @Override
    public Reply reply(Request request) throws InterruptedException {
        var path = request.rawPath();
        if (request.method().equals("GET") && path.equals(SERVICE) && request.hasQuery("wsdl")) {
            return Reply.of(Answer.xml(200, wsdl(request.origin())));
        }
        if (request.method().equals("GET") && path.startsWith(SCHEMAS)) {
            return Reply.of(schema(path.substring(SCHEMAS.length())));
        }
        if (!path.equals(SERVICE)) {
            return Reply.of(Answer.empty(404));
        }
        return request.method().equals("POST")
                ? post(request)
                : Reply.of(Answer.empty(405).with("Allow", "POST"));
    }

    public void reset() {
        counter.reset();
    }

    @Override
    public Answer refusal(String operation) {
        return switch (operation) {
            case "confirmPayment" -> new Fault("TX4023", "the amount or the payment reference is not right").answer();
            case "getTaxClearance" -> new Fault("TX4021", "this assessment is unknown").answer();
            default -> new Fault("TX4010", "the shares of one side do not add up to 1").answer();
        };
    }

    @Override
    public Answer fault(String operation) {
        return new Fault("TX5001", "busy, try again later").answer();
    }

    @Override
    public Answer doctype(String address) {
        return Answer.xml(
                200,
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + address + "\">]>"
                        + Soap.envelope("<r>&x;</r>").replaceFirst("<\\?xml[^>]*\\?>\\s*", ""));
    }

    private Reply post(Request request) throws InterruptedException {
        var soap = Soap.read(request.body());
        var operation = soap.map(Soap::body).map(TaxCounter::operationOf).orElse("unknown");
        var call = stage.calls().received(TaxOffice.DEPARTMENT, operation);
        var mode = stage.modes().take(TaxOffice.DEPARTMENT, operation);
        return new Conduct(mode, call, this).perform(stage, () -> answer(request, soap.orElse(null), call));
    }

    private Answer answer(Request request, @Nullable Soap soap, Call call) {
        var closedFor = closedFor(stage.time());
        if (closedFor.isPositive()) {
            call.outcome("closed");
            return Answer.of(503, "text/plain", "service hours are 00:30 to 23:30")
                    .with("Retry-After", Long.toString(closedFor.toSeconds() + 1));
        }
        if (request.tooLarge()) {
            call.outcome("413");
            return Answer.empty(413);
        }
        var action = request.header("SOAPAction").orElse("").replace("\"", "");
        var reply =
                soap == null ? new Fault("TX4000", "this is no SOAP 1.1 message") : counter.serve(soap, action, call);
        call.outcome(reply.outcome());
        return reply.answer();
    }

    private static Duration closedFor(OffsetDateTime now) {
        var time = now.toLocalTime();
        if (time.isBefore(OPENS)) {
            return Duration.between(time, OPENS);
        }
        return time.isBefore(CLOSES)
                ? Duration.ZERO
                : Duration.between(time, OPENS).plusDays(1);
    }

    private static String wsdl(String origin) {
        return ContractFile.text("tax/TransferTaxService.wsdl")
                .replace("http://tax.invalid/services/TransferTax", origin + SERVICE);
    }

    private static Answer schema(String name) {
        return List.of("common.xsd", "transfer-tax.xsd").contains(name)
                ? Answer.xml(200, ContractFile.text("tax/xsd/" + name))
                : Answer.empty(404);
    }
}
