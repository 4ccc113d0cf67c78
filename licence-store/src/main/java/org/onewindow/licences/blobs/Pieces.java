package org.onewindow.licences.blobs;

import java.util.Optional;

/** Where the sealed pieces of objects lie, by number from 0. */
interface Pieces {

    /** Throws where a put would be refused at once, without being tried. */
    default void awake() throws BlobsAway {}

    /** Keeps it for good; the same one twice is as once. */
    void put(String object, int no, byte[] sealed) throws BlobsAway;

    /** Empty: it is not there. */
    Optional<byte[]> get(String object, int no) throws BlobsAway;
}
