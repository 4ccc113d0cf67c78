package org.onewindow.simulators.city;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of titles as it stands now; old certificates stay to be found as historic. */
public final class Titles {

    private final Map<String, Title> titles = new LinkedHashMap<>();

    Titles(List<Title> atTheStart) {
        reset(atTheStart);
    }

    public synchronized Optional<Title> find(String number) {
        return Optional.ofNullable(titles.get(number));
    }

    public synchronized List<Title> all() {
        return List.copyOf(titles.values());
    }

    /** The home changes hands: the old certificate becomes historic, a new one is entered. */
    public synchronized Title pass(Title old, List<Title.Holder> buyers, String newNumber, LocalDate on) {
        var next = old.passedTo(buyers, newNumber, on);
        titles.put(old.number(), old.historic());
        titles.put(newNumber, next);
        return next;
    }

    /** False where nothing was pledged. */
    public synchronized boolean releasePledge(String number) {
        var title = titles.get(number);
        if (title == null || title.pledge().isEmpty()) {
            return false;
        }
        titles.put(number, title.released());
        return true;
    }

    synchronized void reset(List<Title> atTheStart) {
        titles.clear();
        atTheStart.forEach(title -> titles.put(title.number(), title));
    }
}
