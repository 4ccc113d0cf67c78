package org.onewindow.licences.materials;

import java.io.IOException;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.keys.HolderId;

/** Ends the keeping of materials: where their time is over, and where their holder deletes them. What a case bears stays with the case. */
public final class MaterialRetention {

    private final MaterialSpace space;
    private final Uploads uploads;

    public MaterialRetention(MaterialSpace space, Uploads uploads) {
        this.space = space;
        this.uploads = uploads;
    }

    /** Whether there was such a material of theirs. */
    public boolean delete(Actor holder, String id) throws IOException {
        var deleted = space.change(holder, id, MaterialSpace.Change.DELETE);
        if (deleted.isPresent() && holder.self() != null) {
            forget(deleted.get().upload(), holder.self());
        }
        return deleted.isPresent();
    }

    /** Ends at most so many whose time is over; the result is how many it were. */
    public int sweep(int most) throws IOException {
        var expired = space.expire(most);
        for (var one : expired) {
            forget(one.upload(), one.holder());
        }
        return expired.size();
    }

    private void forget(String upload, HolderId holder) throws IOException {
        if (!space.isStillUsed(upload, holder)) {
            uploads.drop(upload, holder);
        }
    }
}
