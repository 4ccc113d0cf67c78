package org.onewindow.connectors.draft;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stubs in WireMock's format: the sample answers, and a slow, a failing and a broken one on demand. */
final class SimulatorStubs {

    private static final int SLOW_MILLIS = 15_000;

    private final String base;

    SimulatorStubs(String department, String address) {
        this.base = "/" + department + path(address);
    }

    private static String path(String address) {
        try {
            var path = URI.create(address.replaceAll("[{}]", "")).getRawPath();
            return path == null || path.equals("/") ? "" : path.replaceAll("/$", "");
        } catch (IllegalArgumentException noUri) {
            return "";
        }
    }

    Map<String, String> files(List<OperationDraft> operations) {
        var files = new LinkedHashMap<String, String>();
        for (var operation : operations) {
            var stub = operation.stub();
            if (!stub.method().isEmpty()) {
                files.put(
                        "simulator/mappings/" + operation.id() + ".json",
                        mapping(5, stub, stub.marker(), answer(stub)));
            }
        }
        if (!files.isEmpty()) {
            var any = operations.getFirst().stub();
            var slow = answer(any);
            slow.put("fixedDelayMilliseconds", SLOW_MILLIS);
            files.put("simulator/mappings/slow.json", mapping(1, any, "simulate-slow", slow));
            files.put(
                    "simulator/mappings/fault.json", mapping(1, any, "simulate-fault", response(500, any, fault(any))));
            files.put(
                    "simulator/mappings/malformed.json",
                    mapping(
                            1,
                            any,
                            "simulate-malformed",
                            response(
                                    200,
                                    any,
                                    any.answer().substring(0, any.answer().length() / 2))));
        }
        return files;
    }

    private static String fault(Stub stub) {
        return stub.mediaType().endsWith("xml")
                ? "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><soap:Fault><faultcode>soap:Server"
                        + "</faultcode><faultstring>simulated</faultstring></soap:Fault></soap:Body></soap:Envelope>"
                : "{\"message\": \"simulated\"}";
    }

    private static Map<String, Object> answer(Stub stub) {
        return response(stub.status(), stub, stub.answer());
    }

    private static Map<String, Object> response(int status, Stub stub, String body) {
        var response = new LinkedHashMap<String, Object>();
        response.put("status", status);
        response.put("headers", Map.of("Content-Type", stub.mediaType() + "; charset=UTF-8"));
        response.put("body", body);
        return response;
    }

    private String mapping(int priority, Stub stub, String marker, Map<String, Object> response) {
        var request = new LinkedHashMap<String, Object>();
        boolean onDemand = priority == 1;
        request.put("method", onDemand ? "ANY" : stub.method());
        var path = base + stub.path().replaceAll("\\?.*", "");
        if (onDemand) {
            request.put(
                    "urlPathPattern",
                    java.util.regex.Pattern.quote(base).replace("\\Q", "").replace("\\E", "") + ".*");
        } else if (path.contains("{")) {
            request.put("urlPathTemplate", path);
        } else {
            request.put("urlPath", path.isEmpty() ? "/" : path);
        }
        if (!marker.isEmpty()) {
            request.put("bodyPatterns", List.of(Map.of("contains", marker)));
        }
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("priority", priority);
        mapping.put("request", request);
        mapping.put("response", response);
        return CanonicalSample.write(mapping);
    }
}
