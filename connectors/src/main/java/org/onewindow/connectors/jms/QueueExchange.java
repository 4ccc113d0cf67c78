package org.onewindow.connectors.jms;

import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.apache.camel.component.jms.JmsConstants;
import org.onewindow.connectors.line.Departure;

/** Turns a message into what Camel's JMS component wants. */
public final class QueueExchange {

    public byte[] write(@Body QueueMessage message, @Headers Map<String, Object> headers) throws Departure.HeldBack {
        Departure.check();
        headers.clear();
        headers.putAll(message.properties());
        headers.put("JMSCorrelationID", message.correlation());
        headers.put(JmsConstants.JMS_REQUEST_TIMEOUT, message.patience().toMillis());
        return message.body();
    }
}
