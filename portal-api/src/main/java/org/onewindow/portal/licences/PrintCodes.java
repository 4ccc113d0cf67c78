package org.onewindow.portal.licences;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Licence;
import org.onewindow.licences.LicenceStore;
import org.onewindow.portal.PortalSettings;
import org.springframework.stereotype.Component;

/**
 * What the codes on documents say: the address of the public page, and behind a {@code #}, which browsers do not send, what the page asks
 * about.
 */
@Component
final class PrintCodes {

    private final LicenceStore store;
    private final String page;

    PrintCodes(LicenceStore store, PortalSettings settings) {
        this.store = store;
        this.page = settings.publicUrl() + "/verify#";
    }

    /**
     * The code on a document of this licence.
     *
     * @param until a copy's last day; null: it is the original
     */
    String of(Licence licence, @Nullable LocalDate until) {
        return page + store.prints().of(licence, until);
    }
}
