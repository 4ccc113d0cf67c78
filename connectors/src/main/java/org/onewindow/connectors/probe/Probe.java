package org.onewindow.connectors.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.onewindow.config.Department;
import org.onewindow.connectors.http.Sha256;
import org.onewindow.connectors.probe.Probed.Said;

/** Tries the way to a department's address: the line, its certificate, whether it serves the contract that is written down. */
public final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONTRACT_MAX = 10 * 1024 * 1024;
    private static final int OK = 200;

    private final Department department;
    private final URI address;

    private Probe(Department department, URI address) {
        this.department = department;
        this.address = address;
    }

    /** Each step, until one fails; a department that speaks by queue has none, for its line is the hub's own broker. */
    public static List<Probed> of(Department department) {
        return department.endpoint() instanceof Department.Endpoint.Http http
                ? new Probe(department, URI.create(http.url())).steps()
                : List.of();
    }

    private List<Probed> steps() {
        var steps = new ArrayList<Probed>();
        steps.add(Probed.timed("line", this::line));
        if (steps.getLast().well() && address.getScheme().equals("https")) {
            steps.add(Probed.timed("tls", this::tls));
        }
        if (steps.getLast().well() && department.contract() instanceof Department.Contract.Wsdl wsdl) {
            steps.add(Probed.timed("contract", () -> contract(wsdl)));
        }
        return steps;
    }

    private int port() {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    private Said line() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port()), (int) PATIENCE.toMillis());
            return new Said(true, address.getHost() + ":" + port() + " takes connections");
        } catch (IOException refused) {
            return new Said(
                    false,
                    address.getHost() + ":" + port() + " takes none: "
                            + refused.getClass().getSimpleName());
        }
    }

    private Said tls() {
        try (var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(address.getHost(), port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return new Said(
                    true,
                    socket.getSession().getProtocol() + ", certificate of "
                            + certificate.getSubjectX500Principal() + ", until "
                            + certificate.getNotAfter().toInstant());
        } catch (IOException untrusted) {
            return new Said(false, "no trusted connection: " + untrusted.getMessage());
        }
    }

    /** A department that does not show its contract is no worse for it; one that shows another has changed it. */
    private Said contract(Department.Contract.Wsdl wsdl) {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(address + "?wsdl")).timeout(PATIENCE);
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(CONTRACT_MAX);
                if (answer.statusCode() != OK) {
                    return new Said(true, "not shown: HTTP " + answer.statusCode() + " for ?wsdl");
                }
                var written = Sha256.hex(Files.readAllBytes(wsdl.file()));
                boolean same = Sha256.hex(bytes).equals(written);
                return new Said(
                        same,
                        (same ? "the same as " : "another than ") + "contract/"
                                + wsdl.file().getFileName() + " (SHA-256 " + written + ")");
            }
        } catch (IOException silent) {
            return new Said(true, "not shown: " + silent.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Said(true, "not asked: the hub is stopping");
        }
    }
}
