package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.onewindow.hub.client.HubApi;
import org.onewindow.hub.client.HubUnreachable;

/** The simulated departments, asked for their own ledgers, and the page where a citizen pays. */
final class City {

    private final HubApi control;

    City(URI base) {
        this.control = new HubApi(base, "en");
    }

    URI base() {
        return control.base();
    }

    boolean isThere() {
        return control.isUp("/sim/ledger");
    }

    /** Every effect that the departments had. */
    JsonNode ledger() {
        var reply = control.send("GET", "/sim/ledger", Map.of(), BodyPublishers.noBody());
        return MainCase.expectGood(reply, "demo-ledger-failed");
    }

    /** What a citizen does in the browser: presses the button of the payment platform's page. */
    void pay(String page) {
        try {
            var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
            MainCase.expectGood(control.send("POST", page, form, BodyPublishers.noBody()), "demo-payment-failed");
        } catch (HubUnreachable away) {
            throw new DemoFailed("demo-payment-failed", page);
        }
    }
}
