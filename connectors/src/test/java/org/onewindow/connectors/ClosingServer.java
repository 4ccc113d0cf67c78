package org.onewindow.connectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers so many requests of a connection, which stays open, and closes it on the next one without a word. */
final class ClosingServer implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int answers;
    private final String mediaType;
    private final byte[] answer;

    /** Every request, by the number of its connection. */
    final List<Integer> asked = new CopyOnWriteArrayList<>();

    ClosingServer(int answers, String mediaType, String answer) throws IOException {
        this.answers = answers;
        this.mediaType = mediaType;
        this.answer = answer.getBytes(UTF_8);
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                int number = open.size();
                threads.execute(() -> serve(socket, number));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            for (int i = 0; readRequest(socket.getInputStream()); i++) {
                asked.add(number);
                if (i == answers) {
                    return;
                }
                var head = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(mediaType, answer.length);
                socket.getOutputStream().write(head.getBytes(ISO_8859_1));
                socket.getOutputStream().write(answer);
                socket.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // as it may be
        }
    }

    /** False: the other side is gone. */
    private static boolean readRequest(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        for (var line : head.toString().toLowerCase(Locale.ROOT).split("\r\n", -1)) {
            if (line.startsWith("content-length:")) {
                in.readNBytes(Integer.parseInt(
                        line.substring("content-length:".length()).strip()));
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
        threads.close();
    }
}
