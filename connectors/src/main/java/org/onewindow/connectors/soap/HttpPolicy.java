package org.onewindow.connectors.soap;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** How SOAP travels over HTTP: through the department's own client, with its connections and limits. */
final class HttpPolicy implements CxfConfigurer {

    private final CloseableHttpClient http;
    private final List<URI> addresses;
    private final Supplier<Map<String, String>> proof;

    /**
     * Over this client.
     *
     * @param addresses in the order in which they are tried
     * @param proof headers that prove who the hub is, made new for every sending
     */
    HttpPolicy(CloseableHttpClient http, List<URI> addresses, Supplier<Map<String, String>> proof) {
        this.http = http;
        this.addresses = addresses;
        this.proof = proof;
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {}

    @Override
    public void configureClient(Client client) {
        var endpoint = client.getEndpoint();
        var delivery = new HttpDelivery(endpoint.getEndpointInfo().getTarget(), http, addresses, proof);
        client.setConduitSelector(new PreexistingConduitSelector(delivery, endpoint));
    }

    @Override
    public void configureServer(Server server) {}
}
