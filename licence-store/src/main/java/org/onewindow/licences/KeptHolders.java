package org.onewindow.licences;

import java.util.HashMap;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of whom something may be kept: who was erased takes no licence away from those who hold it with them. */
final class KeptHolders {

    private final IdentityHash hash;
    private final HolderKeys keys;
    private final Catalogue catalogue;

    KeptHolders(IdentityHash hash, HolderKeys keys, Catalogue catalogue) {
        this.hash = hash;
        this.keys = keys;
        this.catalogue = catalogue;
    }

    /**
     * The draft as it may be kept: without holders who were erased and, where there were any, without what is personal on it, which may
     * be theirs. Where nobody else is left it stays as it is, and cannot be sealed.
     */
    LicenceDraft of(JdbcClient sql, LicenceDraft draft) {
        var erased = keys.erased(sql, draft.holderIds(hash));
        var left = draft.holders().stream()
                .filter(one -> !erased.contains(HolderId.of(hash, one.idType(), one.idNumber())))
                .toList();
        if (erased.isEmpty() || left.isEmpty()) {
            return draft;
        }
        var data = new HashMap<>(draft.data());
        catalogue.type(draft.type()).personal().forEach(data::remove);
        return draft.showing(left, data);
    }
}
