package org.onewindow.portal.licences;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.IdType;
import org.onewindow.licences.Actor;
import org.onewindow.licences.LicenceStore;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.security.Caller;
import org.springframework.stereotype.Component;

/** Who asks, for the licence store: by their token alone. */
@Component
public final class Actors {

    private final LicenceStore store;
    private final Access access;

    Actors(LicenceStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** Somebody's identity document, as a body names them. */
    record Named(IdType idType, String idNumber) {

        String plainNumber() {
            return Normalizer.normalize(idNumber, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        }
    }

    public Actor of(Caller caller) {
        return access.actorOf(caller);
    }

    /** A person who asks for themself. */
    Actor person(Caller caller) {
        access.personOf(caller);
        return of(caller);
    }

    HolderId holder(Named named) {
        return HolderId.of(store.hash(), named.idType(), named.plainNumber());
    }

    /** The same of whoever calls; null: it is about nobody. */
    @Nullable
    HolderId whose(Caller caller, @Nullable Named named) {
        return named == null ? of(caller).self() : holder(named);
    }

    /** Whom it is about: the caller, where the body names nobody. */
    HolderId holder(Caller caller, @Nullable Named named) {
        return named == null ? store.idOf(access.personOf(caller)) : holder(named);
    }
}
