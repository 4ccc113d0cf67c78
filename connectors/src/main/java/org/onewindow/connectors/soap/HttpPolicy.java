package org.onewindow.connectors.soap;

import java.net.URI;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** How SOAP travels over HTTP: through the department's own client, with its connections and limits. */
final class HttpPolicy implements CxfConfigurer {

    private final CloseableHttpClient http;
    private final URI address;

    HttpPolicy(CloseableHttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {}

    @Override
    public void configureClient(Client client) {
        var endpoint = client.getEndpoint();
        var delivery = new HttpDelivery(endpoint.getEndpointInfo().getTarget(), http, address);
        client.setConduitSelector(new PreexistingConduitSelector(delivery, endpoint));
    }

    @Override
    public void configureServer(Server server) {}
}
