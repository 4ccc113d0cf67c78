package org.onewindow.licences;

import java.time.Clock;
import javax.sql.DataSource;
import org.onewindow.cases.IdentityHash;
import org.onewindow.licences.authority.Authorisations;
import org.onewindow.licences.authority.CopyPurposes;
import org.onewindow.licences.authority.Emergencies;
import org.onewindow.licences.authority.LooksForOthers;
import org.onewindow.licences.authority.Mandates;
import org.onewindow.licences.authority.Objections;
import org.onewindow.licences.authority.Openings;
import org.onewindow.licences.authority.OwnAuthority;
import org.onewindow.licences.authority.Prints;
import org.onewindow.licences.authority.Spending;
import org.onewindow.licences.authority.Usage;
import org.onewindow.licences.keys.HolderId;
import org.onewindow.licences.keys.HolderKeys;
import org.onewindow.licences.materials.FormOffers;
import org.onewindow.licences.status.StatusLists;

/** The parts of the licence store over one database, put together once. */
public record LicenceStore(
        IdentityHash hash,
        Catalogue catalogue,
        Licences licences,
        LicenceLife life,
        LicencePulls pulls,
        LicencePushes pushes,
        LicenceImports imports,
        Arrivals arrivals,
        OwnLicences own,
        Sensing sensing,
        CaseLicences ofCases,
        Authorisations authorisations,
        Openings openings,
        LooksForOthers looksForOthers,
        Mandates mandates,
        Usage usage,
        OwnAuthority ownAuthority,
        Objections objections,
        Emergencies emergencies,
        Prints prints,
        CopyPurposes copyPurposes,
        StatusLists statusLists,
        Erasures erasures,
        Refusals refusals,
        FormOffers formOffers,
        LicenceStatistics statistics) {

    public static LicenceStore over(
            DataSource database,
            IdentityHash hash,
            HolderKeys keys,
            Catalogue catalogue,
            Spending spending,
            Clock clock) {
        var contents = new Contents(database, keys, hash, catalogue);
        var licences = new Licences(database, hash, keys, catalogue, clock);
        var life = new LicenceLife(database, hash, keys, catalogue, clock);
        var refusals = new Refusals(database, clock);
        var words = new LicenceWords(database, hash, licences, life, catalogue, clock);
        return new LicenceStore(
                hash,
                catalogue,
                licences,
                life,
                new LicencePulls(database, words, clock),
                new LicencePushes(words),
                new LicenceImports(database, words, hash, catalogue, clock),
                new Arrivals(database, clock),
                new OwnLicences(database, contents, clock),
                new Sensing(database, spending, clock),
                new CaseLicences(database, contents, clock),
                new Authorisations(database, spending, clock),
                new Openings(database, contents, catalogue, spending, clock),
                new LooksForOthers(database, spending, clock),
                new Mandates(database, clock),
                new Usage(database, clock),
                new OwnAuthority(database, clock),
                new Objections(database, keys, refusals, clock),
                new Emergencies(database, clock),
                new Prints(database, hash, catalogue, clock),
                new CopyPurposes(database),
                new StatusLists(database, catalogue, clock),
                new Erasures(database, hash, clock),
                refusals,
                new FormOffers(database, hash, clock),
                new LicenceStatistics(database));
    }

    /** Under which key somebody is found. */
    public HolderId idOf(org.onewindow.canonical.Party person) {
        return HolderId.of(hash, person);
    }
}
