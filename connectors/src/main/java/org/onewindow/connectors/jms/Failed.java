package org.onewindow.connectors.jms;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.camel.ExchangeTimedOutException;
import org.onewindow.connectors.line.Departure;
import org.onewindow.connectors.line.Heard;

/** What a sending that failed says about where the message is: in doubt, unless it surely stayed here. */
final class Failed {

    private Failed() {}

    /** The broker's first word counts: where a line broke while the broker worked, it names a lost connection as the cause. */
    static Heard heard(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Departure.HeldBack held) {
                return Heard.unavailable(String.valueOf(held.getMessage()), null);
            }
            if (at instanceof NotSent nothing) {
                return Heard.outOfReach(String.valueOf(nothing.getMessage()));
            }
            if (at instanceof ExchangeTimedOutException) {
                return Heard.doubt("no answer in time");
            }
            if (at instanceof ActiveMQException broker) {
                return broker.getType() == ActiveMQExceptionType.NOT_CONNECTED
                        ? Heard.outOfReach("the message broker is out of reach")
                        : unknown();
            }
        }
        return unknown();
    }

    private static Heard unknown() {
        return Heard.doubt("the message broker did not take the message in for certain");
    }
}
