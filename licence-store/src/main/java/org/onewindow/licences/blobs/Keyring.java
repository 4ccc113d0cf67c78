package org.onewindow.licences.blobs;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.licences.keys.ContentKey;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who opens what: the keys of the objects, wrapped for each keeper, under each name. */
final class Keyring {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final HolderKeys keys;

    Keyring(DataSource database, JdbcClient sql, HolderKeys keys) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.keys = keys;
    }

    /** What a key opens. */
    record Opened(String object, ContentKey key, long size) {}

    /** Makes it readable: the object where the bytes lie, which is an earlier one where this keeper had them; empty: refused. */
    Optional<String> keep(Wish wish) {
        try {
            return inTransaction(wish);
        } catch (DuplicateKeyException atTheSameTime) {
            // somebody else's is committed now, and is found
            return inTransaction(wish);
        }
    }

    private Optional<String> inTransaction(Wish wish) {
        var where = transaction.<Optional<String>>execute(status -> {
            var mac = keys.mac(
                    sql, wish.keeper(), HexFormat.of().parseHex(wish.blob().sha256()));
            var object = earlier(wish, mac).orElseGet(() -> whole(wish, mac));
            if (wish.also().test(wish.blob())) {
                return Optional.of(object);
            }
            status.setRollbackOnly();
            return Optional.empty();
        });
        return where == null ? Optional.empty() : where;
    }

    private Optional<String> earlier(Wish wish, byte[] mac) {
        var found = sql.sql("select id from blob.object where keeper = ? and content_mac = ? for update")
                .params(wish.keeper().bytes(), mac)
                .query(String.class)
                .optional();
        found.ifPresent(object -> sql.sql(
                        """
                        insert into blob.key (object, keeper, name, wrapped)
                        select object, keeper, ?, wrapped from blob.key where object = ? and keeper = ? limit 1
                        on conflict do nothing""")
                .params(wish.name(), object, wish.keeper().bytes())
                .update());
        return found;
    }

    private String whole(Wish wish, byte[] mac) {
        sql.sql("update blob.object set content_mac = ?, size = ? where id = ?")
                .params(mac, wish.blob().size(), wish.object())
                .update();
        add(wish.object(), wish.name(), wish.key(), wish.keeper());
        return wish.object();
    }

    private void add(String object, String name, ContentKey key, HolderId keeper) {
        sql.sql("insert into blob.key (object, keeper, name, wrapped) values (?, ?, ?, ?) on conflict do nothing")
                .params(object, keeper.bytes(), name, keys.wrap(sql, label(object), key, keeper))
                .update();
    }

    /** By any keeper's key that still lives. */
    Opened open(String name) throws Forgotten {
        return sql.sql(
                        """
                        select o.id, o.size, k.keeper, k.wrapped, h.wrapped as holder_key
                        from blob.key k join blob.object o on o.id = k.object
                            join lic.holder_key h on h.holder = k.keeper and h.wrapped is not null
                        where k.name = ? and o.size is not null limit 1""")
                .param(name)
                .query((row, _) -> new Opened(
                        row.getString("id"),
                        keys.unwrap(
                                label(row.getString("id")),
                                idOf(row.getBytes("keeper")),
                                row.getBytes("holder_key"),
                                row.getBytes("wrapped")),
                        row.getLong("size")))
                .optional()
                .orElseThrow(() -> new Forgotten(name));
    }

    void share(String name, HolderId keeper) throws Forgotten {
        var opened = open(name);
        transaction.executeWithoutResult(_ -> add(opened.object, name, opened.key, keeper));
    }

    List<String> namesOf(HolderId keeper) {
        return sql.sql("select distinct name from blob.key where keeper = ? order by name")
                .param(keeper.bytes())
                .query(String.class)
                .list();
    }

    boolean drop(String name, HolderId keeper) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            objectOf(name).ifPresent(object -> letGo(object, name, keeper));
            return objectOf(name).isPresent();
        }));
    }

    void forget(String name) {
        transaction.executeWithoutResult(
                _ -> objectOf(name).ifPresent(object -> sql.sql("select keeper from blob.key where name = ?")
                        .param(name)
                        .query((row, _) -> idOf(row.getBytes("keeper")))
                        .list()
                        .forEach(keeper -> letGo(object, name, keeper))));
    }

    /** Locked, so that nobody adds a key to what is being deleted. */
    private Optional<String> objectOf(String name) {
        return sql.sql("select id from blob.object where id in (select object from blob.key where name = ?) for update")
                .param(name)
                .query(String.class)
                .optional();
    }

    private void letGo(String object, String name, HolderId keeper) {
        sql.sql("delete from blob.key where object = ? and name = ? and keeper = ?")
                .params(object, name, keeper.bytes())
                .update();
        // what a keeper has let go of is not found again by its content
        sql.sql(
                        """
                        update blob.object set content_mac = null where id = ? and keeper = ?
                        and not exists (select from blob.key k where k.object = id and k.keeper = object.keeper)""")
                .params(object, keeper.bytes())
                .update();
        sql.sql("delete from blob.object where id = ? and not exists (select from blob.key where object = id)")
                .param(object)
                .update();
    }

    private static HolderId idOf(byte[] holder) {
        return new HolderId(HexFormat.of().formatHex(holder));
    }

    private static String label(String object) {
        return "blob/" + object;
    }
}
