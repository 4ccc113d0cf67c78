package org.onewindow.simulators.utilities;

import java.util.List;
import java.util.Optional;
import org.onewindow.simulators.TrialCredentials;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.stage.Call;
import org.onewindow.simulators.stage.Conduct;
import org.onewindow.simulators.stage.Stage;
import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Face;
import org.onewindow.simulators.wire.Reply;
import org.onewindow.simulators.wire.Request;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.SoapService;

/** The heating company's gateway of 2014: one operation, XML inside a string, HTTP 200 for everything. */
public final class HeatingFace implements Face {

    public static final String PREFIX = "/heating-utility";
    public static final List<String> OPERATIONS = HeatingDesk.TRANSACTIONS;

    static final String DEPARTMENT = "heating-utility";

    private static final SoapService SERVICE = new SoapService(
            PREFIX + "/exchange/services/Heat",
            "heating-utility/HeatGateway.wsdl",
            "http://heating-utility.invalid/exchange/services/Heat");

    private final Stage stage;
    private final HeatingDesk desk;

    public HeatingFace(Stage stage, City city) {
        this.stage = stage;
        this.desk = new HeatingDesk(stage, new AccountBook(stage, DEPARTMENT, city.accounts("heating")));
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
        var exchange = Soap.read(request.body()).flatMap(Exchange::of);
        var transaction = exchange.map(Exchange::txCode).orElse("unknown");
        var call = stage.calls().received(DEPARTMENT, transaction);
        exchange.ifPresent(one -> call.key(one.serial()));
        var dialect = new HeatingDialect(exchange.map(Exchange::serial).orElse(""));
        var mode = stage.modes().take(DEPARTMENT, transaction);
        return new Conduct(mode, call, dialect).perform(stage, () -> answer(exchange, call));
    }

    private Answer answer(Optional<Exchange> exchange, Call call) {
        var reply = exchange.map(one -> serve(one, call)).orElse(HeatingReply.MALFORMED);
        call.outcome(reply.code());
        return reply.answer(exchange.map(Exchange::serial).orElse(""));
    }

    private HeatingReply serve(Exchange exchange, Call call) {
        if (!exchange.isWellFormed()) {
            return HeatingReply.MALFORMED;
        }
        if (!exchange.isSigned(TrialCredentials.HEATING_KEY)) {
            return HeatingReply.of("21", "签名错误");
        }
        return HeatingDesk.TRANSACTIONS.contains(exchange.txCode())
                ? desk.serve(exchange, call)
                : HeatingReply.of("22", "交易代码不存在");
    }
}
