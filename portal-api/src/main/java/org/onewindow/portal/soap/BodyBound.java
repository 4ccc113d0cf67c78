package org.onewindow.portal.soap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.onewindow.portal.wire.Wire;

/** Lets in one envelope of at most 1 MiB: no attachments, nothing longer, nothing of another shape. */
final class BodyBound extends AbstractPhaseInterceptor<Message> {

    BodyBound() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {
        var body = message.getContent(InputStream.class);
        if (body == null || !"POST".equals(message.get(Message.HTTP_REQUEST_METHOD))) {
            return; // asks for the WSDL
        }
        var type = String.valueOf(message.get(Message.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/xml")) {
            throw refused("only text/xml is taken, without attachments");
        }
        try {
            var bytes = body.readNBytes(Wire.BODY_MAX + 1);
            if (bytes.length > Wire.BODY_MAX) {
                throw refused("the message is larger than " + Wire.BODY_MAX + " bytes");
            }
            EnvelopeShape.whatIsWrong(bytes).ifPresent(why -> {
                throw refused(why);
            });
            message.put(Message.ENCODING, StandardCharsets.UTF_8.name());
            message.setContent(InputStream.class, new ByteArrayInputStream(bytes));
        } catch (IOException gone) {
            throw refused("the message did not come whole");
        }
    }

    private static SoapFault refused(String why) {
        return new SoapFault(why, Soap11.getInstance().getSender());
    }
}
