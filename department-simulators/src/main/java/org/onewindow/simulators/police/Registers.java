package org.onewindow.simulators.police;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.onewindow.simulators.city.Citizen;
import org.onewindow.simulators.city.City;
import org.onewindow.simulators.city.Title;

/** The households of the city: at the start a couple has one register, everybody else one of their own. For many threads. */
final class Registers {

    private static final LocalDate ISSUED = LocalDate.of(2006, 6, 1);

    private final City city;
    private final List<Register> all = new ArrayList<>();

    Registers(City city) {
        this.city = city;
        reset();
    }

    synchronized void reset() {
        all.clear();
        var counted = new HashSet<String>();
        for (var head : city.citizens()) {
            if (counted.add(head.login())) {
                var members = new ArrayList<>(List.of(head));
                city.spouseOf(head)
                        .filter(spouse -> counted.add(spouse.login()))
                        .ifPresent(members::add);
                int place = city.citizens().indexOf(head) + 1;
                all.add(new Register("H3701-%06d".formatted(place), ISSUED, address(city, members), members));
            }
        }
    }

    private static String address(City city, List<Citizen> members) {
        return city.titles().all().stream()
                .filter(title -> title.holders().stream().anyMatch(holder -> isOf(holder, members)))
                .map(title -> title.home().location())
                .findFirst()
                .orElse("济南市历下区公共集体户");
    }

    private static boolean isOf(Title.Holder holder, List<Citizen> members) {
        return members.stream().anyMatch(one -> one.idNumber().equals(holder.idNumber()));
    }

    synchronized List<Register> of(String name, String idNumber) {
        return all.stream().filter(one -> one.names(name, idNumber)).toList();
    }

    synchronized Optional<Register> byId(String certificateId) {
        return all.stream()
                .filter(one -> one.certificateId().equals(certificateId))
                .findFirst();
    }

    /** The person leaves this register for one of their own; one that nobody is left in ends. */
    synchronized Register move(Register from, Citizen person, String number, String address, LocalDate on) {
        var rest = from.without(person);
        var own = new Register(number, on, address, List.of(person));
        all.remove(from);
        if (!rest.members().isEmpty()) {
            all.add(rest);
        }
        all.add(own);
        return own;
    }
}
