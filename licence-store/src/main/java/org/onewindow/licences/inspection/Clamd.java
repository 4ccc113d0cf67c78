package org.onewindow.licences.inspection;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** ClamAV's daemon over TCP: the bytes are streamed to it ({@code INSTREAM}), so it may run on another machine. */
public final class Clamd implements VirusScanner {

    private static final int CHUNK = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 4096;
    private static final String COMMAND = "zINSTREAM\0";
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final InetSocketAddress address;

    /** Which is asked anew for every file. */
    public Clamd(String host, int port) {
        this.address = InetSocketAddress.createUnresolved(host, port);
    }

    /**
     * As a setting writes it.
     *
     * @param address {@code host:port}
     */
    public static Clamd at(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(
                    "HUB_VIRUS_SCANNER is " + address + "; write host:port, such as 127.0.0.1:3310");
        }
        return new Clamd(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    @Override
    public Result scan(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return ask(content);
        }
    }

    private Result ask(InputStream content) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) ANSWER.toMillis());
            send(content, new DataOutputStream(socket.getOutputStream()));
            var answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII);
            return understood(answer.replace("\0", "").strip());
        } catch (IOException away) {
            return new Result.Away(
                    "the virus scanner does not answer: " + away.getClass().getSimpleName());
        }
    }

    /** Chunks with their lengths before them; an empty one ends it. */
    private static void send(InputStream content, DataOutputStream out) throws IOException {
        out.write(COMMAND.getBytes(StandardCharsets.US_ASCII));
        var chunk = new byte[CHUNK];
        for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
            out.writeInt(n);
            out.write(chunk, 0, n);
        }
        out.writeInt(0);
        out.flush();
    }

    private static Result understood(String answer) {
        if (answer.equals(CLEAN)) {
            return new Result.Clean();
        }
        return answer.endsWith(FOUND)
                ? new Result.Infected(answer.substring(answer.indexOf(' ') + 1, answer.length() - FOUND.length()))
                : new Result.Away("the virus scanner did not scan it");
    }
}
