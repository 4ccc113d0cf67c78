package org.onewindow.connectors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every request with half an answer and then with nothing, the connection open. */
final class StallingServer implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    StallingServer(String mediaType) throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(mediaType));
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept(String mediaType) {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                socket.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nContent-Type: " + mediaType
                                        + "\r\nContent-Length: 400\r\n\r\n<half")
                                .getBytes(US_ASCII));
                socket.getOutputStream().flush();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
