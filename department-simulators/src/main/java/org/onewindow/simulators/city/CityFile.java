package org.onewindow.simulators.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the entries of {@code city.yaml}; what is missing there stops the start. */
final class CityFile {

    private static final List<String> SUPPLIES = List.of("water", "gas", "heating");

    private CityFile() {}

    static List<Citizen> citizens(JsonNode list) {
        var citizens = new ArrayList<Citizen>();
        for (var one : list) {
            var marital = one.required("marital");
            var fund = one.path("fund");
            citizens.add(new Citizen(
                    text(one, "login"),
                    text(one, "name"),
                    text(one, "idNumber"),
                    new Citizen.Marriage(
                            text(marital, "status"),
                            optional(marital, "spouse"),
                            optional(marital, "since").map(LocalDate::parse)),
                    fund.path("member").asBoolean()
                            ? Optional.of(fund.path("balanceFen").asLong())
                            : Optional.empty()));
        }
        return List.copyOf(citizens);
    }

    static List<Title> titles(JsonNode list, List<Citizen> citizens) {
        var titles = new ArrayList<Title>();
        for (var one : list) {
            titles.add(new Title(
                    text(one, "number"),
                    new Title.Home(
                            text(one, "unit"),
                            text(one, "location"),
                            one.required("areaSqm").decimalValue(),
                            text(one, "usage")),
                    date(one, "firstRegistered"),
                    holders(one.required("holders"), citizens),
                    encumbrances(one.path("encumbrances")),
                    pledge(one.path("pledged")),
                    true,
                    one.path("relief").asText().equals("exempt"),
                    fate(text(one, "fate"))));
        }
        return List.copyOf(titles);
    }

    /** Of each home one with every company; the holder is the first of the title's. */
    static List<Account> accounts(JsonNode list, List<Title> titles) {
        var accounts = new ArrayList<Account>();
        for (var one : list) {
            var unit = text(one, "unit");
            var title = titles.stream()
                    .filter(each -> each.home().unit().equals(unit))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("city.yaml: no home is the unit " + unit));
            for (var supply : SUPPLIES) {
                accounts.add(new Account(
                        supply,
                        text(one, supply),
                        unit,
                        title.home().location(),
                        title.holders().getFirst().name(),
                        one.path("owed").path(supply).asLong(),
                        !one.path("closed").toString().contains('"' + supply + '"')));
            }
        }
        return List.copyOf(accounts);
    }

    private static List<Title.Holder> holders(JsonNode list, List<Citizen> citizens) {
        var holders = new ArrayList<Title.Holder>();
        for (var one : list) {
            var login = text(one, "login");
            var citizen = citizens.stream()
                    .filter(each -> each.login().equals(login))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("city.yaml: no citizen has the login " + login));
            holders.add(new Title.Holder(citizen.name(), "resident-id", citizen.idNumber(), optional(one, "share")));
        }
        return holders;
    }

    private static List<Title.Encumbrance> encumbrances(JsonNode list) {
        var encumbrances = new ArrayList<Title.Encumbrance>();
        list.forEach(one -> encumbrances.add(
                new Title.Encumbrance(text(one, "kind"), date(one, "since"), optional(one, "inFavourOf"))));
        return encumbrances;
    }

    private static Optional<Title.Pledge> pledge(JsonNode one) {
        return one.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Title.Pledge(
                        text(one, "contract"), one.required("outstandingFen").asLong(), date(one, "since")));
    }

    private static Title.Fate fate(String word) {
        return Title.Fate.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static LocalDate date(JsonNode node, String name) {
        return LocalDate.parse(text(node, name));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }
}
