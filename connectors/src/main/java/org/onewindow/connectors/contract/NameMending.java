package org.onewindow.connectors.contract;

import java.util.Collection;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.onewindow.config.Spelling;

/** Mends a qualified name in an attribute where only one thing can be meant. */
final class NameMending {

    private final Examination examination;

    NameMending(Examination examination) {
        this.examination = examination;
    }

    /**
     * What the reference's prefix stands for; one that is declared nowhere is declared if one namespace alone has the name.
     *
     * @return null: told as a fault
     */
    @Nullable
    QName named(Reference reference, Set<String> namespaces) {
        var name = Xsd.name(reference.element(), reference.value());
        if (name != null) {
            return name;
        }
        if (namespaces.size() != 1) {
            unknown(reference, reference.value(), Set.of());
            return null;
        }
        var prefix = reference.value().substring(0, reference.value().indexOf(':'));
        var namespace = namespaces.iterator().next();
        Xsd.declare(reference.file().root(), prefix, namespace);
        examination.repaired(reference.file(), reference.element(), Treatment.PREFIX_DECLARED, prefix, namespace);
        return new QName(namespace, reference.localName());
    }

    /** Takes the only thing of this name, in whatever namespace; false: there is none, or several. */
    boolean taken(Reference reference, QName wanted, Set<String> namespaces) {
        if (namespaces.size() != 1) {
            return false;
        }
        take(reference, wanted, new QName(namespaces.iterator().next(), wanted.getLocalPart()));
        return true;
    }

    void take(Reference reference, QName wanted, QName instead) {
        reference.write(Xsd.written(reference.element(), instead));
        boolean sameName = wanted.getLocalPart().equals(instead.getLocalPart());
        examination.repaired(
                reference.file(),
                reference.element(),
                sameName ? Treatment.NAMESPACE_CORRECTED : Treatment.NAME_CORRECTED,
                Xsd.text(wanted),
                Xsd.text(instead));
    }

    void unknown(Reference reference, String name, Collection<String> known) {
        examination.found(
                ContractFault.NOT_DECLARED,
                reference.file().spot(reference.element()),
                name,
                Spelling.hint(reference.localName(), known));
    }
}
