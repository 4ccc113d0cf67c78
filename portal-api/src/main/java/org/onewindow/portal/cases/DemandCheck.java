package org.onewindow.portal.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseSnapshot;
import org.onewindow.cases.Demand;
import org.onewindow.config.ConfigurationTree;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.licences.checklist.Frozen;
import org.onewindow.licences.checklist.Standing;
import org.onewindow.portal.problem.FieldError;
import org.springframework.stereotype.Component;

/** Whether something can be demanded of a case beyond its notice. */
@Component
final class DemandCheck {

    private final Supplier<ConfigurationTree> tree;

    DemandCheck(Supplier<ConfigurationTree> tree) {
        this.tree = tree;
    }

    /**
     * What is wrong with one, by a pointer into it; empty: nothing.
     *
     * @param told the notice that it goes beyond; null: none was kept
     * @param before what is demanded along with it
     */
    Optional<FieldError> wrong(CaseSnapshot found, @Nullable Frozen told, Demand demand, List<Demand> before) {
        if (!isRegistered(demand.type())) {
            return Optional.of(FieldError.of("/type", "kind-unknown"));
        }
        return wrongParty(found, demand)
                .map(code -> FieldError.of("/party", code))
                .or(() -> isAsked(told, demand, before)
                        ? Optional.of(FieldError.of("", "already-asked"))
                        : Optional.empty())
                .or(() -> isKnownOtherwise(told, demand)
                        ? Optional.of(FieldError.of("", "known-otherwise"))
                        : Optional.empty());
    }

    private boolean isRegistered(String type) {
        var catalogues = tree.get();
        return catalogues.materials().containsKey(type) || catalogues.licences().containsKey(type);
    }

    /** There must be such a party, and only where the matter asks for one of each it says whose. */
    private static Optional<String> wrongParty(CaseSnapshot found, Demand demand) {
        var party = demand.party();
        if (party != null && (party < 0 || party >= found.request().parties().size())) {
            return Optional.of("party-unknown");
        }
        return found.matter().materials().stream()
                .filter(material -> material.type().equals(demand.type()))
                .findFirst()
                .filter(material -> (party != null) != isOfAParty(material, found))
                .map(_ -> party == null ? "required" : "not-of-a-party");
    }

    private static boolean isOfAParty(RequiredMaterial material, CaseSnapshot found) {
        var request = found.request();
        return material.of() != null
                && (!material.of().equals(RequiredMaterial.APPLICANT)
                        || request.parties().stream().anyMatch(party -> party.isSameAs(request.applicant())));
    }

    private static boolean isAsked(@Nullable Frozen told, Demand demand, List<Demand> before) {
        return before.contains(demand) || (told != null && told.wanted().contains(demand.key()));
    }

    /** Nobody is asked for what a source says, another case brings, or the applicant's word was taken for. */
    private static boolean isKnownOtherwise(@Nullable Frozen told, Demand demand) {
        var standing = told == null ? Standing.MISSING : told.standing(demand.key());
        return switch (standing) {
            case SATISFIED_DATA, SATISFIED_LICENCE, SATISFIED_COMMITMENT, SOURCE_DOWN, AWAITED -> true;
            case SATISFIED_STORED,
                    SATISFIED_UPLOAD,
                    CONFLICT,
                    REUSE_CONFIRM,
                    EXPIRES_BEFORE_DECISION,
                    NOT_REUSABLE,
                    MISSING -> false;
        };
    }
}
