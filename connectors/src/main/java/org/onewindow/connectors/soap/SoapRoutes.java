package org.onewindow.connectors.soap;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfComponent;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.cxf.Bus;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.onewindow.canonical.TraceContext;
import org.onewindow.config.Department;
import org.onewindow.config.Department.Security.SignedSoap;
import org.onewindow.config.Department.Security.UsernameToken;
import org.onewindow.config.Operation;
import org.onewindow.connectors.http.AllowedHeaders;
import org.onewindow.connectors.http.FixedProof;
import org.onewindow.connectors.line.DepartmentRoute;
import org.onewindow.connectors.line.House;

/** The routes of a SOAP department: one per operation, each with a CXF producer of its own. */
final class SoapRoutes extends RouteBuilder {

    private final Department department;
    private final WsdlContract contract;
    private final House house;
    private final Bus bus;
    private final CloseableHttpClient http;
    private final Department.Endpoint.Http endpoint;

    SoapRoutes(Department department, WsdlContract contract, House house, Bus bus, CloseableHttpClient http) {
        this.department = department;
        this.contract = contract;
        this.house = house;
        this.bus = bus;
        this.http = http;
        this.endpoint = SoapLine.endpointOf(department);
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        var component = new CxfComponent(getContext());
        for (var operation : department.operations().values()) {
            var from = DepartmentRoute.endpoint(department, operation.id());
            // @formatter:off
            from(from)
                    .routeId(DepartmentRoute.idOf(from))
                    .description(
                            department.name().en() + ": " + operation.name().en())
                    .bean(SoapExchange.class, "write")
                    .to(cxf(component, operation));
            // @formatter:on
        }
    }

    private Endpoint cxf(CxfComponent component, Operation operation) {
        var call = contract.call(SoapLine.callOf(department, operation));
        var cxf = new CxfEndpoint(endpoint.url(), component);
        cxf.setCamelContext(getContext());
        cxf.setBus(bus);
        cxf.setWsdlURL(contract.file().toUri().toString());
        cxf.setServiceName(contract.service().toString());
        cxf.setPortName(contract.port().toString());
        cxf.setDataFormat(DataFormat.PAYLOAD);
        cxf.setDefaultOperationName(call.name().getLocalPart());
        cxf.setDefaultOperationNamespace(call.name().getNamespaceURI());
        cxf.setSynchronous(true);
        cxf.setSkipFaultLogging(true);
        cxf.setHeaderFilterStrategy(new AllowedHeaders(Set.of(TraceContext.NAME)));
        cxf.setCxfConfigurer(
                new HttpPolicy(http, addresses(), () -> FixedProof.headers(endpoint.security(), house.secrets())));
        if (endpoint.security() instanceof UsernameToken token) {
            cxf.getOutInterceptors().add(new UsernameTokens(token, house.secrets(), house.clock()));
        }
        if (endpoint.security() instanceof SignedSoap signed) {
            cxf.getOutInterceptors().add(new SignedMessages(signed, house.secrets(), house.clock()));
        }
        return cxf;
    }

    private List<URI> addresses() {
        return Stream.of(endpoint.url(), endpoint.also())
                .flatMap(Stream::ofNullable)
                .map(URI::create)
                .toList();
    }
}
