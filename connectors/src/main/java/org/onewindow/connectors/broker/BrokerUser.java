package org.onewindow.connectors.broker;

import java.util.List;

/**
 * Somebody who may connect to the city's broker from outside the hub.
 *
 * @param addresses what they may send to and consume from, such as {@code GJJ.#}
 * @param sendsTo what they may send to and never see again; nothing else
 */
public record BrokerUser(String name, String password, List<String> addresses, List<String> sendsTo) {

    public BrokerUser {
        addresses = List.copyOf(addresses);
        sendsTo = List.copyOf(sendsTo);
    }

    public BrokerUser(String name, String password, List<String> addresses) {
        this(name, password, addresses, List.of());
    }

    @Override
    public String toString() {
        return "BrokerUser[" + name + "]";
    }
}
