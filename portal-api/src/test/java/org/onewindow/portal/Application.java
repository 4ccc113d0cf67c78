package org.onewindow.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** The one fixture: 王强 sells his home to 张铭, who applies. */
final class Application {

    static final byte[] CONTRACT = TestPdf.saying("contract of sale");

    private Application() {}

    /** A transfer of a home that nobody else's application is about. */
    static ObjectNode transfer() {
        return transfer("鲁(2016)济南市不动产权第" + UUID.randomUUID().toString().substring(0, 8) + "号");
    }

    static ObjectNode transfer(String titleNumber) {
        var request =
                Api.JSON.createObjectNode().put("matter", "used-home-transfer").put("channel", "portal");
        request.set("applicant", person("张铭", "370102198503078212").put("phone", "13800138000"));
        var parties = request.putArray("parties");
        parties.add(person("王强", "370102197909143315").put("role", "seller").put("share", "1/1"));
        parties.add(person("张铭", "370102198503078212").put("role", "buyer").put("share", "1/1"));
        request.putObject("form")
                .put("titleNumber", titleNumber)
                .put("priceFen", 128_000_000)
                .put("signedOn", "2026-11-20");
        request.putArray("materials");
        return request;
    }

    /** The same with the contract uploaded, so that it is accepted. */
    static ObjectNode complete(Api applicant) {
        var request = transfer();
        request.withArray("materials").addObject().put("type", "sale-contract").put("upload", contract(applicant));
        return request;
    }

    static String contract(Api owner) {
        return owner.upload("?type=sale-contract", "application/pdf", BodyPublishers.ofByteArray(CONTRACT))
                .json()
                .path("id")
                .asText();
    }

    static ObjectNode person(String name, String idNumber) {
        return Api.JSON
                .createObjectNode()
                .put("kind", "person")
                .put("name", name)
                .put("idType", "resident-id")
                .put("idNumber", idNumber);
    }
}
