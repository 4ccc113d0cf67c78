package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** The header {@code Upload-Metadata} of tus: names, each with a value in base 64. */
final class TusMetadata {

    private static final int LONGEST = 4_000;

    private TusMetadata() {}

    static Map<String, String> of(HttpServletRequest request) {
        var header = Optional.ofNullable(request.getHeader("Upload-Metadata")).orElse("");
        if (header.length() > LONGEST) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        var values = new HashMap<String, String>();
        try {
            for (var pair : header.strip().split("\\s*,\\s*", -1)) {
                var words = pair.split(" ", 2);
                var value = words.length == 1 ? "" : words[1].strip();
                values.put(words[0], new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
            }
            return values;
        } catch (IllegalArgumentException noBase64) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
    }
}
