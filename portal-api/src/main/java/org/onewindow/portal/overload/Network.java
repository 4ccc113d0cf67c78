package org.onewindow.portal.overload;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/** Addresses that begin with the same bits. */
record Network(InetAddress address, int bits) {

    static Network of(String text) {
        var parts = text.strip().split("/", 2);
        var address = address(parts[0]).orElseThrow(() -> wrong(text));
        int all = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? all : parts[1].matches("[0-9]{1,3}") ? Integer.parseInt(parts[1]) : -1;
        if (bits < 0 || bits > all) {
            throw wrong(text);
        }
        return new Network(address, bits);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("HUB_PROXIES has \"" + text
                + "\"; write the address of a proxy, such as 10.0.3.7, or of its network, such as 10.0.3.0/24");
    }

    boolean holds(InetAddress other) {
        var mine = address.getAddress();
        var its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        int differs = new BigInteger(1, mine).xor(new BigInteger(1, its)).bitLength();
        return differs <= mine.length * Byte.SIZE - bits;
    }

    /** Of an address in figures; no name is looked up. */
    static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
