package org.onewindow.simulators;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** Asks the registration centre as a hub does. */
final class LandCaller {

    static final String HOME = "鲁(2016)济南市不动产权第0012345号";
    static final String SEIZED = "鲁(2018)济南市不动产权第0023456号";
    static final String WANG = party("王强", "370102197909143315");
    static final String ZHANG = party("张铭", "370102198503078212");
    static final String SUN = party("孙建国", "370103197506183028");
    static final String ZHENG = party("郑秀英", "370104195501052026");

    private final Trial trial;
    private String token = "";

    LandCaller(Trial trial) {
        this.trial = trial;
    }

    static String party(String name, String idNumber) {
        return "{\"name\":\"%s\",\"idType\":\"resident-id\",\"idNumber\":\"%s\"}".formatted(name, idNumber);
    }

    HttpResponse<String> askToken(String secret) {
        return trial.send(
                "POST",
                "/land-registry/oauth/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=hub&client_secret=" + secret);
    }

    LandCaller login() {
        token = Trial.json(askToken(TrialCredentials.LAND_SECRET))
                .path("access_token")
                .asText();
        return this;
    }

    HttpResponse<String> title(String certificate, String holder) {
        return get("titles/" + Trial.encoded(certificate) + "?holderId=" + holder);
    }

    HttpResponse<String> get(String path) {
        return trial.send("GET", "/land-registry/v2/" + path, Map.of("Authorization", "Bearer " + token), "");
    }

    HttpResponse<String> post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    HttpResponse<String> post(String path, String key, String body) {
        return trial.send(
                "POST",
                "/land-registry/v2/" + path,
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json", "X-Request-Id", key),
                body);
    }

    /** Assessed and paid at the tax bureau, so that a transfer can follow. */
    String clearance(String certificate) {
        var tax = new TaxCaller(trial);
        var sale = new Sale();
        sale.certificate = certificate;
        var assessed = tax.ask(sale.xml());
        var number = TaxCaller.field(assessed, "assessmentNumber");
        var total = TaxCaller.field(assessed, "totalPayable");
        return TaxCaller.field(tax.ask(tax.paidNow(number, "ZF1", total)), "clearanceNumber");
    }

    static String transfer(String certificate, String seller, String clearance, String callbackUrl) {
        return """
                {"caseNumber":"OW-1","certificateNumber":"%s","priceFen":128000000,"sellers":[%s],"buyers":[%s],\
                "taxClearanceNumber":"%s","materials":[],"callbackUrl":"%s"}"""
                .formatted(certificate, seller, ZHANG, clearance, callbackUrl);
    }

    static String material(String code, String sha256) {
        return "{\"code\":\"%s\",\"fileName\":\"a.pdf\",\"sha256\":\"%s\",\"content\":\"YQ==\"}"
                .formatted(code, sha256);
    }

    /** Of the content of {@link #material}. */
    static final String DIGEST = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
}
