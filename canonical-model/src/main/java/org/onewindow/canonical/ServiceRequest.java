package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One application (申请) in canonical form (Canonical Data Model), whatever channel brought it.
 *
 * @param matter the code of the matter, such as {@code used-home-transfer}
 * @param channel the channel it came by, such as {@code portal} or {@code window}
 * @param form the matter's own fields, as its form schema describes them; JSON values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceRequest(
        String matter,
        String channel,
        Party applicant,
        List<Party> parties,
        Map<String, Object> form,
        List<MaterialReference> materials) {

    public ServiceRequest {
        parties = List.copyOf(parties);
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
        materials = List.copyOf(materials);
    }

    public List<Party> inRole(String role) {
        return parties.stream().filter(party -> role.equals(party.role())).toList();
    }

    @Override
    public String toString() {
        return "ServiceRequest[" + matter + " by " + channel + "]";
    }
}
