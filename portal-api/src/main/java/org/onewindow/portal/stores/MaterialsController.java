package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.TrustLevel;
import org.onewindow.licences.Actor;
import org.onewindow.licences.materials.MaterialRetention;
import org.onewindow.licences.materials.MaterialSpace;
import org.onewindow.licences.materials.StoredMaterial;
import org.onewindow.portal.cases.Access;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.problem.StoreDoor;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.text.Languages;
import org.onewindow.portal.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The citizen's own space (申请人的空间): what they handed in and may use again, and their say over it. */
@RestController
final class MaterialsController {

    private final MaterialSpace space;
    private final MaterialRetention retention;
    private final Supplier<ConfigurationTree> tree;
    private final Access access;

    MaterialsController(
            MaterialSpace space, MaterialRetention retention, Supplier<ConfigurationTree> tree, Access access) {
        this.space = space;
        this.retention = retention;
        this.tree = tree;
        this.access = access;
    }

    /** What there is, and whether more is to be kept. */
    record Space(boolean keeps, List<Item> materials) {}

    /** One material. */
    record Item(
            String id,
            String type,
            String name,
            TrustLevel level,
            String firstCase,
            Instant handedInAt,
            Instant lastUsedAt,
            LocalDate keptUntil,
            @Nullable LocalDate validTo,
            boolean restricted,
            List<MaterialSpace.Use> usedFor) {}

    /** Whether what the caller hands in may be kept for a later use. */
    record Consent(boolean keeps) {}

    @StoreDoor("own-space")
    @GetMapping("/v1/me/materials")
    Space own(HttpServletRequest http, JwtAuthenticationToken token) {
        var holder = holder(token);
        var language = Languages.of(http);
        var uses = space.uses(holder);
        return new Space(
                space.keeps(holder),
                space.own(holder).stream()
                        .map(one -> item(one, uses.getOrDefault(one.id(), List.of()), language))
                        .toList());
    }

    @StoreDoor("say-keeps")
    @PutMapping("/v1/me/materials/consent")
    Consent say(HttpServletRequest http, JwtAuthenticationToken token) throws IOException {
        var consent = Wire.as(Wire.read(http), Consent.class);
        space.say(holder(token), consent.keeps());
        return consent;
    }

    @StoreDoor("restricted-material")
    @PostMapping("/v1/me/materials/{id}:restrict")
    Item restrict(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) {
        return changed(id, MaterialSpace.Change.RESTRICT, token, http);
    }

    @StoreDoor("kept-material")
    @PostMapping("/v1/me/materials/{id}:free")
    Item free(@PathVariable String id, HttpServletRequest http, JwtAuthenticationToken token) {
        return changed(id, MaterialSpace.Change.FREE, token, http);
    }

    /** The cases that bear it keep their own copy, as archive law wants it. */
    @StoreDoor("deleted-material")
    @DeleteMapping("/v1/me/materials/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, JwtAuthenticationToken token) {
        if (!retention.delete(holder(token), id)) {
            throw new Refusal(ProblemCode.MATERIAL_UNKNOWN).asWritten();
        }
    }

    private Item changed(
            String id, MaterialSpace.Change change, JwtAuthenticationToken token, HttpServletRequest http) {
        var now = change(id, change, token);
        return item(now, space.uses(holder(token)).getOrDefault(id, List.of()), Languages.of(http));
    }

    private StoredMaterial change(String id, MaterialSpace.Change change, JwtAuthenticationToken token) {
        return space.change(holder(token), id, change)
                .orElseThrow(() -> new Refusal(ProblemCode.MATERIAL_UNKNOWN).asWritten());
    }

    private Actor holder(JwtAuthenticationToken token) {
        var caller = Caller.of(token);
        access.personOf(caller);
        return access.actorOf(caller);
    }

    private Item item(StoredMaterial stored, List<MaterialSpace.Use> uses, Locale language) {
        var type = tree.get().materials().get(stored.type());
        return new Item(
                stored.id(),
                stored.type(),
                type == null ? stored.type() : type.name().in(language),
                stored.level(),
                stored.firstCase(),
                stored.handedInAt(),
                stored.lastUsedAt(),
                stored.keptUntil(),
                stored.validTo(),
                stored.restricted(),
                uses);
    }
}
