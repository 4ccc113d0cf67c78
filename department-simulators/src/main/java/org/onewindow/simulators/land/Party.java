package org.onewindow.simulators.land;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.simulators.city.IdentityNumbers;
import org.onewindow.simulators.city.Share;
import org.onewindow.simulators.city.Title;
import org.onewindow.simulators.wire.Fields;

/** A person or company of a request, as the registration centre reads one. */
record Party(String name, String idType, String idNumber, Optional<String> share) {

    private static final Set<String> ID_TYPES =
            Set.of("resident-id", "passport", "hk-macao-permit", "taiwan-permit", "uscc");

    static Party of(Fields fields) {
        var share = fields.optionalText("share");
        if (share.isPresent() && Share.parse(share.get()).isEmpty()) {
            fields.wrong("share", "is no fraction such as 1/3");
        }
        var party = new Party(fields.text("name"), fields.oneOf("idType", ID_TYPES), fields.text("idNumber"), share);
        if (!party.idNumber.isEmpty() && !party.hasValidNumber()) {
            fields.wrong("idNumber", "is not valid");
        }
        return party;
    }

    /** Shares are given by all of a side or by none, and add up to 1. */
    static void checkShares(Fields request, String side, List<Party> parties) {
        var shares = parties.stream()
                .flatMap(party -> party.share.stream())
                .flatMap(share -> Share.parse(share).stream())
                .toList();
        if (!shares.isEmpty() && (shares.size() < parties.size() || !Share.addUpToOne(shares))) {
            request.wrong(side, "shares must be given by all or none, and add up to 1");
        }
    }

    Title.Holder asHolder() {
        return new Title.Holder(name, idType, idNumber, share);
    }

    private boolean hasValidNumber() {
        return switch (idType) {
            case "resident-id" -> IdentityNumbers.isResident(idNumber);
            case "uscc" -> IdentityNumbers.isCreditCode(idNumber);
            default -> IdentityNumbers.isTravelDocument(idNumber);
        };
    }

    @Override
    public String toString() {
        return "party";
    }
}
