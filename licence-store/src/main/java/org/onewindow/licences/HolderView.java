package org.onewindow.licences;

import java.util.LinkedHashMap;
import java.util.function.Predicate;

/**
 * What one of several holders sees of a licence, and whoever uses it by their authority: of the others their names, which stand on the
 * paper for everybody, the end of their numbers, and nothing that is personal by the licence's type.
 */
public record HolderView(Catalogue catalogue) {

    private static final int SHOWN = 4;

    /**
     * The licence as far as it is theirs.
     *
     * @param theirs which of its holders they are
     */
    public Licence of(Licence licence, Predicate<Holder> theirs) {
        var holders = licence.holders().stream()
                .map(holder -> theirs.test(holder) ? holder : masked(holder))
                .toList();
        var data = new LinkedHashMap<>(licence.data());
        // a certificate's own list of holders bears their numbers too
        data.remove("holders");
        if (holders.size() > 1 && catalogue.knows(licence.type())) {
            catalogue.type(licence.type()).personal().forEach(data::remove);
        }
        return licence.showing(holders, data);
    }

    private static Holder masked(Holder other) {
        var number = other.idNumber();
        var end = number.substring(Math.max(0, number.length() - SHOWN));
        return new Holder(
                other.name(), other.idType(), "*".repeat(number.length() - end.length()) + end, other.share());
    }
}
