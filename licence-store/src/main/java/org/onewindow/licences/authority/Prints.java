package org.onewindow.licences.authority;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Actor;
import org.onewindow.licences.Catalogue;
import org.onewindow.licences.Licence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The code printed on a licence's document: its random id, version and a short signature, nothing of a person. Whoever reads it learns the
 * state, and nothing else; who makes one up learns as much as about a licence that does not exist, after the same work.
 */
public final class Prints {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

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

    /**
     * What the code says, such as {@code lic_….1.20261226.0123456789abcdef0123}.
     *
     * @param until of a copy, its own last day; null: of an original
     */
    public String of(Licence licence, @Nullable LocalDate until) {
        return Print.signed(hash, licence.id(), licence.version(), until).text();
    }

    /** The state of the licence that this code is printed on, expired after a copy's own last day; unknown where it is none of ours. */
    public Licence.Status verify(Actor actor, String printed) {
        var print = Print.read(printed);
        var state = state(actor, print, print.isSignedBy(hash));
        boolean over = state == Licence.Status.VALID
                && print.until() != null
                && print.until().isBefore(LocalDate.ofInstant(clock.instant(), BEIJING));
        return over ? Licence.Status.EXPIRED : state;
    }

    /** The same, for a document whose seal was found good: empty where its code is of another store. */
    public Optional<Licence.Status> ofOurs(Actor actor, String printed) {
        return Print.read(printed).isSignedBy(hash) ? Optional.of(verify(actor, printed)) : Optional.empty();
    }

    private Licence.Status state(Actor actor, Print print, boolean genuine) {
        return Licence.Status.of(actor.bind(sql.sql("select lic.verify_mark(" + Actor.SQL
                        + ", :now, :licence, :version, :genuine, :knownFor::jsonb)"))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("licence", print.id())
                .param("version", print.version())
                .param("genuine", genuine)
                .param("knownFor", catalogue.knownForSeconds())
                .query(String.class)
                .single());
    }
}
