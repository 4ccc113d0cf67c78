package org.onewindow.portal.soap;

import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.WSS4JConstants;

/**
 * Lets on only what was signed: the envelope's own Body and its Timestamp, not something of the same name or id elsewhere (signature
 * wrapping).
 *
 * <p>By the nodes themselves: CXF's own coverage checker asks by XPath, and takes "nothing found" for "all is signed".
 */
final class SignedParts extends AbstractPhaseInterceptor<SoapMessage> {

    static final QName INVALID_SECURITY = new QName(WSS4JConstants.WSSE_NS, "InvalidSecurity", "wsse");

    SignedParts() {
        super(Phase.PRE_PROTOCOL);
        addAfter(WSS4JInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if (!new SignedMessage(message).coversBodyAndTimestamp()) {
            throw new SoapFault(
                    "WS-Security: the Body and the Timestamp of this envelope are not what was signed",
                    INVALID_SECURITY);
        }
    }
}
