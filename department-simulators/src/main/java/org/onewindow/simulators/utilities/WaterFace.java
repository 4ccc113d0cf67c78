package org.onewindow.simulators.utilities;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Conduct;
import org.onewindow.simulators.stage.Dialect;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Hmac;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.SoapService;

/** The water company's account service as its WSDL describes it. */
public final class WaterFace implements Face, Dialect {

    public static final String PREFIX = "/water-utility";
    public static final List<String> OPERATIONS = List.of("getAccount", "changeHolder");

    static final String DEPARTMENT = "water-utility";

    private static final SoapService SERVICE = new SoapService(
            PREFIX + "/services/Accounts",
            "water-utility/WaterAccountService.wsdl",
            "http://water-utility.invalid/services/Accounts");
    private static final String LOGIN = TrialCredentials.WATER_USER + ":" + TrialCredentials.WATER_PASSWORD;
    private static final String PROOF =
            "Basic " + Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));

    private final Stage stage;
    private final WaterDesk desk;

    public WaterFace(Stage stage, City city) {
        this.stage = stage;
        this.desk = new WaterDesk(stage, new AccountBook(stage, DEPARTMENT, city.accounts("water")));
    }

    public void reset() {
        desk.reset();
    }

    @Override
    public Reply reply(Request request) throws InterruptedException {
        var other = SERVICE.otherThanACall(request);
        if (other.isPresent()) {
            return other.get();
        }
        var soap = Soap.read(request.body());
        var operation = soap.map(Soap::body).map(WaterDesk::operationOf).orElse("unknown");
        var call = stage.calls().received(DEPARTMENT, operation);
        var mode = stage.modes().take(DEPARTMENT, operation);
        return new Conduct(mode, call, this).perform(stage, () -> answer(request, soap, call));
    }

    @Override
    public Answer refusal(String operation) {
        return operation.equals("changeHolder") ? WaterFault.OWES.answer() : WaterFault.UNKNOWN.answer();
    }

    @Override
    public Answer fault(String operation) {
        return WaterFault.BUSY.answer();
    }

    @Override
    public Answer doctype(String address) {
        return Answer.xml(
                200,
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + address + "\">]>"
                        + Soap.envelope("<r>&x;</r>").replaceFirst("<\\?xml[^>]*\\?>\\s*", ""));
    }

    private Answer answer(Request request, Optional<Soap> soap, Call call) {
        if (!Hmac.same(PROOF, request.header("Authorization").orElse(""))) {
            call.outcome("401");
            return Answer.empty(401).with("WWW-Authenticate", "Basic realm=\"accounts\"");
        }
        if (request.tooLarge() || soap.isEmpty()) {
            call.outcome(WaterFault.UNREADABLE.code());
            return WaterFault.UNREADABLE.answer();
        }
        return desk.serve(soap.get().body(), call);
    }
}
