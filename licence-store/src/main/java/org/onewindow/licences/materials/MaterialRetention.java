package org.onewindow.licences.materials;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.keys.HolderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the keeping of materials: where their time is over, and where their holder deletes them. What a case bears stays with the case. That
 * it is deleted and that its key is dropped is one transaction: neither is told without the other.
 */
public final class MaterialRetention {

    private static final Logger LOG = LoggerFactory.getLogger(MaterialRetention.class);

    private final TransactionTemplate transaction;
    private final MaterialSpace space;
    private final Uploads uploads;

    public MaterialRetention(DataSource database, MaterialSpace space, Uploads uploads) {
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.space = space;
        this.uploads = uploads;
    }

    /** Whether there was such a material of theirs. */
    public boolean delete(Actor holder, String id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var deleted = space.change(holder, id, MaterialSpace.Change.DELETE);
            deleted.ifPresent(one -> forget(one.upload(), one.holder()));
            return deleted.isPresent();
        }));
    }

    /** Ends at most so many whose time is over; the result is how many it were. One that cannot be ended keeps none of the others. */
    public int sweep(int most) {
        int ended = 0;
        for (var id : space.over(most)) {
            try {
                transaction.executeWithoutResult(
                        _ -> space.expire(id).ifPresent(one -> forget(one.upload(), one.holder())));
                ended++;
            } catch (RuntimeException fault) {
                LOG.error("the keeping of {} could not be ended, it is tried again", id, fault);
            }
        }
        return ended;
    }

    private void forget(String upload, HolderId holder) {
        try {
            if (!space.isStillUsed(upload, holder)) {
                uploads.drop(upload, holder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
