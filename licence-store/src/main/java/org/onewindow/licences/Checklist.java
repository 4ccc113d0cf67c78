package org.onewindow.licences;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.DepartmentReply.SupplementNeeded;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial.Source;

/** Everything a matter asks for, with what the stores have of it and what is missing (材料清单). */
public record Checklist(List<Entry> entries) {

    public Checklist {
        entries = List.copyOf(entries);
    }

    /**
     * One material that is asked for.
     *
     * @param party whose, by place in the request's parties from 0; null: the case's
     * @param reference null: missing
     */
    public record Entry(
            Matter.RequiredMaterial material, @Nullable Integer party, @Nullable MaterialReference reference) {

        private SupplementNeeded.Item notice() {
            var whose = party == null ? "" : "(第" + (party + 1) + "位当事人)";
            var what = material.from() == Source.LICENCE ? "未查到电子证照,请上传:" : "请上传:";
            return new SupplementNeeded.Item(
                    material.type(), what + material.name().zhCN() + whose);
        }
    }

    /** What the applicant must still hand in; {@code code} is the material's type. */
    public List<SupplementNeeded.Item> missing() {
        return entries.stream()
                .filter(entry -> entry.reference == null)
                .map(Entry::notice)
                .toList();
    }

    public List<MaterialReference> found() {
        return entries.stream().map(Entry::reference).filter(Objects::nonNull).toList();
    }
}
