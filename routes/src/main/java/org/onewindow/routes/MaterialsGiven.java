package org.onewindow.routes;

import java.util.List;
import java.util.Optional;
import org.onewindow.canonical.Declaration;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.cases.store.Submission;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.checklist.Checklists;
import org.onewindow.licences.keys.HolderId;

/** What is handed in with an application: known to the matter, and the sender's own. */
final class MaterialsGiven {

    private final Checklists.Stores stores;

    MaterialsGiven(Checklists.Stores stores) {
        this.stores = stores;
    }

    void check(Matter matter, Submission who, ServiceRequest request, List<Violation> found) {
        for (int i = 0; i < request.materials().size(); i++) {
            var at = "/materials/" + i;
            var material = request.materials().get(i);
            if (matter.materials().stream().noneMatch(known -> known.type().equals(material.type()))) {
                found.add(new Violation(
                        at + "/type",
                        "material-unknown",
                        new Localised("本事项不需要此材料", "This matter does not ask for this material")));
            }
            if (material.licence() != null) {
                found.add(new Violation(
                        at + "/licence",
                        "not-allowed",
                        new Localised("电子证照由系统调取,无须提交", "Licences are looked up by the hub, not handed in")));
            }
            upload(at, who, material).ifPresent(found::add);
            stored(at, matter, request, material).ifPresent(found::add);
            declared(at, matter, material).ifPresent(found::add);
            stores.space()
                    .wrongDay(material)
                    .ifPresent(wrong -> found.add(new Violation(at + "/validTo", wrong.code(), wrong.text())));
        }
    }

    private Optional<Violation> upload(String at, Submission who, MaterialReference material) {
        var upload = material.upload();
        return upload == null || stores.uploads().hold(upload, who.subject()).isPresent()
                ? Optional.empty()
                : Optional.of(new Violation(
                        at + "/upload",
                        "upload-unknown",
                        new Localised("没有此上传文件", "There is no such upload of yours")));
    }

    private Optional<Violation> stored(String at, Matter matter, ServiceRequest request, MaterialReference material) {
        var stored = material.stored();
        if (stored == null) {
            return Optional.empty();
        }
        if (material.declared() != Declaration.UNCHANGED) {
            return Optional.of(new Violation(
                    at + "/declared",
                    "unchanged-required",
                    new Localised(
                            "沿用此前提交的材料须声明无变更(declared: unchanged)",
                            "What was handed in before is used again only where it is declared: unchanged")));
        }
        var applicant = HolderId.of(stores.licences().hash(), request.applicant());
        return material.upload() == null
                        && takes(matter, material, Source.STORED)
                        && stores.space().isOf(stored, applicant)
                ? Optional.empty()
                : Optional.of(new Violation(
                        at + "/stored",
                        "stored-unknown",
                        new Localised("没有可沿用的此材料", "There is no such material that could be used again")));
    }

    private static Optional<Violation> declared(String at, Matter matter, MaterialReference material) {
        boolean taken = material.declared() != Declaration.COMMITMENT || takes(matter, material, Source.COMMITMENT);
        return taken
                ? Optional.empty()
                : Optional.of(new Violation(
                        at + "/declared",
                        "commitment-not-taken",
                        new Localised("此材料不适用告知承诺", "This material is not taken on the applicant's word")));
    }

    private static boolean takes(Matter matter, MaterialReference material, Source way) {
        return matter.materials().stream()
                .anyMatch(known ->
                        known.type().equals(material.type()) && known.from().contains(way));
    }
}
