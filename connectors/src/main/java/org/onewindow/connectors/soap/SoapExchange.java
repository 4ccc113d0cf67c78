package org.onewindow.connectors.soap;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.apache.camel.component.cxf.common.CxfPayload;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.endpoint.Client;
import org.onewindow.canonical.TraceContext;
import org.onewindow.connectors.line.Departure;

/** Turns a message into what Camel's CXF component wants. */
public final class SoapExchange {

    public CxfPayload<SoapHeader> write(@Body SoapRequest request, @Headers Map<String, Object> headers)
            throws Departure.HeldBack {
        Departure.check();
        headers.clear();
        headers.put(Client.REQUEST_CONTEXT, new HashMap<>(Map.of(Wire.KEY, request.wire())));
        headers.put(TraceContext.NAME, TraceContext.current().header());
        return request.message().payload();
    }
}
