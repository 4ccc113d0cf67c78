package org.onewindow.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.simulators.TaxCaller.clearanceOf;
import static org.onewindow.simulators.TaxCaller.field;
import static org.onewindow.simulators.TaxCaller.line;
import static org.onewindow.simulators.TaxCaller.paid;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onewindow.simulators.wire.ContractFile;
import org.onewindow.simulators.wire.Soap;
import org.xml.sax.SAXException;

class TransferTaxTest {

    private static final String COMPANY = "<c:identityDocumentType>101</c:identityDocumentType>"
            + "<c:identityNumber>91370100MA3C123459</c:identityNumber><c:name>某公司</c:name>";

    private final Trial trial = new Trial();
    private final TaxCaller tax = new TaxCaller(trial);
    private final Sale sale = new Sale();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void assessesConfirmsAndClearsASale() {
        var assessed = tax.ask(sale.xml());
        var number = field(assessed, "assessmentNumber");
        var before = tax.ask(clearanceOf(number));
        var confirmed = tax.ask(tax.paidNow(number, "ZF1", "12800.00"));
        var after = tax.ask(clearanceOf(number));

        assertThat(assessed.statusCode()).isEqualTo(200);
        assertThat(field(assessed, "totalPayable")).isEqualTo("12800.00");
        assertThat(field(assessed, "payBefore")).isEqualTo("2026-12-09");
        assertThat(field(before, "outstanding")).isEqualTo("12800.00");
        assertThat(field(confirmed, "issuedOn")).isEqualTo("2026-11-24");
        assertThat(field(after, "clearanceNumber"))
                .isEqualTo(field(confirmed, "clearanceNumber"))
                .isNotEmpty();
        assertThat(trial.effects("tax")).containsExactly("assessment-made", "payment-confirmed");
        assertThat(trial.outcomes("tax")).containsExactly("done", "done", "done", "done");
    }

