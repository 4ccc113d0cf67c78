package org.onewindow.portal.soap;

import java.util.HashMap;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.onewindow.portal.PortalSettings;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the SOAP front together: who signed is found out, and nothing is looked into, before the endpoint sees a message. */
@Configuration(proxyBeanMethods = false)
class SoapFront {

    private static final String PATH = "/OneWindowService";
    private static final String FRESH_SECONDS = "300";
    private static final String AHEAD_SECONDS = "60";
    private static final String CLIENTS = "clients";

    @Bean(destroyMethod = "shutdown")
    Bus soapBus() {
        var bus = BusFactory.newInstance().createBus();
        bus.setProperty("org.apache.cxf.stax.maxChildElements", 2_000);
        bus.setProperty("org.apache.cxf.stax.maxElementDepth", 50);
        bus.setProperty("org.apache.cxf.stax.maxAttributeCount", 50);
        bus.setProperty("org.apache.cxf.stax.maxAttributeSize", 10_000);
        bus.setProperty("org.apache.cxf.stax.maxTextLength", 100_000L);
        return bus;
    }

    @Bean
    ServletRegistrationBean<CXFNonSpringServlet> soapServlet(Bus bus) {
        var servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        var registration = new ServletRegistrationBean<>(servlet, "/soap/*");
        registration.setInitParameters(Map.of("hide-service-list-page", "true"));
        return registration;
    }

    @Bean(destroyMethod = "destroy")
    Server oneWindowService(
            Bus bus,
            OneWindowEndpoint endpoint,
            ClientCertificates clients,
            SeenMessages seen,
            PortalSettings settings) {
        var factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceBean(endpoint);
        factory.setAddress(PATH);
        factory.setPublishedEndpointUrl(settings.publicUrl() + "/soap" + PATH);
        factory.setProperties(new HashMap<>(Map.of(
                SecurityConstants.TIMESTAMP_TTL, FRESH_SECONDS,
                SecurityConstants.TIMESTAMP_FUTURE_TTL, AHEAD_SECONDS,
                SecurityConstants.ENABLE_TIMESTAMP_CACHE, "true",
                SecurityConstants.TIMESTAMP_CACHE_INSTANCE, seen,
                SecurityConstants.RETURN_SECURITY_ERROR, "true")));
        factory.getInInterceptors().add(new BodyBound());
        factory.getInInterceptors().add(signatures(clients));
        factory.getInInterceptors().add(new SignedParts());
        factory.getOutFaultInterceptors().add(new PlainFaults());
        return factory.create();
    }

    private static WSS4JInInterceptor signatures(ClientCertificates clients) {
        return new WSS4JInInterceptor(Map.of(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.SIGNATURE + " " + ConfigurationConstants.TIMESTAMP,
                ConfigurationConstants.SIG_VER_PROP_REF_ID,
                CLIENTS,
                CLIENTS,
                clients.crypto()));
    }
}
