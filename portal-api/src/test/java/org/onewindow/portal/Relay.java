package org.onewindow.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A line to the database that can be cut and joined again. */
final class Relay {

    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private int port;
    private volatile @Nullable ServerSocket door;

    Relay(int target) {
        this.target = target;
        join();
    }

    int port() {
        return port;
    }

    void join() {
        try {
            var listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = listening.getLocalPort();
            door = listening;
            Thread.ofVirtual().start(() -> accept(listening));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Cuts all lines; new ones are refused. */
    void cut() {
        var listening = door;
        if (listening != null) {
            close(listening);
        }
        open.forEach(Relay::close);
        open.clear();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                if (listening.isClosed()) {
                    cut();
                }
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            close(from);
        }
        close(to);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception closedAlready) {
            Thread.onSpinWait();
        }
    }
}
