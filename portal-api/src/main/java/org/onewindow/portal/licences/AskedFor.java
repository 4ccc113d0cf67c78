package org.onewindow.portal.licences;

import java.util.List;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial.Source;

/** What staff may look at for a case: what its matter asks for as a licence, not whatever they like. */
final class AskedFor {

    private AskedFor() {}

    static boolean allBy(Matter matter, List<String> types) {
        return types.stream().allMatch(type -> matter.materials().stream()
                .anyMatch(
                        one -> one.from().contains(Source.LICENCE) && one.type().equals(type)));
    }
}
