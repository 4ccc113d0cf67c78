package org.onewindow.simulators.utilities;

import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;

/** The faults of the water company's contract. */
enum WaterFault {
    UNREADABLE("W400", "报文不符合规范"),
    UNKNOWN("W404", "用水账户不存在"),
    KEY_REUSED("W409", "请求编号重复"),
    OWES("W410", "账户有欠费，请先结清"),
    ANOTHER_HOME("W411", "账户不属于该不动产单元"),
    CLOSED("W412", "账户已销户"),
    BUSY("W503", "系统忙，请稍后再试");

    private final String code;
    private final String message;

    WaterFault(String code, String message) {
        this.code = code;
        this.message = message;
    }

    static WaterFault of(Outcome.No no) {
        return switch (no) {
            case UNKNOWN -> UNKNOWN;
            case ANOTHER_HOME -> ANOTHER_HOME;
            case CLOSED -> CLOSED;
            case OWES -> OWES;
        };
    }

    String code() {
        return code;
    }

    Answer answer() {
        return Answer.xml(
                500,
                Soap.envelope(
                        """
                        <soap:Fault><faultcode>soap:Server</faultcode><faultstring>%1$s</faultstring><detail>\
                        <w:WaterFault xmlns:w="%3$s"><w:code>%2$s</w:code><w:message>%1$s</w:message></w:WaterFault>\
                        </detail></soap:Fault>"""
                                .formatted(Xml.escape(message), code, WaterContract.NAMESPACE)));
    }
}
