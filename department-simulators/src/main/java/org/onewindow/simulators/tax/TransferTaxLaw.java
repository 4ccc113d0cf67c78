package org.onewindow.simulators.tax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.onewindow.simulators.tax.TransferDeclaration.Party;

/** The taxes on the transfer of a home: simple, but as the law has them. */
final class TransferTaxLaw {

    private static final String VAT = "0.05";
    private static final String INCOME = "0.01";
    private static final String STAMP = "0.0005";
    private static final BigDecimal LARGE_SQM = new BigDecimal("140");

    private TransferTaxLaw() {}

    static List<TaxLine> assess(TransferDeclaration sale, boolean exempt) {
        if (exempt) {
            return List.of(
                    TaxLine.relieved("VAT", VAT, "EXEMPT"),
                    TaxLine.relieved("INCOME", INCOME, "EXEMPT"),
                    TaxLine.relieved("DEED", "0.03", "EXEMPT"),
                    TaxLine.relieved("STAMP", STAMP, "EXEMPT"));
        }
        var lines = new ArrayList<TaxLine>();
        lines.add(ofSellers(sale, "VAT", VAT, "HELD-2-YEARS", seller -> isFreeOfVat(sale, seller)));
        lines.add(
                ofSellers(sale, "INCOME", INCOME, "HELD-5-YEARS-ONLY-HOME", seller -> isFreeOfIncomeTax(sale, seller)));
        lines.addAll(deed(sale));
        lines.add(ofSellers(sale, "STAMP", STAMP, "HOME-OF-A-PERSON", seller -> isHomeOfPerson(sale, seller)));
        return lines;
    }

    private static TaxLine ofSellers(
            TransferDeclaration sale, String kind, String rate, String relief, Predicate<Party> isFree) {
        var due = sale.sellers().stream()
                .filter(isFree.negate())
                .map(seller -> seller.part().of(sale.price()).multiply(new BigDecimal(rate)))
                .toList();
        return due.isEmpty()
                ? TaxLine.relieved(kind, rate, relief)
                : TaxLine.due(kind, rate, due.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** One line for each rate that occurs among the buyers. */
    private static List<TaxLine> deed(TransferDeclaration sale) {
        var byRate = new TreeMap<String, BigDecimal>();
        for (var buyer : sale.buyers()) {
            var rate = deedRate(sale, buyer);
            byRate.merge(rate, buyer.part().of(sale.price()).multiply(new BigDecimal(rate)), BigDecimal::add);
        }
        return byRate.entrySet().stream()
                .map(due -> TaxLine.due("DEED", due.getKey(), due.getValue()))
                .toList();
    }

    private static String deedRate(TransferDeclaration sale, Party buyer) {
        boolean large = sale.home().floorArea().compareTo(LARGE_SQM) > 0;
        if (!isHomeOfPerson(sale, buyer) || buyer.homes() > 1) {
            return "0.03";
        }
        if (!large) {
            return "0.01";
        }
        return buyer.homes() == 0 ? "0.015" : "0.02";
    }

    private static boolean isFreeOfVat(TransferDeclaration sale, Party seller) {
        return isHomeOfPerson(sale, seller)
                && sale.home()
                        .registered()
                        .filter(since -> !since.plusYears(2).isAfter(sale.signedOn()))
                        .isPresent();
    }

    private static boolean isFreeOfIncomeTax(TransferDeclaration sale, Party seller) {
        boolean longHeld = sale.home()
                .registered()
                .filter(since -> since.plusYears(5).isBefore(sale.signedOn()))
                .isPresent();
        // a company's gain is taxed with its yearly income, not here
        return seller.isCompany() || (isHomeOfPerson(sale, seller) && longHeld && seller.onlyFamilyHome());
    }

    private static boolean isHomeOfPerson(TransferDeclaration sale, Party party) {
        return sale.home().residential() && !party.isCompany();
    }
}
