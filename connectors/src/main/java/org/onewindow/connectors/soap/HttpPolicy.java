package org.onewindow.connectors.soap;

import java.time.Duration;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

/** How SOAP travels over HTTP: no redirects, no retransmission, bounded times; every status is an answer. */
final class HttpPolicy implements CxfConfigurer {

    private static final int CONNECT_MILLIS = 2_000;
    private static final String EVERY_STATUS_IS_AN_ANSWER = "org.apache.cxf.transport.no_io_exceptions";

    private final Duration timeout;

    HttpPolicy(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {}

    @Override
    public void configureClient(Client client) {
        client.getEndpoint().put(EVERY_STATUS_IS_AN_ANSWER, true);
        var policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(CONNECT_MILLIS);
        policy.setReceiveTimeout(timeout.toMillis());
        policy.setAutoRedirect(false);
        policy.setMaxRetransmits(0);
        policy.setAllowChunking(false);
        policy.setVersion("1.1");
        ((HTTPConduit) client.getConduit()).setClient(policy);
    }

    @Override
    public void configureServer(Server server) {}
}
