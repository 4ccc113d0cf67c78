package org.onewindow.portal.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Supplement;
import org.onewindow.licences.Upload;
import org.onewindow.licences.Uploads;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.springframework.stereotype.Component;

/** Checks what is handed in for a supplement: uploads of the caller, of materials that were asked for. */
@Component
final class HandedIn {

    private final Uploads uploads;
    private final Access access;

    HandedIn(Uploads uploads, Access access) {
        this.uploads = uploads;
        this.access = access;
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
            var upload = upload(caller, material);
            if (upload == null) {
                errors.add(FieldError.of(at + "/upload", material.upload() == null ? "required" : "upload-unknown"));
            } else {
                known.add(new MaterialReference(
                        material.type(), upload.id(), null, material.of(), upload.fileName(), upload.sha256()));
            }
        }
        if (!errors.isEmpty()) {
            boolean onlyUploads = errors.stream().allMatch(error -> error.code().equals("upload-unknown"));
            throw new Refusal(onlyUploads ? ProblemCode.UPLOAD_UNKNOWN : ProblemCode.REQUEST_INVALID, errors);
        }
        return known;
    }

    private @Nullable Upload upload(Caller caller, MaterialReference material) {
        var id = material.upload();
        return id == null ? null : uploads.of(id, access.subjectOf(caller)).orElse(null);
    }

    /** What the notice asks for; a department may ask in its own words, and is then given what the matter knows. */
    private static boolean isWanted(CaseSnapshot found, Supplement supplement, String type) {
        return supplement.items().stream().anyMatch(item -> item.code().equals(type))
                || supplement.stepKey() != null
                || found.matter().materials().stream()
                        .anyMatch(one -> one.type().equals(type));
    }
}
