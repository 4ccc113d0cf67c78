package org.onewindow.portal.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the open network from those that only we can reach, after the registries of RFC 6890. */
final class Addresses {

    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6(address.getAddress());
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean protocols = first == 192 && second == 0 && third == 0;
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !carrier && !protocols && !benchmarks;
    }

    /** Global unicast, but for tunnels that hide an address of the other kind (Teredo, 6to4). */
    private static boolean isPublic6(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean global = (first & 0xe000) == 0x2000;
        boolean tunnel = first == 0x2002 || (first == 0x2001 && second == 0);
        return global && !tunnel;
    }
}
