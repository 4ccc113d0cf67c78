package org.onewindow.licences.checklist;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.onewindow.canonical.Localised;
import org.onewindow.canonical.Party;
import org.onewindow.cases.Demand;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.LicenceType;
import org.onewindow.config.MaterialType;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.config.TrustLevel;

/** What is demanded of a case beyond its notice, as a requirement like those of its matter. */
public final class Demands {

    private Demands() {}

    static RequiredMaterial required(Demand demand, Party whose, Question question) {
        var usual = usual(demand.type(), question.matter(), question.tree());
        boolean own = whose.isSameAs(question.request().applicant());
        return new RequiredMaterial(
                usual.type(),
                usual.name(),
                usual.from(),
                own ? RequiredMaterial.APPLICANT : RequiredMaterial.EACH_PARTY,
                usual.atLeast(),
                usual.maxAge(),
                usual.validOn(),
                null,
                usual.need());
    }

    /** As the matter asks for this type, else as the catalogue knows it. */
    public static RequiredMaterial usual(String type, Matter matter, ConfigurationTree tree) {
        return matter.materials().stream()
                .filter(material -> material.type().equals(type))
                .findFirst()
                .orElseGet(() -> ofCatalogue(type, tree));
    }

    private static RequiredMaterial ofCatalogue(String type, ConfigurationTree tree) {
        var material = Optional.ofNullable(tree.materials().get(type));
        var name = material.map(MaterialType::name)
                .or(() -> Optional.ofNullable(tree.licences().get(type)).map(LicenceType::name))
                .orElse(new Localised(type, type));
        boolean own = material.filter(MaterialType::selfMade).isPresent();
        return new RequiredMaterial(
                type, name, ways(type, tree), null, own ? TrustLevel.D : TrustLevel.C, null, ValidOn.DECISION, null);
    }

    /** What can be looked up need not be brought. */
    private static Set<Source> ways(String type, ConfigurationTree tree) {
        var ways = EnumSet.noneOf(Source.class);
        var licence = tree.licences().get(type);
        if (licence != null) {
            ways.add(Source.LICENCE);
        }
        if (licence == null || !licence.onlineOnly()) {
            ways.add(Source.UPLOAD);
        }
        var material = tree.materials().get(type);
        if (material != null && material.verifiedBy() != null) {
            ways.add(Source.DATA);
        }
        if (material != null && !material.onceOnly()) {
            ways.add(Source.STORED);
        }
        return ways;
    }
}
