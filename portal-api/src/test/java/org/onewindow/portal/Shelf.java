package org.onewindow.portal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.onewindow.licences.blobs.BlobStore;
import org.onewindow.licences.blobs.BlobsAway;

/** The place where the bytes of uploads lie, which may be away while the database is there. */
final class Shelf {

    private final BlobStore real;
    private volatile boolean away;

    Shelf(BlobStore real) {
        this.real = real;
    }

    void away(boolean now) {
        away = now;
    }

    BlobStore blobs() {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (_, method, words) -> {
                    if (away && method.getName().equals("put")) {
                        throw new BlobsAway("the bucket is away: for a test");
                    }
                    try {
                        return method.invoke(real, words);
                    } catch (InvocationTargetException own) {
                        throw own.getCause();
                    }
                });
    }
}
