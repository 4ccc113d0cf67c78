package org.onewindow.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Writes an application in the forms of the real channels. */
final class Channel {

    private Channel() {}

    /** As the hall's window system writes it. */
    static String windowXml(ObjectNode request) {
        var xml = new StringBuilder("<SLDJ xmlns=\"urn:city:hall:sldj:v1\"><SXBM>")
                .append(request.path("matter").asText())
                .append("</SXBM><SQR>")
                .append(windowPerson(request.path("applicant")))
                .append("</SQR>");
        request.path("parties").forEach(party -> xml.append("<DSR JS=\"")
                .append(party.path("role").asText())
                .append("\">")
                .append(windowPerson(party))
                .append("<FE>")
                .append(party.path("share").asText())
                .append("</FE></DSR>"));
        var form = request.path("form");
        return xml.append("<BDCQZH>")
                .append(form.path("titleNumber").asText())
                .append("</BDCQZH><CJJG>")
                .append(new BigDecimal(form.path("priceFen").asText()).movePointLeft(2))
                .append("</CJJG><QDRQ>")
                .append(form.path("signedOn").asText().replace("-", ""))
                .append("</QDRQ></SLDJ>")
                .toString();
    }

    private static String windowPerson(JsonNode party) {
        var phone = party.path("phone").asText();
        return "<XM>" + party.path("name").asText() + "</XM><ZJLX>1</ZJLX><ZJHM>"
                + party.path("idNumber").asText() + "</ZJHM>"
                + (phone.isEmpty() ? "" : "<LXDH>" + phone + "</LXDH>");
    }

    /** As the mini-program writes it. */
    static ObjectNode wechat(ObjectNode request) {
        var page = Api.JSON.createObjectNode();
        var applicant = request.path("applicant");
        page.putObject("me")
                .put("name", applicant.path("name").asText())
                .put("idCard", applicant.path("idNumber").asText())
                .put("mobile", applicant.path("phone").asText());
        var form = request.path("form");
        page.putObject("house")
                .put("certificate", form.path("titleNumber").asText())
                .put(
                        "price",
                        new BigDecimal(form.path("priceFen").asText())
                                .movePointLeft(2)
                                .toPlainString())
                .put("signDate", form.path("signedOn").asText());
        request.path("parties")
                .forEach(party -> page.withArray(party.path("role").asText() + "s")
                        .addObject()
                        .put("name", party.path("name").asText())
                        .put("idCard", party.path("idNumber").asText()));
        return page;
    }
}
