package org.onewindow.licences.checklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.MaterialReference;
import org.onewindow.canonical.Party;
import org.onewindow.cases.Demand;
import org.onewindow.config.LicenceType;
import org.onewindow.config.MaterialType;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.config.Matter.RequiredMaterial.ValidOn;
import org.onewindow.licences.keys.HolderId;

/**
 * One requirement of one person.
 *
 * @param party their place in the request's parties; null: the material is the case's, and the applicant brings it
 * @param types the material's own, and those that stand for it here, in this order
 * @param demanded whether it is wanted beyond what the matter asks for
 */
record Ask(
        Question question,
        RequiredMaterial material,
        @Nullable Integer party,
        Party whose,
        HolderId holder,
        List<String> types,
        boolean demanded) {

    Ask asDemanded() {
        return new Ask(question, material, party, whose, holder, types, true);
    }

    Optional<MaterialType> type(String id) {
        return Optional.ofNullable(question.tree().materials().get(id));
    }

    /** The licences among its types whose issuers can be asked, where it may come as a licence. */
    List<LicenceType> pullable() {
        return material.from().contains(RequiredMaterial.Source.LICENCE)
                ? types.stream()
                        .flatMap(type ->
                                Optional.ofNullable(question.tree().licences().get(type)).stream())
                        .filter(type -> type.pull() != null)
                        .toList()
                : List.of();
    }

    /**
     * Whether it changes after its issue, so that no copy is to be believed. A matter that says itself that one may be brought is of
     * before that rule, and what was asked for under it is taken.
     */
    boolean isOnlineOnly() {
        var licence = question.tree().licences().get(material.type());
        return licence != null
                && licence.onlineOnly()
                && !material.from().contains(RequiredMaterial.Source.UPLOAD)
                && !material.from().contains(RequiredMaterial.Source.STORED);
    }

    /** What the applicant handed in or said for it. */
    List<MaterialReference> given() {
        return question.request().materials().stream().filter(this::isMeant).toList();
    }

    private boolean isMeant(MaterialReference given) {
        boolean hers = party == null
                || whose.idNumber().equals(given.of())
                || (given.of() == null && RequiredMaterial.APPLICANT.equals(material.of()));
        return hers && given.type().equals(material.type());
    }

    /** Whether what is of this time is too old. */
    boolean isTooOld(Instant since) {
        Duration limit = material.maxAge();
        return limit != null && since.plus(limit).isBefore(question.asOf());
    }

    /** Whether what is good until that day will not be when it must be. */
    boolean isOverBy(@Nullable LocalDate lastDay) {
        var needed = material.validOn() == ValidOn.DECISION ? question.decisionDay() : question.day();
        return lastDay != null && lastDay.isBefore(needed);
    }

    /** Such as {@code sale-contract}, or {@code resident-identity-card.2} for the second party. */
    String key() {
        return new Demand(material.type(), party).key();
    }
}
