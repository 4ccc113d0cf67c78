package org.onewindow.simulators.civil;

import org.onewindow.simulators.wire.Answer;
import org.onewindow.simulators.wire.Soap;
import org.onewindow.simulators.wire.Xml;

/** An answer of the gateway: its code, its message, the inside of its BODY. */
record CivilReply(String code, String message, String body) {

    static CivilReply done(String body) {
        return new CivilReply("0000", "成功", body);
    }

    static CivilReply of(String code, String message) {
        return new CivilReply(code, message, "");
    }

    static CivilReply malformed(String message) {
        return of("2001", message);
    }

    /** Always HTTP 200, whatever the code. */
    Answer answer(String serial) {
        return envelope(document(serial));
    }

    String document(String serial) {
        return """
                <?xml version="1.0" encoding="GBK"?>
                <RESPONSE><HEAD><CODE>%s</CODE><MSG>%s</MSG><SERIAL>%s</SERIAL></HEAD><BODY>%s</BODY></RESPONSE>"""
                .formatted(code, Xml.escape(message), Xml.escape(serial), body);
    }

    static Answer envelope(String document) {
        return Answer.xml(
                200,
                Soap.envelope(
                        """
                        <m:invokeResponse xmlns:m="http://gateway.mz.city/ws"><responseXml>%s</responseXml></m:invokeResponse>"""
                                .formatted(Xml.escape(document))));
    }
}
