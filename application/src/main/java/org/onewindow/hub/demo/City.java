package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.onewindow.hub.client.HubApi;

/** The simulated departments, asked for their own ledgers, and the page where a citizen pays. */
final class City {

    private static final int BAD = 400;

    private final HubApi control;

    City(URI base) {
        this.control = new HubApi(base, "en");
    }

    URI base() {
        return control.base();
    }

    boolean isThere() {
        return control.isUp("/sim/health");
    }

    /** Every effect that the departments had. */
    JsonNode ledger() {
        var reply = control.send("GET", "/sim/ledger", Map.of(), BodyPublishers.noBody());
        return MainCase.expectGood(reply, "demo-ledger-failed");
    }

    /** What a citizen does in the browser: presses the button of the payment platform's page, which sends them on. */
    void pay(String page) {
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var reply = control.send("POST", page, form, BodyPublishers.noBody());
        if (reply.status() >= BAD) {
            throw new DemoFailed("demo-payment-failed", reply.problem());
        }
    }
}
