package org.onewindow.licences.materials;

import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.canonical.ServiceRequest;

/** Whose paper a material is. */
final class Whose {

    private Whose() {}

    /** The party it is of; where it is nobody's in particular it is the applicant's. */
    static Party of(MaterialReference material, ServiceRequest request) {
        return request.parties().stream()
                .filter(party -> party.idNumber().equals(material.of()))
                .findFirst()
                .orElse(request.applicant());
    }
}
