package org.onewindow.simulators.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.onewindow.simulators.wire.Pdf;
import org.onewindow.simulators.wire.Xml;

/**
 * An assessment and, once it is paid, its clearance.
 *
 * @param payBefore the last day of payment, in Beijing
 */
record Assessment(
        String number,
        TransferDeclaration sale,
        List<TaxLine> lines,
        LocalDate payBefore,
        Optional<Clearance> clearance) {

    record Clearance(String number, LocalDate issuedOn) {}

    BigDecimal total() {
        return lines.stream().map(TaxLine::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    Assessment cleared(Clearance newClearance) {
        return new Assessment(number, sale, lines, payBefore, Optional.of(newClearance));
    }

    String resultXml() {
        var out = new StringBuilder("<t:AssessTransferTaxResult xmlns:t=\"" + TaxContract.TRANSFER + "\">");
        out.append("<t:assessmentNumber>").append(number).append("</t:assessmentNumber>");
        out.append("<t:taxableValue>")
                .append(sale.price().setScale(2).toPlainString())
                .append("</t:taxableValue>");
        lines.forEach(line -> out.append(line.xml()));
        out.append("<t:totalPayable>").append(total().toPlainString()).append("</t:totalPayable>");
        out.append("<t:payBefore>").append(payBefore).append("</t:payBefore>");
        return out.append("</t:AssessTransferTaxResult>").toString();
    }

    /** The clearance, or what is still to be paid, inside a result element of this name. */
    String clearanceXml(String resultName) {
        var inside = clearance
                .map(this::xml)
                .orElseGet(() -> "<t:outstanding>" + total().toPlainString() + "</t:outstanding>");
        return "<t:%s xmlns:t=\"%s\">%s</t:%s>".formatted(resultName, TaxContract.TRANSFER, inside, resultName);
    }

    private String xml(Clearance given) {
        var document = Pdf.base64(
                List.of("Tax clearance " + given.number, "Assessment " + number, "Total " + total().toPlainString()));
        return """
                <t:clearance><t:clearanceNumber>%s</t:clearanceNumber><t:issuedOn>%s</t:issuedOn>\
                <t:document>%s</t:document></t:clearance>"""
                .formatted(Xml.escape(given.number), given.issuedOn, document);
    }
}
