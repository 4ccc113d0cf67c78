package org.onewindow.simulators.land;

import java.util.ArrayList;
import java.util.List;
import org.onewindow.simulators.wire.Request;

/** Which operation of the interface a request asks for, and the number in its path. */
record Route(String operation, String number) {

    static final String UNKNOWN = "unknown";

    static Route of(Request request) {
        return of(request.method(), request.segmentsBelow(LandFace.PREFIX));
    }

    private static Route of(String method, List<String> path) {
        var shape = method + " " + String.join("/", path.size() > 2 ? shape(path) : path);
        var number = path.size() > 2 ? path.get(2) : "";
        return switch (shape) {
            case "POST oauth/token" -> new Route("token", "");
            case "GET v2/titles/*" -> new Route("getTitle", number);
            case "POST v2/home-counts" -> new Route("countHomes", "");
            case "GET v2/transfers" -> new Route("findTransfers", "");
            case "POST v2/transfers" -> new Route("registerTransfer", "");
            case "GET v2/transfers/*" -> new Route("getTransfer", number);
            case "POST v2/transfers/*/withdrawal" -> new Route("withdrawTransfer", number);
            case "POST v2/transfers/*/corrections" -> new Route("sendCorrections", number);
            default -> new Route(UNKNOWN, "");
        };
    }

    private static List<String> shape(List<String> path) {
        var shape = new ArrayList<>(path);
        shape.set(2, "*");
        return shape;
    }

    /** The scope that a token needs for it. */
    String scope() {
        return operation.equals("getTitle") || operation.equals("countHomes") ? "titles.read" : "transfers.write";
    }
}
