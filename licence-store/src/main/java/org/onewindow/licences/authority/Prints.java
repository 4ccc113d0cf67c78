package org.onewindow.licences.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.Licence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The code printed on a licence: its identifier and a short signature. Whoever reads it learns the state, and nothing else; who makes an
 * identifier up learns as much as about a licence that does not exist.
 */
public final class Prints {

    private static final int DIGITS = 20;

    private final JdbcClient sql;
    private final IdentityHash hash;
    private final Catalogue catalogue;
    private final Clock clock;

    public Prints(DataSource database, IdentityHash hash, Catalogue catalogue, Clock clock) {
        this.sql = JdbcClient.create(database);
        this.hash = hash;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** 80 bits over what the print says: enough where each try costs a request. */
    public String signature(Licence licence) {
        return signature(licence.type(), licence.number(), licence.version());
    }

    /** The state of the licence with this number, if the print is genuine; else unknown. */
    public Licence.Status verify(Actor actor, String type, String number, int version, String signature) {
        boolean genuine = MessageDigest.isEqual(
                signature(type, number, version).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
        var key = catalogue.knows(type) ? catalogue.numberKey(hash, type, number) : new byte[16];
        return Licence.Status.of(
                actor.bind(sql.sql("select lic.verify_print(" + Actor.SQL + ", :now, :number, :version, :genuine)"))
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                        .param("number", key)
                        .param("version", version)
                        .param("genuine", genuine)
                        .query(String.class)
                        .single());
    }

    private String signature(String type, String number, int version) {
        return hash.of("print/" + type + '/' + number + '/' + version).substring(0, DIGITS);
    }
}
