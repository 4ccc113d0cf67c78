package org.onewindow.portal.soap;

import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was refused before the endpoint saw it: a parser's own words quote what was sent and name classes, and stay inside. */
final class PlainFaults extends AbstractPhaseInterceptor<Message> {

    private static final Logger LOG = LoggerFactory.getLogger(PlainFaults.class);

    PlainFaults() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        if (message.getContent(Exception.class) instanceof Fault fault && !fault.hasDetails()) {
            speakPlainly(fault);
            LOG.warn("AUDIT a SOAP message is refused: {}", fault.getMessage());
        }
    }

    private static void speakPlainly(Fault fault) {
        if (fault.getCause() == null) {
            return; // our own words
        }
        if (fault.getCause() instanceof WSSecurityException) {
            fault.setMessage("WS-Security: " + fault.getMessage());
            fault.setFaultCode(SignedParts.INVALID_SECURITY);
        } else {
            fault.setMessage("the message is no envelope of SOAP 1.1 as OneWindowService.wsdl describes it,"
                    + " without DOCTYPE and within its bounds");
            fault.setFaultCode(Soap11.getInstance().getSender());
        }
    }
}
