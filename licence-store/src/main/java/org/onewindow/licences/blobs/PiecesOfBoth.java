package org.onewindow.licences.blobs;

import java.util.Optional;

/** New pieces go into the bucket; what has not been moved there yet, or is just being moved, is still read from the database. */
record PiecesOfBoth(PostgresPieces database, Bucket bucket) implements Pieces {

    @Override
    public void awake() throws BlobsAway {
        bucket.awake();
    }

    @Override
    public void put(String object, int no, byte[] sealed) throws BlobsAway {
        bucket.put(object, no, sealed);
    }

    @Override
    public Optional<byte[]> get(String object, int no) throws BlobsAway {
        // in this order: a move puts all into the bucket before it takes any away here
        var here = database.get(object, no);
        return here.isPresent() ? here : bucket.get(object, no);
    }
}
