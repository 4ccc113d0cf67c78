package org.onewindow.cases.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * The role under which a hub works: it owns no table, so it reads and writes what it was given and nothing else. Tables are made by their
 * owner, who logs in at a start only (docs/adr/0005).
 */
public final class ApplicationRole {

    public static final String NAME = "hub_app";

    private static final String ALGORITHM = "HmacSHA256";

    private ApplicationRole() {}

    /**
     * Makes the role where it is missing, by an owner who may make roles; the result is its password, the same at every node that knows the
     * owner's.
     */
    public static String make(DataSource owner, String ownerPassword) {
        var password = derived(ownerPassword);
        // several nodes may start at once: the lock ends with the statement's transaction
        run(
                owner,
                """
                        do $$
                        begin
                            perform pg_advisory_xact_lock(hashtext('%1$s'));
                            if not exists (select from pg_roles where rolname = '%1$s') then
                                create role %1$s login noinherit;
                            end if;
                            alter role %1$s password '%2$s';
                        end $$"""
                        .formatted(NAME, password));
        return password;
    }

    /** Whether the owner may make roles; one who may not has been given what it needs by a database administrator. */
    public static boolean canBeMadeBy(DataSource owner) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select rolsuper or rolcreaterole from pg_roles where rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not say what its user may do", failure);
        }
    }

    /** Gives it the rows of the common tables; stores with tables that guard themselves have a schema of their own. */
    public static void grant(DataSource owner) {
        run(
                owner,
                """
                        do $$
                        begin
                            perform pg_advisory_xact_lock(hashtext('%1$s'));
                            if exists (select from pg_roles where rolname = '%1$s') then
                                grant usage on schema public to %1$s;
                                grant select, insert, update, delete on all tables in schema public to %1$s;
                                grant usage on all sequences in schema public to %1$s;
                            end if;
                        end $$"""
                        .formatted(NAME));
    }

    private static void run(DataSource owner, String statement) {
        try (var connection = owner.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("the role " + NAME + " cannot be prepared", failure);
        }
    }

    private static String derived(String ownerPassword) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(("owner " + ownerPassword).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(NAME.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
