package org.onewindow.simulators.civil;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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

/** The gateway of 2009: one operation, XML inside a string, HTTP 200 for everything, four at a time. */
public final class CivilFace implements Face {

    public static final String PREFIX = "/civil-affairs";
    public static final List<String> OPERATIONS = CivilOffice.SERVICES;

    private static final SoapService SERVICE = new SoapService(
            "/civil-affairs/gateway/services/Gateway",
            "civil-affairs/CivilAffairsGateway.wsdl",
            "http://civil-affairs.invalid/gateway/services/Gateway");

    /** GBK as the bureau means it. */
    private static final Charset CODE_PAGE_936 = Charset.forName("x-mswin-936");

    /** The quickest that it ever answers. */
    private static final Duration PACE = Duration.ofMillis(200);

    private final Stage stage;
    private final CivilOffice office;
    private final Semaphore counters = new Semaphore(4);

    public CivilFace(Stage stage, City city) {
        this.stage = stage;
        this.office = new CivilOffice(stage, city);
    }

    public void reset() {
        office.reset();
    }

    @Override
    public Reply reply(Request request) throws InterruptedException {
        var other = SERVICE.otherThanACall(request);
        if (other.isPresent()) {
            return other.get();
        }
        var invocation = Soap.read(request.body()).flatMap(Invocation::of);
        var service = invocation.map(Invocation::serviceCode).orElse("unknown");
        var call = stage.calls().received(CivilOffice.DEPARTMENT, service);
        invocation.ifPresent(one -> call.key(one.serial()));
        var free = counters.tryAcquire();
        try {
            var mode = stage.modes().take(CivilOffice.DEPARTMENT, service);
            if (free) {
                stage.pause(PACE);
            }
            var dialect = new CivilDialect(invocation.map(Invocation::serial).orElse(""));
            return new Conduct(mode, call, dialect).perform(stage, () -> answer(invocation, free, call));
        } finally {
            if (free) {
                counters.release();
            }
        }
    }

    private Answer answer(Optional<Invocation> invocation, boolean free, Call call) {
        var serial = invocation.map(Invocation::serial).orElse("");
        var reply = invocation.map(one -> serve(one, free, call)).orElseGet(() -> CivilReply.malformed("报文格式错误"));
        if (!isInCodePage(reply.document(serial))) {
            reply = CivilReply.of("2003", "存在无法表示的字符");
        }
        call.outcome(reply.code());
        return reply.answer(serial);
    }

    private CivilReply serve(Invocation invocation, boolean free, Call call) {
        if (!invocation.isWellFormed()) {
            return CivilReply.malformed("报文格式错误");
        }
        if (!invocation.hasToken(TrialCredentials.CIVIL_KEY)) {
            return CivilReply.of("2002", "令牌错误");
        }
        if (!CivilOffice.SERVICES.contains(invocation.serviceCode())) {
            return CivilReply.of("2004", "服务代码不存在");
        }
        var body = invocation.body().orElseThrow();
        if (!isInCodePage(invocation.requestXml()) || !isInCodePage(body.getTextContent())) {
            return CivilReply.of("2003", "存在无法表示的字符");
        }
        if (!office.takeSerial(invocation.serial())) {
            return CivilReply.malformed("流水号重复");
        }
        return free
                ? office.serve(invocation.serviceCode(), invocation.serial(), body, call)
                : CivilReply.of("9003", "系统忙");
    }

    private static boolean isInCodePage(String text) {
        return CODE_PAGE_936.newEncoder().canEncode(text);
    }
}
