package org.onewindow.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.onewindow.cases.Demand;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.MaterialType;
import org.onewindow.config.Matter;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.Source;
import org.onewindow.licences.checklist.Demands;

/** Which departments may have to be asked before it is known what a case lacks. */
record AskedDepartments(ConfigurationTree tree) {

    /** Those that say whether something is so, and those that issue what the store may lack. */
    Set<String> of(Matter matter, List<Demand> demands) {
        var asked = new TreeSet<String>();
        var materials = new ArrayList<>(matter.materials());
        demands.forEach(one -> materials.add(Demands.usual(one.type(), matter, tree)));
        for (var material : materials) {
            if (material.from().contains(Source.DATA)) {
                type(material).map(MaterialType::verifiedBy).ifPresent(by -> asked.add(by.department()));
            }
            if (material.from().contains(Source.LICENCE)) {
                licences(material).forEach(type -> issuer(type).ifPresent(asked::add));
            }
        }
        return asked;
    }

    private Optional<MaterialType> type(RequiredMaterial material) {
        return Optional.ofNullable(tree.materials().get(material.type()));
    }

    private Stream<String> licences(RequiredMaterial material) {
        return Stream.concat(
                Stream.of(material.type()), type(material).stream().flatMap(type -> type.satisfiedBy().stream()
                        .map(MaterialType.Substitute::type)));
    }

    private Optional<String> issuer(String licence) {
        return Optional.ofNullable(tree.licences().get(licence))
                .filter(type -> type.pull() != null)
                .map(type -> type.issuer().department());
    }
}
