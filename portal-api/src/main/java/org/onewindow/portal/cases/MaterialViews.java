package org.onewindow.portal.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Upload;
import org.onewindow.licences.Uploads;
import org.onewindow.licences.materials.MaterialTrust;
import org.springframework.stereotype.Component;

/** Tells of a material that a case bears, in the caller's language; not what is in it. */
@Component
final class MaterialViews {

    private final Supplier<ConfigurationTree> tree;
    private final Uploads uploads;
    private final MaterialTrust trust;

    MaterialViews(Supplier<ConfigurationTree> tree, Uploads uploads, MaterialTrust trust) {
        this.tree = tree;
        this.uploads = uploads;
        this.trust = trust;
    }

    /**
     * One material.
     *
     * @param id by which it is looked at and confirmed; null: it has no bytes here
     * @param party whose, by place in the parties from 0; null: the case's
     * @param from {@code licence}, {@code stored}, {@code upload} or {@code commitment}
     * @param originalSeenAt when a window held it against its original for this case
     * @param size in bytes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Nullable String id,
            String type,
            String name,
            @Nullable Integer party,
            String from,
            TrustLevel level,
            @Nullable Instant originalSeenAt,
            @Nullable String fileName,
            @Nullable String contentType,
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable Instant receivedAt,
            Map<String, CaseView.Link> _links) {}

    Item of(CaseSnapshot found, MaterialReference material, Locale language) {
        var type = tree.get().materials().get(material.type());
        var trusted = trust.of(material, type, found.number());
        var name = found.matter().materials().stream()
                .filter(one -> one.type().equals(material.type()))
                .findFirst()
                .map(one -> one.name().in(language))
                .orElseGet(() -> type == null ? material.type() : type.name().in(language));
        var id = material.upload();
        var upload = id == null ? null : uploads.ofCase(id).orElse(null);
        return new Item(
                id,
                material.type(),
                name,
                placeOf(found, material),
                from(material),
                trusted.level(),
                trusted.originalSeenAt(),
                upload == null ? null : upload.fileName(),
                upload == null ? null : upload.contentType(),
                upload == null ? null : upload.size(),
                upload == null ? null : upload.sha256(),
                upload == null ? null : upload.receivedAt(),
                links(found, upload));
    }

    private static @Nullable Integer placeOf(CaseSnapshot found, MaterialReference material) {
        var parties = found.request().parties();
        return IntStream.range(0, parties.size())
                .filter(place -> parties.get(place).idNumber().equals(material.of()))
                .boxed()
                .findFirst()
                .orElse(null);
    }

    private static String from(MaterialReference material) {
        if (material.licence() != null) {
            return "licence";
        }
        if (material.stored() != null) {
            return "stored";
        }
        return material.upload() == null ? "commitment" : "upload";
    }

    private static Map<String, CaseView.Link> links(CaseSnapshot found, @Nullable Upload upload) {
        return upload == null
                ? Map.of()
                : Map.of(
                        "content",
                        new CaseView.Link("/v1/cases/" + found.number() + "/materials/" + upload.id() + "/content"));
    }
}
