package org.onewindow.portal.overload;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of the hub: whose word it takes for where a request came from. Anybody can write an {@code X-Forwarded-For}, so
 * nobody else's counts, and of a proxy's only what proxies added at its end.
 */
public final class Proxies {

    private static final int NETWORK = 8;

    private final List<Network> networks;

    private Proxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * Proxies at these addresses.
     *
     * @param networks such as {@code 10.0.3.7} or {@code 10.0.3.0/24}; empty: there are none
     * @throws IllegalArgumentException where one is neither, with words for the operator
     */
    public static Proxies of(List<String> networks) {
        return new Proxies(networks.stream().map(Network::of).toList());
    }

    /**
     * Whose address counts, as a key: of IPv6 the network (/64), since one house has many; the same for everything that is no address.
     *
     * @param remote who is connected
     * @param forwarded the header, its lines joined by commas; each proxy adds at its end whom it was called by
     */
    String caller(String remote, @Nullable String forwarded) {
        var address = read(remote);
        var hops = forwarded == null ? new String[0] : forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && address.filter(this::isProxy).isPresent(); i--) {
            var before = read(hops[i]);
            if (before.isEmpty()) {
                break;
            }
            address = before;
        }
        return address.map(Proxies::key).orElse("");
    }

    private boolean isProxy(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    private static String key(InetAddress address) {
        var bytes = address.getAddress();
        return Arrays.toString(bytes.length > NETWORK ? Arrays.copyOf(bytes, NETWORK) : bytes);
    }

    private static Optional<InetAddress> read(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Addresses that begin with the same bits. */
    private record Network(InetAddress address, int bits) {

        static Network of(String text) {
            var parts = text.strip().split("/", 2);
            var address = read(parts[0]).orElseThrow(() -> wrong(text));
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
    }
}
