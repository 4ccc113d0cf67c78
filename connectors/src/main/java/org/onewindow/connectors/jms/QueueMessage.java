package org.onewindow.connectors.jms;

import java.time.Duration;
import java.util.Map;

/**
 * One message for a department's queue.
 *
 * @param properties by name
 * @param patience how long to wait for the answer; without meaning on the route that only sends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record QueueMessage(byte[] body, String correlation, Map<String, String> properties, Duration patience) {

    @Override
    public String toString() {
        return "QueueMessage[" + correlation + "]";
    }
}
