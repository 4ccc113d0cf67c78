package org.onewindow.simulators.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A registered title of a home (不动产权).
 *
 * @param current false once it has passed into another certificate
 * @param exempt whether its transfer bears no tax
 * @param fate what the reviewers do with a transfer of it
 */
public record Title(
        String number,
        Home home,
        LocalDate firstRegistered,
        List<Holder> holders,
        List<Encumbrance> encumbrances,
        Optional<Pledge> pledge,
        boolean current,
        boolean exempt,
        Fate fate) {

    public Title {
        holders = List.copyOf(holders);
        encumbrances = List.copyOf(encumbrances);
    }

    /** The unit itself; it stays the same when it changes hands. */
    public record Home(String unit, String location, BigDecimal areaSqm, String usage) {}

    public record Holder(String name, String idType, String idNumber, Optional<String> share) {

        @Override
        public String toString() {
            return "holder";
        }
    }

    public record Encumbrance(String kind, LocalDate since, Optional<String> inFavourOf) {}

    /** A loan of the housing fund for which this home stands. */
    public record Pledge(String contract, long outstandingFen, LocalDate since) {}

    /** What happens to a transfer in review. */
    public enum Fate {
        REGISTERED,
        CORRECTION_NEEDED,
        REJECTED
    }

    public boolean isSeized() {
        return encumbrances.stream().anyMatch(one -> one.kind().equals("seizure"));
    }

    public boolean isHeldBy(String idNumber) {
        return holders.stream().anyMatch(holder -> holder.idNumber().equals(idNumber));
    }

    public boolean isHeldBy(String idNumber, String name) {
        return holders.stream()
                .anyMatch(holder ->
                        holder.idNumber().equals(idNumber) && holder.name().equals(name));
    }

    Title released() {
        return new Title(number, home, firstRegistered, holders, encumbrances, Optional.empty(), current, exempt, fate);
    }

    Title historic() {
        return new Title(number, home, firstRegistered, holders, encumbrances, pledge, false, exempt, fate);
    }

    Title passedTo(List<Holder> buyers, String newNumber, LocalDate on) {
        return new Title(newNumber, home, on, buyers, encumbrances, Optional.empty(), true, exempt, Fate.REGISTERED);
    }
}
