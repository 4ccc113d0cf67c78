package org.onewindow.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.onewindow.hub.client.HubApi;

/** The main case: 王强 sells his home to 张铭, who also draws on his housing fund; all over the public API. */
final class MainCase {

    static final String TITLE = "鲁(2016)济南市不动产权第0012345号";
    private static final int PRICE_FEN = 128_000_000;
    private static final int WITHDRAWN_FEN = 10_000_000;

    private final HubApi hub;
    private final String buyer;
    private final String seller;
    private final String number;

    private MainCase(HubApi hub, String buyer, String seller, String number) {
        this.hub = hub;
        this.buyer = buyer;
        this.seller = seller;
        this.number = number;
    }

    /** Hands in the contract, then the application. */
    static MainCase submit(HubApi hub, String buyer, String seller, LocalDate signedOn) {
        var upload = upload(hub, buyer, signedOn).path("id").asText();
        var key = Map.of("Idempotency-Key", "demo-" + System.currentTimeMillis());
        var reply = expectGood(hub.post("/v1/cases", buyer, request(upload, signedOn), key), "demo-submit-failed");
        return new MainCase(hub, buyer, seller, reply.path("number").asText());
    }

    private static JsonNode upload(HubApi hub, String token, LocalDate signedOn) {
        var pdf = Contract.pdf(
                List.of("Contract of sale", "Home: Quancheng Road 1, 1-101, Jinan", "Signed on " + signedOn));
        var headers = Map.of(
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                "demo-upload-" + System.currentTimeMillis(),
                "Content-Type",
                "application/pdf",
                "Content-Disposition",
                "attachment; filename=\"contract.pdf\"");
        return expectGood(
                hub.send("POST", "/v1/uploads?type=sale-contract", headers, BodyPublishers.ofByteArray(pdf)),
                "demo-upload-failed");
    }

    private static ObjectNode request(String upload, LocalDate signedOn) {
        var request = HubApi.JSON
                .createObjectNode()
                .put("matter", "used-home-transfer")
                .put("channel", "portal");
        request.set("applicant", buyer().put("phone", "13800138000"));
        var parties = request.putArray("parties");
        parties.add(person("王强", "370102197909143315").put("role", "seller").put("share", "1/1"));
        parties.add(buyer().put("role", "buyer").put("share", "1/1"));
        var form = request.putObject("form");
        form.put("titleNumber", TITLE).put("priceFen", PRICE_FEN).put("signedOn", signedOn.toString());
        form.putObject("fundWithdrawal")
                .put("amountFen", WITHDRAWN_FEN)
                .put("bank", "CCB")
                .put("account", "6217000010012345678");
        request.putArray("materials").addObject().put("type", "sale-contract").put("upload", upload);
        return request;
    }

    static ObjectNode buyer() {
        return person("张铭", "370102198503078212");
    }

    private static ObjectNode person(String name, String idNumber) {
        return HubApi.JSON
                .createObjectNode()
                .put("kind", "person")
                .put("name", name)
                .put("idType", "resident-id")
                .put("idNumber", idNumber);
    }

    String number() {
        return number;
    }

    String path() {
        return "/v1/cases/" + number;
    }

    JsonNode look() {
        return expectGood(hub.get(path(), buyer), "demo-look-failed");
    }

    /** The seller agrees to the sale. */
    void confirm() {
        var agree = HubApi.JSON.createObjectNode().put("agree", true);
        expectGood(
                hub.post(path() + "/confirmations", seller, agree, Map.of("Idempotency-Key", number + "-agree")),
                "demo-confirm-failed");
    }

    /** Begins a payment; says where the citizen pays. */
    String payAt() {
        var reply = expectGood(
                hub.post(
                        path() + "/payments",
                        buyer,
                        HubApi.JSON.createObjectNode(),
                        Map.of("Idempotency-Key", number + "-pay")),
                "demo-payment-failed");
        var next = reply.path("_links").path("next");
        return next.isTextual() ? next.asText() : next.path("href").asText();
    }

    static JsonNode expectGood(HubApi.Reply reply, String key) {
        if (!reply.good()) {
            throw new DemoFailed(key, reply.problem());
        }
        return reply.body();
    }
}
