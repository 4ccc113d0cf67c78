package org.onewindow.licences;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;

/**
 * Masks on a licence that several people hold what is of those who did not allow its use.
 *
 * <p>One holder's word is enough for what is of their own; a law that lets a department look lets it see all of it.
 */
final class CoHolders {

    private static final Set<String> BY_LAW = Set.of("statutory", "emergency");

    private final IdentityHash hash;
    private final Catalogue catalogue;

    CoHolders(IdentityHash hash, Catalogue catalogue) {
        this.hash = hash;
        this.catalogue = catalogue;
    }

    /**
     * By what right a licence is read.
     *
     * @param allowed who allowed it
     * @param own whether it is a holder who looks: the others' names stand on the paper in front of them
     */
    record Right(String basis, Set<HolderId> allowed, boolean own) {}

    Licence shown(Licence whole, Right right) {
        if (BY_LAW.contains(right.basis()) || whole.holders().size() < 2) {
            return whole;
        }
        var holders = new ArrayList<Holder>();
        var others = new ArrayList<Holder>();
        for (var holder : whole.holders()) {
            (right.allowed().contains(idOf(holder)) ? holders : others).add(holder);
        }
        if (others.isEmpty()) {
            return whole;
        }
        // who allowed it stands first: a scanner is told the first name
        others.forEach(other -> holders.add(other.masked(!right.own())));
        return whole.showing(holders, data(whole, right));
    }

    /** Which fields of a type that is registered no more are personal nobody can say. */
    private Map<String, Object> data(Licence whole, Right right) {
        if (!catalogue.knows(whole.type())) {
            return right.own() ? whole.data() : Map.of();
        }
        var data = new LinkedHashMap<>(whole.data());
        catalogue.type(whole.type()).personal().forEach(data::remove);
        return data;
    }

    private HolderId idOf(Holder holder) {
        return HolderId.of(hash, holder.idType(), holder.idNumber());
    }
}
