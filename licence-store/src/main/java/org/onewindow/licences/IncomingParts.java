package org.onewindow.licences;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onewindow.licences.keys.ContentKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes of uploads on their way, sealed piece by piece as they come. */
final class IncomingParts {

    /** In bytes; this much of a line that breaks is sent again at most. */
    static final int SIZE = 256 << 10;

    private final JdbcClient sql;

    IncomingParts(JdbcClient sql) {
        this.sql = sql;
    }

    void add(String upload, ContentKey key, long at, byte[] buffer, int length) {
        sql.sql("insert into blob.part (upload, at, data) values (?, ?, ?)")
                .params(upload, at, key.seal(buffer, length, bound(upload, at)))
                .update();
    }

    /** All of them, in plain; the result is how many bytes. */
    long copy(String upload, ContentKey key, long length, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            long at = 0;
            while (at < length) {
                var part = key.open(read(upload, at), bound(upload, at));
                out.write(part);
                at += part.length;
            }
            return at;
        }
    }

    void delete(String upload) {
        sql.sql("delete from blob.part where upload = ?").param(upload).update();
    }

    /** Reads until the buffer holds this much or the sender has ended or broken off. */
    static Filled fill(InputStream body, byte[] buffer, int wanted) {
        int length = 0;
        try {
            for (int n = 0; n >= 0 && length < wanted; ) {
                n = body.read(buffer, length, wanted - length);
                length += Math.max(0, n);
            }
            return new Filled(length, null);
        } catch (IOException broken) {
            return new Filled(length, broken);
        }
    }

    /** How much came, and what stopped it. */
    record Filled(int length, @org.jspecify.annotations.Nullable IOException broken) {}

    private byte[] read(String upload, long at) throws IOException {
        return sql.sql("select data from blob.part where upload = ? and at = ?")
                .params(upload, at)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IOException("a part of " + upload + " is gone"));
    }

    private static String bound(String upload, long at) {
        return upload + '|' + at;
    }
}
