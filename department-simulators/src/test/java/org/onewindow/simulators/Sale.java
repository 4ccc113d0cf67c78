package org.onewindow.simulators;

/** The sale of 王强's home to 张铭 as a request to the tax bureau; tests change what they are about. */
final class Sale {

    String caseNumber = "OW-1";
    String certificate = "鲁(2016)济南市不动产权第0012345号";
    String area = "89.50";
    String usage = "residential";
    String registered = "2016-03-18";
    String price = "1280000.00";
    String signedOn = "2026-11-20";
    String sellers = seller(TaxCaller.WANG, "1/1", true);
    String buyers = buyer(TaxCaller.ZHANG, "1/1", "<t:maritalStatus>10</t:maritalStatus>", 0);
    String attachments = "";

    static String seller(String person, String share, boolean onlyHome) {
        return "<t:seller>%s<c:share>%s</c:share><t:onlyFamilyHome>%s</t:onlyFamilyHome></t:seller>"
                .formatted(person, share, onlyHome);
    }

    static String buyer(String person, String share, String maritalStatus, int homes) {
        return "<t:buyer>%s<c:share>%s</c:share>%s<t:familyHomeCount>%d</t:familyHomeCount></t:buyer>"
                .formatted(person, share, maritalStatus, homes);
    }

    static String attachment(String code, String base64) {
        return "<t:attachment><t:materialCode>%s</t:materialCode><t:fileName>a.pdf</t:fileName><t:content>%s</t:content></t:attachment>"
                .formatted(code, base64);
    }

    String xml() {
        return """
                <t:AssessTransferTax xmlns:t="urn:city:tax:transfer:v3" xmlns:c="urn:city:tax:common:v1">
                <t:caseNumber>%s</t:caseNumber><t:property><t:certificateNumber>%s</t:certificateNumber>
                <t:location>济南市</t:location><t:floorArea>%s</t:floorArea><t:usage>%s</t:usage>%s</t:property>
                <t:contractPrice>%s</t:contractPrice><t:contractSignedOn>%s</t:contractSignedOn>
                <t:sellers>%s</t:sellers><t:buyers>%s</t:buyers>%s</t:AssessTransferTax>"""
                .formatted(
                        caseNumber,
                        certificate,
                        area,
                        usage,
                        registeredXml(),
                        price,
                        signedOn,
                        sellers,
                        buyers,
                        attachments);
    }

    private String registeredXml() {
        return registered.isEmpty()
                ? "<t:firstRegisteredOn xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"/>"
                : "<t:firstRegisteredOn>" + registered + "</t:firstRegisteredOn>";
    }
}
