package org.onewindow.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a department is asked, in canonical form: the input of its request mapping.
 *
 * @param facts what earlier steps brought, by step; of a {@code for-each} step a list of its items' facts, each with its {@code item}
 * @param item the element of a {@code for-each} step, JSON values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DepartmentRequest(
        @JsonProperty("case") @Nullable CaseFacts caseFacts,
        Party applicant,
        List<Party> parties,
        Map<String, Object> form,
        Map<String, Object> facts,
        List<MaterialReference> materials,
        @Nullable Object item) {

    public DepartmentRequest {
        parties = List.copyOf(parties);
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        materials = List.copyOf(materials);
    }

    /** The case as departments may know it; an inquiry has none. */
    public record CaseFacts(CaseNumber number, String matter, String channel, Instant submittedAt) {}

    @Override
    public String toString() {
        return "DepartmentRequest[" + (caseFacts == null ? "inquiry" : caseFacts.number()) + "]";
    }
}
