package org.onewindow.portal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Supplement;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.checklist.Demands;
import org.onewindow.licences.materials.CaseFiles;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.springframework.stereotype.Component;

/** Checks what is handed in for a supplement: the caller's own, of materials that were asked for. */
@Component
final class HandedIn {

    private final Uploads uploads;
    private final MaterialSpace space;
    private final CaseFiles files;
    private final LicencesByWord byWord;
    private final Access access;
    private final Supplier<ConfigurationTree> tree;

    HandedIn(
            Uploads uploads,
            MaterialSpace space,
            CaseFiles files,
            LicencesByWord byWord,
            Access access,
            Supplier<ConfigurationTree> tree) {
        this.uploads = uploads;
        this.byWord = byWord;
        this.files = files;
        this.space = space;
        this.access = access;
        this.tree = tree;
    }

    /** The materials with what the store knows of them. */
    List<MaterialReference> check(Caller caller, CaseSnapshot found, String id, List<MaterialReference> materials) {
        var supplement = found.supplements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.SUPPLEMENT_UNKNOWN));
        var errors = new ArrayList<FieldError>();
        if (materials.isEmpty()) {
            errors.add(FieldError.of("/materials", "required"));
        }
        var known = new ArrayList<MaterialReference>();
        for (int i = 0; i < materials.size(); i++) {
            var material = materials.get(i);
            var at = "/materials/" + i;
            if (!isWanted(found, supplement, material.type())) {
                errors.add(FieldError.of(at + "/type", "material-unknown"));
            }
            space.wrongDay(material)
                    .ifPresent(wrong -> errors.add(new FieldError(at + "/validTo", wrong.code(), wrong.text())));
            if (isLookedUp(found, supplement, material)) {
                continue;
            }
            var given = given(caller, found, supplement, material);
            if (given == null) {
                errors.add(wrong(at, material));
            } else {
                known.add(given);
            }
        }
        if (!errors.isEmpty()) {
            boolean onlyUploads = errors.stream().allMatch(error -> error.code().equals("upload-unknown"));
            throw new Refusal(onlyUploads ? ProblemCode.UPLOAD_UNKNOWN : ProblemCode.REQUEST_INVALID, errors);
        }
        files.keep(found.number(), found.request(), known);
        return known;
    }

    /** Nothing but its type: the applicant says that what the hub can look up by now is to be used. */
    private boolean isLookedUp(CaseSnapshot found, Supplement supplement, MaterialReference material) {
        return supplement.stepKey() == null
                && material.upload() == null
                && material.stored() == null
                && material.declared() == null
                && Stream.of(Source.LICENCE, Source.DATA, Source.CASE)
                        .anyMatch(way -> takes(found, supplement, material, way));
    }

    private static FieldError wrong(String at, MaterialReference material) {
        if (material.stored() != null) {
            return material.declared() == Declaration.UNCHANGED
                    ? FieldError.of(at + "/stored", "stored-unknown")
                    : FieldError.of(at + "/declared", "unchanged-required");
        }
        return FieldError.of(at + "/upload", material.upload() == null ? "required" : "upload-unknown");
    }

    /**
     * An upload of the caller's, or one that the case bears already; while the case is not complete, what the applicant handed in before, or their
     * word; for a department's step, their licence by their word.
     */
    private @Nullable MaterialReference given(
            Caller caller, CaseSnapshot found, Supplement supplement, MaterialReference material) {
        var upload = material.upload();
        if (upload != null) {
            boolean alone = material.stored() == null && material.declared() == null;
            return !alone
                    ? null
                    : uploads.of(upload, access.subjectOf(caller))
                            .map(known -> material.heldBy(known.id(), known.fileName(), known.sha256()))
                            .or(() -> borne(found, material.type(), upload).map(one -> one.goodTo(material.validTo())))
                            .orElse(null);
        }
        return found.acceptedAt() == null && isSaid(found, supplement, material)
                ? new MaterialReference(
                        material.type(), null, null, material.stored(), material.declared(), material.of(), null, null)
                : byWord.of(caller, found, supplement, material).orElse(null);
    }

    /** Nobody uploads again what a window has held against its original since; that window may tell its last day anew. */
    private static Optional<MaterialReference> borne(CaseSnapshot found, String type, String upload) {
        return found.request().materials().stream()
                .filter(one -> upload.equals(one.upload()) && one.type().equals(type))
                .findFirst();
    }

    private boolean isSaid(CaseSnapshot found, Supplement supplement, MaterialReference material) {
        var stored = material.stored();
        return switch (material.declared()) {
            case UNCHANGED ->
                stored != null
                        && takes(found, supplement, material, Source.STORED)
                        && space.isOf(stored, access.holderOf(found.request().applicant()));
            case COMMITMENT -> stored == null && takes(found, supplement, material, Source.COMMITMENT);
            case null -> false;
        };
    }

    /** As the matter says; what the notice demands beyond the matter, as the catalogue does. */
    private boolean takes(CaseSnapshot found, Supplement supplement, MaterialReference material, Source way) {
        var asked = found.matter().materials().stream()
                .filter(one -> one.type().equals(material.type()))
                .toList();
        return asked.isEmpty()
                ? isNamed(supplement, material.type())
                        && Demands.usual(material.type(), found.matter(), tree.get())
                                .from()
                                .contains(way)
                : asked.stream().anyMatch(one -> one.from().contains(way));
    }

    private static boolean isNamed(Supplement supplement, String type) {
        return supplement.items().stream().anyMatch(item -> item.code().equals(type));
    }

    /** What the notice asks for; a department may ask in its own words, and is then given what the matter knows. */
    private static boolean isWanted(CaseSnapshot found, Supplement supplement, String type) {
        return isNamed(supplement, type)
                || supplement.stepKey() != null
                || found.matter().materials().stream()
                        .anyMatch(one -> one.type().equals(type));
    }
}
