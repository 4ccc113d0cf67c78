package org.onewindow.portal.overload;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
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
        var address = Network.address(remote);
        var hops = forwarded == null ? new String[0] : forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && address.filter(this::isProxy).isPresent(); i--) {
            var before = Network.address(hops[i]);
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
}
