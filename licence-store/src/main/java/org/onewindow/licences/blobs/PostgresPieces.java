package org.onewindow.licences.blobs;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pieces in PostgreSQL, each committed by itself. */
record PostgresPieces(JdbcClient sql) implements Pieces {

    @Override
    public void put(String object, int no, byte[] sealed) {
        sql.sql("insert into blob.chunk (object, no, data) values (?, ?, ?)")
                .params(object, no, sealed)
                .update();
    }

    @Override
    public Optional<byte[]> get(String object, int no) {
        return sql.sql("select data from blob.chunk where object = ? and no = ?")
                .params(object, no)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(data -> data);
    }

    /** All of an object. */
    void delete(String object) {
        sql.sql("delete from blob.chunk where object = ?").param(object).update();
    }
}
