package org.onewindow.connectors.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.onewindow.config.Department;
import org.onewindow.connectors.probe.Probed.Said;

/** Tries the way to a department's address: the line, its certificate, whether it serves the contract that is written down. */
public final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Department department;
    private final URI address;

    private Probe(Department department, URI address) {
        this.department = department;
        this.address = address;
    }

    /** Each step, until one fails; a department that speaks by queue has none, for its line is the hub's own broker. */
    public static List<Probed> of(Department department) {
        return switch (department.endpoint()) {
            case Department.Endpoint.Http http -> new Probe(department, URI.create(http.url())).steps();
            case Department.Endpoint.Files files -> FolderProbe.of(files);
            case Department.Endpoint.Jms _ -> List.of();
        };
    }

    private List<Probed> steps() {
        var steps = new ArrayList<Probed>();
        steps.add(Probed.timed("line", this::line));
        if (steps.getLast().well() && address.getScheme().equals("https")) {
            steps.add(Probed.timed("tls", this::tls));
        }
        if (steps.getLast().well() && !(department.contract() instanceof Department.Contract.Page)) {
            steps.add(Probed.timed("contract", this::contract));
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

    private Said contract() {
        return new ServedContract(address).comparedWith(department.contract());
    }
}