    @Test
    void answersWhatItsSchemaSays() throws SAXException, IOException {
        var assessed = tax.ask(sale.xml());
        var number = field(assessed, "assessmentNumber");
        var answers = new HttpResponse<?>[] {
            assessed,
            tax.ask(clearanceOf(number)),
            tax.ask(tax.paidNow(number, "ZF1", "12800.00")),
            tax.ask(clearanceOf(number))
        };

        var schema = SchemaFactory.newDefaultInstance()
                .newSchema(new Source[] {contract("common.xsd"), contract("transfer-tax.xsd")});
        for (var answer : answers) {
            var body = Soap.read(answer.body().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .orElseThrow();
            schema.newValidator().validate(new DOMSource(body.body()));
        }
    }

    @Test
    void relievesAHomeHeldLongThatIsTheOnlyOne() {
        var assessed = tax.ask(sale.xml());

        assertThat(line(assessed, "VAT")).isEqualTo("0.05 0.00 HELD-2-YEARS");
        assertThat(line(assessed, "INCOME")).isEqualTo("0.01 0.00 HELD-5-YEARS-ONLY-HOME");
        assertThat(line(assessed, "DEED")).isEqualTo("0.01 12800.00");
        assertThat(line(assessed, "STAMP")).isEqualTo("0.0005 0.00 HOME-OF-A-PERSON");
    }

    @Test
    void chargesValueAddedTaxBelowTwoYears() {
        sale.registered = "2025-08-20";

        var assessed = tax.ask(sale.xml());

        assertThat(line(assessed, "VAT")).isEqualTo("0.05 64000.00");
        assertThat(line(assessed, "INCOME")).isEqualTo("0.01 12800.00");
        assertThat(field(assessed, "totalPayable")).isEqualTo("89600.00");
    }

    @Test
    void relievesValueAddedTaxFromTheDayTwoYearsAreFull() {
        sale.registered = "2024-11-20";

        assertThat(line(tax.ask(sale.xml()), "VAT")).endsWith("HELD-2-YEARS");
    }

    @Test
    void treatsAnUnknownFirstRegistrationAsShort() {
        sale.registered = "";

        assertThat(line(tax.ask(sale.xml()), "VAT")).isEqualTo("0.05 64000.00");
    }

    @Test
    void raisesDeedTaxWithSizeAndHomes() {
        sale.area = "143.20";
        var largeFirst = line(tax.ask(sale.xml()), "DEED");
        sale.buyers = Sale.buyer(TaxCaller.ZHANG, "1/1", "", 1);
        var largeSecond = line(tax.ask(sale.xml()), "DEED");
        sale.area = "140";
        var smallSecond = line(tax.ask(sale.xml()), "DEED");
        sale.buyers = Sale.buyer(TaxCaller.ZHANG, "1/1", "", 2);
        var third = line(tax.ask(sale.xml()), "DEED");

        assertThat(largeFirst).isEqualTo("0.015 19200.00");
        assertThat(largeSecond).isEqualTo("0.02 25600.00");
        assertThat(smallSecond).isEqualTo("0.01 12800.00");
        assertThat(third).isEqualTo("0.03 38400.00");
    }

    @Test
    void assessesAnExemptTitleAtNothingAndConfirmsItAsExempt() {
        sale.certificate = "鲁(2012)济南市不动产权第0090123号";
        sale.usage = "other";

        var assessed = tax.ask(sale.xml());
        var number = field(assessed, "assessmentNumber");
        var wrong = tax.ask(tax.paidNow(number, "ZF1", "0.00"));
        var right = tax.ask(tax.paidNow(number, "EXEMPT", "0.00"));

        assertThat(field(assessed, "totalPayable")).isEqualTo("0.00");
        assertThat(field(wrong, "code")).isEqualTo("TX4023");
        assertThat(field(right, "clearanceNumber")).isNotEmpty();
    }

    @Test
    void givesTheSameAnswerUnderTheSameKeyAndHasOneEffect() {
        var key = UUID.randomUUID().toString();
        var first = tax.ask(key, sale.xml());
        var otherPrefixes = sale.xml().replace("t:", "x:").replace(":t=", ":x=").replace("><", "> <!-- c --> <");

        var second = tax.ask(key, otherPrefixes);
        sale.price = "1280000.01";
        var third = tax.ask(key, sale.xml());

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(field(third, "code")).isEqualTo("TX4009");
        assertThat(trial.effects("tax")).containsExactly("assessment-made");
    }

    @Test
    void keepsRefusalsUnderTheirKeyAndForgetsAllAfterThirtyDays() {
        var key = UUID.randomUUID().toString();
        sale.sellers = Sale.seller(TaxCaller.WANG, "1/2", true);
        var refused = tax.ask(key, sale.xml());
        sale.sellers = Sale.seller(TaxCaller.WANG, "1/1", true);
        var corrected = tax.ask(key, sale.xml());
        trial.clock.advance(Duration.ofDays(31));
        var muchLater = tax.ask(key, sale.xml());

        assertThat(field(refused, "code")).isEqualTo("TX4010");
        assertThat(field(corrected, "code")).isEqualTo("TX4009");
        assertThat(muchLater.statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotKeepALookUp() {
        var key = UUID.randomUUID().toString();

        var unknown = tax.ask(key, clearanceOf("SS1"));
        var assessed = tax.ask(key, sale.xml());

        assertThat(field(unknown, "code")).isEqualTo("TX4021");
        assertThat(assessed.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesATokenThatIsWrongOldAheadOrSeenBefore() {
        tax.createdOffsetSeconds = -301;
        var old = tax.ask(sale.xml());
        tax.createdOffsetSeconds = 65;
        var ahead = tax.ask(sale.xml());
        tax.createdOffsetSeconds = -290;
        tax.nonce = Base64.getEncoder().encodeToString(new byte[16]);
        var fresh = tax.ask(sale.xml());
        var again = tax.ask(sale.xml());
        tax.nonce = "";
        tax.password = "guess";
        var wrong = tax.ask(sale.xml());

        assertThat(fresh.statusCode()).isEqualTo(200);
        for (var refused : new HttpResponse<?>[] {old, ahead, again, wrong}) {
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body().toString()).contains(">TX4001<").contains(">false<");
        }
    }

    @Test
    void refusesAHeaderThatIsNotRegistered() {
        tax.channelCode = "ZW0002";

        assertThat(field(tax.ask(sale.xml()), "code")).isEqualTo("TX4002");
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        assertThat(field(tax.ask("short", sale.xml()), "code")).isEqualTo("TX4002");
    }

    @Test
    void refusesWhatIsAgainstTheSchema() {
        sale.usage = "castle";

        assertThat(field(tax.ask(sale.xml()), "code")).isEqualTo("TX4000");
    }

    @Test
    void refusesADoctype() {
        var envelope = "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + trial.uri("/sim/canary") + "\">]>"
                + tax.envelope(UUID.randomUUID().toString(), sale.xml());

        var answer = trial.send("POST", TaxCaller.SERVICE, Map.of("Content-Type", "text/xml"), envelope);

        assertThat(field(answer, "code")).isEqualTo("TX4000");
        assertThat(trial.outcomes("canary")).isEmpty();
    }

    @Test
    void refusesASoapActionOfAnotherOperation() {
        var answer = trial.send(
                "POST",
                TaxCaller.SERVICE,
                Map.of("Content-Type", "text/xml", "SOAPAction", "\"urn:city:tax:transfer:v3/confirmPayment\""),
                tax.envelope(UUID.randomUUID().toString(), sale.xml()));

        assertThat(field(answer, "code")).isEqualTo("TX4000");
        assertThat(trial.effects("tax")).isEmpty();
    }

    @Test
    void refusesSharesIdentityNumbersAndCompanyFieldsThatCannotBe() {
        sale.buyers = Sale.buyer(TaxCaller.ZHANG, "1/3", "", 0) + Sale.buyer(TaxCaller.WANG, "1/3", "", 0);
        var shares = tax.ask(sale.xml());
        sale.buyers = Sale.buyer(TaxCaller.ZHANG.replace("8212", "8213"), "1/1", "", 0);
        var number = tax.ask(sale.xml());
        sale.buyers = Sale.buyer(COMPANY, "1/1", "<t:maritalStatus>10</t:maritalStatus>", 0);
        var company = tax.ask(sale.xml());

        assertThat(field(shares, "code")).isEqualTo("TX4010");
        assertThat(field(number, "code")).isEqualTo("TX4011");
        assertThat(field(company, "code")).isEqualTo("TX4012");
    }

    @Test
    void refusesAContractFromTomorrow() {
        sale.signedOn = "2026-11-25";

        assertThat(field(tax.ask(sale.xml()), "code")).isEqualTo("TX4013");
    }

    @Test
    void refusesUnknownAndOversizedAttachments() {
        sale.attachments = Sale.attachment("04", "AAAA");
        var unknown = tax.ask(sale.xml());
        var half = Base64.getEncoder().encodeToString(new byte[3_700_000]);
        sale.attachments = Sale.attachment("01", half) + Sale.attachment("02", half);
        var large = tax.ask(sale.xml());
        sale.attachments = Sale.attachment("01", half) + Sale.attachment("02", "AAAA");
        var fits = tax.ask(sale.xml());

        assertThat(field(unknown, "code")).isEqualTo("TX4014");
        assertThat(field(large, "code")).isEqualTo("TX4015");
        assertThat(fits.statusCode()).isEqualTo(200);
    }

    @Test
    void answers413AboveTenMebibytes() {
        sale.attachments = Sale.attachment("01", "A".repeat(11 << 20));

        assertThat(tax.ask(sale.xml()).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesPaymentsThatAreUnknownWrongLateOrRepeated() {
        var number = field(tax.ask(sale.xml()), "assessmentNumber");

        var unknown = tax.ask(tax.paidNow("SS1", "ZF1", "12800.00"));
        var less = tax.ask(tax.paidNow(number, "ZF1", "12799.99"));
        var late = tax.ask(paid(number, "ZF1", "12800.00", "2026-12-10T00:00:00+08:00"));
        var lastMinute = tax.ask(paid(number, "ZF1", "12800.00", "2026-12-09T15:59:59Z"));
        var again = tax.ask(tax.paidNow(number, "ZF1", "12800.00"));

        assertThat(field(unknown, "code")).isEqualTo("TX4021");
        assertThat(field(less, "code")).isEqualTo("TX4023");
        assertThat(field(late, "code")).isEqualTo("TX4022");
        assertThat(lastMinute.statusCode()).isEqualTo(200);
        assertThat(field(again, "code")).isEqualTo("TX4024");
    }

    @Test
    void isClosedAtNight() {
        trial.clock.advanceTo(23, 45);
        var night = tax.ask(sale.xml());
        trial.clock.advanceTo(0, 31);
        var morning = tax.ask(sale.xml());

        assertThat(night.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(night.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(2_690, 2_701);
        assertThat(morning.statusCode()).isEqualTo(200);
    }

    @Test
    void servesItsContractWithItsOwnAddress() {
        var wsdl = trial.get(TaxCaller.SERVICE + "?wsdl");
        var schema = trial.get("/tax/services/xsd/transfer-tax.xsd");

        assertThat(wsdl.body()).contains("location=\"" + trial.uri(TaxCaller.SERVICE) + "\"");
        assertThat(schema.body()).isEqualTo(ContractFile.text("tax/xsd/transfer-tax.xsd"));
    }

    private static Source contract(String file) {
        return new StreamSource(
                new StringReader(ContractFile.text("tax/xsd/" + file)),
                ContractFile.url("tax/xsd/" + file).toExternalForm());
    }
}
