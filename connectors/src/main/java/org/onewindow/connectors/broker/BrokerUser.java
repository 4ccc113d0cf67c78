package org.onewindow.connectors.broker;

import java.util.List;

/**
 * Somebody who may connect to the city's broker from outside the hub.
 *
 * @param addresses what they may send to and consume from, such as {@code GJJ.#}; nothing else
 */
public record BrokerUser(String name, String password, List<String> addresses) {

    public BrokerUser {
        addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "BrokerUser[" + name + "]";
    }
}
