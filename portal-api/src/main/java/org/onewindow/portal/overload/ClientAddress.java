package org.onewindow.portal.overload;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whose address counts: the caller's, or the one that a proxy of the same network names; of IPv6 the network, since one house has many. */
final class ClientAddress {

    private static final int NETWORK = 8;

    private ClientAddress() {}

    /**
     * As a key; the same for everything that is no address.
     *
     * @param forwarded the header that proxies add to; only its last address was written by the proxy that called
     */
    static String of(String remote, @Nullable String forwarded) {
        var address = read(remote);
        if (address == null) {
            return "";
        }
        boolean proxy = address.isLoopbackAddress() || address.isSiteLocalAddress();
        var named = proxy && forwarded != null ? read(forwarded.substring(forwarded.lastIndexOf(',') + 1)) : null;
        var bytes = (named == null ? address : named).getAddress();
        return Arrays.toString(bytes.length > NETWORK ? Arrays.copyOf(bytes, NETWORK) : bytes);
    }

    private static @Nullable InetAddress read(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
