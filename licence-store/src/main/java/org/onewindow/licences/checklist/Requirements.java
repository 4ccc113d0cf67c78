package org.onewindow.licences.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.canonical.Party;
import org.onewindow.cases.Demand;
import org.onewindow.cases.IdentityHash;
import org.onewindow.config.LicenceType.Holders;
import org.onewindow.config.Matter.RequiredMaterial;
import org.onewindow.licences.keys.HolderId;

/** Who must bring what: a matter's materials for the people of one request. */
final class Requirements {

    private final IdentityHash hash;
    private final OneTimeNotices notices;

    Requirements(IdentityHash hash, OneTimeNotices notices) {
        this.hash = hash;
        this.notices = notices;
    }

    /** What the matter asks for, and what is demanded of the case beyond that. */
    List<Ask> of(Question question) {
        var number = question.number();
        var demands = new ArrayList<>(number == null ? List.of() : notices.demands(number));
        var asks = new ArrayList<Ask>();
        for (var ask : ofMatter(question)) {
            boolean demanded = demands.removeIf(one -> one.key().equals(ask.key()));
            asks.add(demanded ? ask.asDemanded() : ask);
        }
        demands.forEach(one -> asks.add(demanded(one, question)));
        return asks;
    }

    List<Ask> demanded(List<Demand> demands, Question question) {
        return demands.stream().map(one -> demanded(one, question)).toList();
    }

    private Ask demanded(Demand demand, Question question) {
        var request = question.request();
        var place = demand.party();
        var whose = place == null ? request.applicant() : request.parties().get(place);
        var material = Demands.required(demand, whose, question);
        return ask(question, material, place, types(material, question, question.input()))
                .asDemanded();
    }

    private List<Ask> ofMatter(Question question) {
        var input = question.input();
        var asks = new ArrayList<Ask>();
        for (var material : question.matter().materials()) {
            var when = material.when();
            if (when == null || when.holds(input)) {
                var types = types(material, question, input);
                placesOf(material, question).forEach(place -> asks.add(ask(question, material, place, types)));
            }
        }
        return asks;
    }

    private Ask ask(Question question, RequiredMaterial material, @Nullable Integer place, List<String> types) {
        var request = question.request();
        var whose = place == null ? request.applicant() : request.parties().get(place);
        return new Ask(question, material, place, whose, HolderId.of(hash, whose), types, false);
    }

    private static List<String> types(RequiredMaterial material, Question question, Map<String, Object> input) {
        var types = new ArrayList<String>();
        types.add(material.type());
        var registered = question.tree().materials().get(material.type());
        if (registered != null) {
            for (var other : registered.satisfiedBy()) {
                var when = other.when();
                if (when == null || when.holds(input)) {
                    types.add(other.type());
                }
            }
        }
        return types;
    }

    /** Places in the parties; one null where the material is the case's, or the applicant's and they are no party. */
    private static List<@Nullable Integer> placesOf(RequiredMaterial material, Question question) {
        var of = material.of();
        var places = new ArrayList<@Nullable Integer>();
        if (of == null) {
            places.add(null);
            return places;
        }
        var parties = question.request().parties();
        var holders = holders(material, question);
        for (int i = 0; i < parties.size(); i++) {
            if (holders.isOneOf(parties.get(i).kind()) && isMeant(parties.get(i), of, question)) {
                places.add(i);
            }
        }
        if (places.isEmpty() && of.equals(RequiredMaterial.APPLICANT)) {
            places.add(null);
        }
        return places;
    }

    /** Nobody is asked for what they cannot have: a company has no identity card, and nobody but a company a business licence. */
    private static Holders holders(RequiredMaterial material, Question question) {
        var licence = question.tree().licences().get(material.type());
        if (licence != null) {
            return licence.holders();
        }
        var registered = question.tree().materials().get(material.type());
        return registered == null ? Holders.PERSON : registered.holders();
    }

    private static boolean isMeant(Party party, String of, Question question) {
        return switch (of) {
            case RequiredMaterial.EACH_PARTY -> true;
            case RequiredMaterial.APPLICANT -> party.isSameAs(question.request().applicant());
            // before a case the caller may not have said in which role they will take part
            default -> of.equals(party.role()) || (question.number() == null && party.role() == null);
        };
    }
}
