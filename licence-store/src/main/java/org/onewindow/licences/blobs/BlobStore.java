package org.onewindow.licences.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.onewindow.licences.keys.HolderId;

/**
 * Content under names, sealed for its keepers: whoever is one of them can be erased, and only the others still have it.
 *
 * <p>The same bytes of one keeper lie there once, whatever they are called; those of two never meet. Memory: a few megabytes for all who
 * write and read at once, who otherwise wait for each other.
 */
public interface BlobStore {

    /**
     * Reads the content to its end and keeps it.
     *
     * @param content close at hand, such as a file: others wait while it is read
     * @param also runs in the transaction that makes the content readable; where it says no, or throws, nothing is kept
     * @return empty: {@code also} said no
     * @throws org.onewindow.licences.keys.Erased where the keeper's key was destroyed
     */
    Optional<Blob> put(String name, HolderId keeper, String mediaType, InputStream content, Predicate<Blob> also)
            throws IOException;

    /**
     * The bytes, each of them proved before it is given; an {@link IOException} at the first that was changed, moved or cut.
     *
     * @throws Forgotten where no keeper is left
     */
    InputStream open(String name) throws IOException;

    /** From now on this keeper's key opens it as well; {@link Forgotten} where nobody's does, or Erased where theirs was destroyed. */
    void share(String name, HolderId keeper) throws IOException;

    /** The names of all that this keeper's key opens. */
    List<String> namesOf(HolderId keeper);

    /** This keeper's key opens it no more; what no keeper is left of is deleted. The result is whether one is left. */
    boolean drop(String name, HolderId keeper);

    /** The same for all its keepers. */
    void forget(String name);

    /** Deletes a small batch of what nobody can open: not whole since then, or of keepers who were erased. The result is how many. */
    int sweep(Instant notWholeSince);

    /** Takes a small batch of what still lies elsewhere to where new content goes. The result is how many. */
    default int move() {
        return 0;
    }
}
