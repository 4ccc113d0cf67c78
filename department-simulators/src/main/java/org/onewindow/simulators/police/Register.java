package org.onewindow.simulators.police;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.onewindow.simulators.city.Citizen;

/**
 * A household register (户口簿).
 *
 * @param members the head first
 */
record Register(String number, String address, List<Citizen> members) {

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
}
