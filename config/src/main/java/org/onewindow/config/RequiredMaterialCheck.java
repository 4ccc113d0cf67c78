package org.onewindow.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.config.Matter.RequiredMaterial;

/** Checks what a matter asks for: nothing unregistered, no way that leads nowhere, nothing that the hub could look up itself. */
final class RequiredMaterialCheck {

    /** Ways in which the applicant must once have brought it. */
    private static final Set<String> BROUGHT = Set.of("stored", "upload");

    private final RegisteredTypes types;
    private final NeedCheck needs;
    private final Diagnostics diagnostics;

    RequiredMaterialCheck(RegisteredTypes types, NeedCheck needs, Diagnostics diagnostics) {
        this.types = types;
        this.needs = needs;
        this.diagnostics = diagnostics;
    }

    /** Against the fields of the matter's form; empty where they are not known. */
    void check(YamlValue matter, Optional<List<String>> fields) {
        var steps = matter.get("steps").names();
        var request = new ExpressionCheck.Scope(Optional.of("materials"), steps, Set.of(), fields);
        matter.get("materials").elements().forEach(material -> {
            checkOwner(material.get("of"), matter.get("parties"));
            new BoundsCheck(diagnostics).duration(material, "max-age", BoundsCheck.KEPT);
            new ExpressionCheck(diagnostics).check(material.get("when"), request);
            checkWays(material, RequiredMaterialReader.words(material.get("from")));
            checkWatched(material, fields);
        });
    }

    private void checkOwner(YamlValue of, YamlValue parties) {
        var known = new ArrayList<>(List.of(RequiredMaterial.EACH_PARTY, RequiredMaterial.APPLICANT));
        known.addAll(parties.names());
        var text = of.text();
        if (text != null && !known.contains(text)) {
            diagnostics.report(
                    of.place(), Fault.UNKNOWN_ROLE, text, Spelling.hint(text, known), String.join(", ", known));
        }
    }

    private void checkWays(YamlValue material, Set<String> ways) {
        var type = material.get("type");
        var file = types.material(String.valueOf(type.text()));
        boolean onlyFromStore = ways.contains("licence") && file.isMissing();
        if (!(onlyFromStore ? types.mustBeLicence(type, diagnostics) : types.mustBeKnown(type, diagnostics))) {
            return;
        }
        var known = stands(type.mustBeText());
        needs.check(material, ways, known);
        var from = material.get("from").place();
        if (ways.contains("licence") && known.stream().noneMatch(types::isLicence)) {
            diagnostics.report(from, Fault.WAY_TO_NOWHERE, type.mustBeText(), "licence");
        }
        if (ways.contains("case") && known.stream().noneMatch(types::isIssued)) {
            diagnostics.report(from, Fault.WAY_TO_NOWHERE, type.mustBeText(), "case");
        }
        if (ways.contains("data") && !file.has("verified-by")) {
            diagnostics.report(from, Fault.DATA_OF_NOBODY, type.mustBeText());
        }
        if (ways.contains("stored") && file.get("once-only").json().asBoolean()) {
            diagnostics.report(from, Fault.STORED_THOUGH_ONCE_ONLY, type.mustBeText());
        }
        boolean canBeLookedUp = types.isLicence(type.mustBeText()) || file.has("verified-by");
        if (canBeLookedUp && !ways.isEmpty() && BROUGHT.containsAll(ways)) {
            diagnostics.report(
                    from, Fault.UPLOAD_OF_A_LICENCE, type.mustBeText(), file.isMissing() ? "licence" : "data");
        } else {
            checkTrust(material, ways);
            checkCopies(type, ways, from);
        }
    }

    /** What anybody brings is trusted as B at most, where a window saw the original: nobody could ever bring an A. */
    private void checkTrust(YamlValue material, Set<String> ways) {
        var wanted = material.get("at-least");
        if (TrustLevel.A.name().equals(wanted.text()) && !ways.isEmpty() && BROUGHT.containsAll(ways)) {
            diagnostics.report(
                    wanted.place(),
                    Fault.TRUST_OUT_OF_REACH,
                    material.get("type").mustBeText());
        }
        var trust = wanted.text();
        if (ways.contains("commitment") && trust != null && !TrustLevel.D.name().equals(trust)) {
            diagnostics.report(
                    wanted.place(), Fault.WORD_NOT_ENOUGH, material.get("type").mustBeText(), trust);
        }
    }

    /** What changes after its issue is not to be believed from a scan. */
    private void checkCopies(YamlValue type, Set<String> ways, Place from) {
        if (types.isOnlineOnly(type.mustBeText())) {
            BROUGHT.stream()
                    .filter(ways::contains)
                    .sorted()
                    .findFirst()
                    .ifPresent(way -> diagnostics.report(from, Fault.COPY_OF_ONLINE_ONLY, type.mustBeText(), way));
        }
    }

    /** The type and what stands for it. */
    private List<String> stands(String type) {
        var all = new ArrayList<>(List.of(type));
        types.material(type)
                .get("satisfied-by")
                .elements()
                .forEach(other -> all.addAll(
                        Optional.ofNullable(other.get("type").text()).stream().toList()));
        return all;
    }

    /** Where the form lacks what the material watches, nobody could ever say that it is unchanged. */
    private void checkWatched(YamlValue material, Optional<List<String>> fields) {
        var type = material.get("type");
        if (fields.isEmpty()
                || !RequiredMaterialReader.words(material.get("from")).contains("stored")) {
            return;
        }
        for (var watched : types.material(String.valueOf(type.text()))
                .get("watched")
                .entries()
                .values()) {
            ExpressionReads.of(String.valueOf(watched.text())).stream()
                    .filter(read -> read.from().equals("form") && !fields.get().contains(read.name()))
                    .forEach(read -> diagnostics.report(
                            type.place(), Fault.WATCHED_FIELD_MISSING, type.mustBeText(), read.name()));
        }
    }
}
