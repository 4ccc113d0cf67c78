package org.onewindow.simulators.civil;

import org.onewindow.simulators.stage.Dialect;
import org.onewindow.simulators.wire.Answer;

/** How the gateway misbehaves in answer to the request of this serial. */
record CivilDialect(String serial) implements Dialect {

    @Override
    public Answer refusal(String operation) {
        var reply =
                switch (operation) {
                    case "MZ0201", "MZ0202" -> CivilReply.of("1003", "无婚姻登记记录");
                    case "MZ0203" -> CivilReply.of("1004", "标注不存在");
                    default -> CivilReply.of("1001", "查无此人");
                };
        return reply.answer(serial);
    }

    @Override
    public Answer fault(String operation) {
        return CivilReply.of("9001", "系统异常,请稍后再试").answer(serial);
    }

    /** The DOCTYPE stands in the inner document, where a caller parses for itself. */
    @Override
    public Answer doctype(String address) {
        return CivilReply.envelope(
                """
                <?xml version="1.0" encoding="GBK"?><!DOCTYPE RESPONSE [<!ENTITY x SYSTEM "%s">]>\
                <RESPONSE><HEAD><CODE>0000</CODE><MSG>&x;</MSG><SERIAL>%s</SERIAL></HEAD><BODY/></RESPONSE>"""
                        .formatted(address, serial));
    }
}
