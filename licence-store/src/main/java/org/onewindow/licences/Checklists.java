package org.onewindow.licences;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.CaseNumber;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.keys.HolderId;

/** Looks up what a matter asks for: what the stores have is not asked again (材料复用). */
public final class Checklists {

    private final Sensing sensing;
    private final CaseLicences licences;
    private final Uploads uploads;
    private final IdentityHash hash;

    public Checklists(Sensing sensing, CaseLicences licences, Uploads uploads, IdentityHash hash) {
        this.sensing = sensing;
        this.licences = licences;
        this.uploads = uploads;
        this.hash = hash;
    }

    /** Of a case that came in: the hub asks by itself. */
    public Checklist check(Matter matter, ServiceRequest request, CaseNumber number) {
        return check(matter, request, Actor.HUB, number);
    }

    /** Before a case: the caller asks for themselves. */
    public Checklist check(Matter matter, ServiceRequest request, Actor caller) {
        return check(matter, request, caller, null);
    }

    private Checklist check(Matter matter, ServiceRequest request, Actor actor, @Nullable CaseNumber number) {
        var entries = new ArrayList<Checklist.Entry>();
        for (var material : matter.materials()) {
            for (var party : partiesOf(material, request.parties())) {
                var whose = party == null ? null : request.parties().get(party);
                var reference = handedIn(material, whose, request.materials())
                        .or(() ->
                                licence(matter, material, whose == null ? request.applicant() : whose, actor, number));
                entries.add(new Checklist.Entry(material, party, reference.orElse(null)));
            }
        }
        return new Checklist(entries);
    }

    /** Places in the parties; one null where the material is the case's. */
    private static List<@Nullable Integer> partiesOf(RequiredMaterial material, List<Party> parties) {
        var places = new ArrayList<@Nullable Integer>();
        if (!material.ofEachParty()) {
            places.add(null);
            return places;
        }
        for (int i = 0; i < parties.size(); i++) {
            if (parties.get(i).kind() == Party.Kind.PERSON) {
                places.add(i);
            }
        }
        return places;
    }

    private Optional<MaterialReference> handedIn(
            RequiredMaterial material, @Nullable Party whose, List<MaterialReference> materials) {
        return materials.stream()
                .filter(one -> one.type().equals(material.type()))
                .filter(one -> whose == null || whose.idNumber().equals(one.of()))
                .map(this::withContent)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private @Nullable MaterialReference withContent(MaterialReference handedIn) {
        var id = handedIn.upload();
        return id == null
                ? null
                : uploads.ofCase(id)
                        .map(upload -> new MaterialReference(
                                handedIn.type(), id, null, handedIn.of(), upload.fileName(), upload.sha256()))
                        .orElse(null);
    }

    private Optional<MaterialReference> licence(
            Matter matter, RequiredMaterial material, Party whose, Actor actor, @Nullable CaseNumber number) {
        if (material.from() != Source.LICENCE) {
            return Optional.empty();
        }
        var holder = HolderId.of(hash, whose);
        var found = sensing.current(actor, holder, material.type(), number);
        found.filter(_ -> number != null)
                .ifPresent(
                        licence -> licences.grant(Objects.requireNonNull(number), matter.code(), holder, licence.id()));
        return found.map(
                licence -> new MaterialReference(material.type(), null, licence.id(), whose.idNumber(), null, null));
    }
}
