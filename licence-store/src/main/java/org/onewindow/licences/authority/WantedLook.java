package org.onewindow.licences.authority;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.licences.keys.HolderId;

/**
 * A look at what there is of somebody else.
 *
 * @param matter for which the mandate must be, or which the case must be of
 * @param types of licences and materials that the matter asks for
 * @param scan the use that the scan of the holder's picture was; null: they showed none
 * @param caseNumber an open case of the matter that names the holder; null: there is none
 */
public record WantedLook(
        HolderId holder, String matter, List<String> types, @Nullable Long scan, @Nullable CaseNumber caseNumber) {

    public WantedLook {
        types = List.copyOf(types);
    }
}
