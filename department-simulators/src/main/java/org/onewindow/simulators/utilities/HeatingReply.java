package org.onewindow.simulators.utilities;

import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;

/** An answer of the gateway: its code, its message, the inside of its BODY. */
record HeatingReply(String code, String message, String body) {

    static final HeatingReply MALFORMED = of("20", "报文格式错误");

    static HeatingReply done(String body) {
        return new HeatingReply("00", "成功", body);
    }

    static HeatingReply of(String code, String message) {
        return new HeatingReply(code, message, "");
    }

    static HeatingReply of(Outcome.No no) {
        return switch (no) {
            case UNKNOWN -> of("11", "供热账户不存在");
            case OWES -> of("12", "账户有欠费，请先结清");
            case ANOTHER_HOME -> of("13", "账户不属于该不动产单元");
            case CLOSED -> of("14", "账户已停供");
        };
    }

    /** Always HTTP 200, whatever the code. */
    Answer answer(String serial) {
        return envelope(
                """
                <?xml version="1.0" encoding="GB18030"?>
                <ANS><HEAD><RC>%s</RC><RM>%s</RM><LS>%s</LS></HEAD><BODY>%s</BODY></ANS>"""
                        .formatted(code, Xml.escape(message), Xml.escape(serial), body));
    }

    static Answer envelope(String document) {
        return Answer.xml(
                200,
                Soap.envelope(
                        """
                        <m:exchangeResponse xmlns:m="%s"><answer>%s</answer></m:exchangeResponse>"""
                                .formatted(Exchange.NAMESPACE, Xml.escape(document))));
    }
}
