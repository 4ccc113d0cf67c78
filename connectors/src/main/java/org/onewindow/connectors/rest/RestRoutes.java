package org.onewindow.connectors.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.onewindow.config.Department;
import org.onewindow.config.Department.Security;
import org.onewindow.config.Operation;
import org.onewindow.connectors.http.HttpClients;
import org.onewindow.connectors.http.Unreachable;
import org.onewindow.connectors.line.DepartmentRoute;

/** The routes of a REST department: one per operation, and one for the access token where it wants one. */
final class RestRoutes {

    private final Department department;
    private final Department.Endpoint.Http endpoint;
    private final Map<String, RestCall> calls;
    private final Collection<String> headersOut;

    RestRoutes(
            Department department,
            Department.Endpoint.Http endpoint,
            Map<String, RestCall> calls,
            Collection<String> headersOut) {
        this.department = department;
        this.endpoint = endpoint;
        this.calls = calls;
        this.headersOut = headersOut;
    }

    static String operation(Department department, Operation operation) {
        return DepartmentRoute.endpoint(department, operation.id());
    }

    static String token(Department department) {
        return DepartmentRoute.endpoint(department, "access-token");
    }

    RouteBuilder over(PoolingHttpClientConnectionManager connections) {
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                errorHandler(noErrorHandler());
                var component = HttpClients.component(
                        getContext(),
                        connections,
                        headersOut,
                        department.limits().timeout());
                component.start();
                for (var operation : department.operations().values()) {
                    var call = calls.get(operation.id());
                    if (call != null) {
                        var to = to(component, endpoint.url(), call.method(), operation);
                        var standby = endpoint.also();
                        route(
                                operation(department, operation),
                                operation.name().en(),
                                standby == null
                                        ? List.of(to)
                                        : List.of(to, to(component, standby, call.method(), operation)));
                    }
                }
                if (endpoint.security() instanceof Security.OAuth2Client client) {
                    var any = department.operations().values().iterator().next();
                    route(token(department), "access token", List.of(to(component, client.tokenUrl(), "POST", any)));
                }
            }

            private void route(String from, String name, List<Endpoint> to) {
                // @formatter:off
                from(from)
                        .routeId(DepartmentRoute.idOf(from))
                        .description(department.name().en() + ": " + name)
                        .bean(HttpExchange.class, "write")
                        .loadBalance()
                        .failover(Unreachable.kinds())
                        .to(to.toArray(Endpoint[]::new))
                        .end()
                        .bean(HttpExchange.class, "read");
                // @formatter:on
            }
        };
    }

    private Endpoint to(HttpComponent component, String url, String method, Operation operation) throws Exception {
        var options = new LinkedHashMap<String, Object>();
        long millis = department.timeoutOf(operation).toMillis();
        options.put("httpMethod", method);
        options.put("bridgeEndpoint", true);
        options.put("throwExceptionOnFailure", false);
        options.put("connectTimeout", 2_000);
        options.put("connectionRequestTimeout", 2_000);
        options.put("responseTimeout", millis);
        options.put("soTimeout", millis);
        var uri = new StringBuilder(url);
        options.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        return component.createEndpoint(uri.toString());
    }
}
