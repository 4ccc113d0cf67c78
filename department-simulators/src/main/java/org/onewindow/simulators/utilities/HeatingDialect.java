package org.onewindow.simulators.utilities;

import org.onewindow.simulators.stage.Dialect;
import org.onewindow.simulators.wire.Answer;

/** How the gateway misbehaves in answer to the request of this serial. */
record HeatingDialect(String serial) implements Dialect {

    @Override
    public Answer refusal(String operation) {
        var reply = operation.equals("RL02") ? HeatingReply.of(Outcome.No.OWES) : HeatingReply.of(Outcome.No.UNKNOWN);
        return reply.answer(serial);
    }

    @Override
    public Answer fault(String operation) {
        return HeatingReply.of("90", "系统忙,请稍后再试").answer(serial);
    }

    /** The DOCTYPE stands in the inner document, where a caller parses for itself. */
    @Override
    public Answer doctype(String address) {
        return HeatingReply.envelope(
                """
                <?xml version="1.0" encoding="GB18030"?><!DOCTYPE ANS [<!ENTITY x SYSTEM "%s">]>\
                <ANS><HEAD><RC>00</RC><RM>&x;</RM><LS>%s</LS></HEAD><BODY/></ANS>"""
                        .formatted(address, serial));
    }
}
