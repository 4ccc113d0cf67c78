package org.onewindow.hub.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of the demo: the usual ones where they are free, else whatever the machine has. */
record Ports(int hub, int simulators, int broker) {

    static Ports choose(int hub, int simulators, int broker) throws IOException {
        return new Ports(freeOr(hub), freeOr(simulators), freeOr(broker));
    }

    private static int freeOr(int wanted) throws IOException {
        try (var socket = listen(wanted)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (var any = listen(0)) {
                return any.getLocalPort();
            }
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
