package org.onewindow.licences.materials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.keys.HolderId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of cases that are over; {@link CaseFiles} put them there. */
final class Archives {

    private final JdbcClient sql;
    private final MaterialSpace space;
    private final Uploads uploads;
    private final IdentityHash hash;

    Archives(JdbcClient sql, MaterialSpace space, Uploads uploads, IdentityHash hash) {
        this.sql = sql;
        this.space = space;
        this.uploads = uploads;
        this.hash = hash;
    }

    /** Nobody opens what this case bears any more, but for what its holders keep in their own space and what another case bears. */
    void end(CaseNumber number) {
        var archive = HolderId.ofArchive(hash, number);
        try {
            for (var upload : uploads.keptBy(archive)) {
                uploads.drop(upload, archive);
                for (var keeper : keepers(number, upload)) {
                    if (!space.isStillUsed(upload, keeper)) {
                        uploads.drop(upload, keeper);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a case bears is under its holder's key, too, whether or not their own space keeps it; or still under that of who brought it. */
    private List<HolderId> keepers(CaseNumber number, String upload) {
        var parties = sql.sql("select distinct id_hash from party_of_case where number = ?")
                .param(number.text())
                .query((row, _) -> HolderId.ofHash(row.getString(1)))
                .list();
        return Stream.concat(parties.stream(), uploads.sender(upload).stream()).toList();
    }
}
