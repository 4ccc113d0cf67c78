package org.onewindow.simulators.police;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.onewindow.simulators.city.Citizen;
import org.onewindow.simulators.wire.Json;

/**
 * A household register (户口簿).
 *
 * @param members the head first
 */
record Register(String number, LocalDate issuedOn, String address, List<Citizen> members) {

    Register {
        members = List.copyOf(members);
    }

    /** What a look-up calls it: nobody guesses it from the number. */
    String certificateId() {
        var name = "household-register " + number + " of the trial";
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    boolean names(String name, String idNumber) {
        return members.stream()
                .anyMatch(one -> one.idNumber().equals(idNumber) && one.name().equals(name));
    }

    Register without(Citizen gone) {
        return new Register(
                number,
                issuedOn,
                address,
                members.stream().filter(one -> !one.equals(gone)).toList());
    }

    /** What stands on it, as the contract's certificate. */
    ObjectNode json() {
        var answer = Json.object()
                .put("number", number)
                .put("state", "in-force")
                .put("issuedOn", issuedOn.toString())
                .put("address", address);
        var holders = answer.putArray("holders");
        var shown = answer.putArray("members");
        for (var member : members) {
            holders.addObject()
                    .put("name", member.name())
                    .put("idType", "resident-id")
                    .put("idNumber", member.idNumber());
            boolean head = member.equals(members.getFirst());
            shown.addObject().put("name", member.name()).put("relation", head ? "户主" : "配偶");
        }
        return answer;
    }
}
