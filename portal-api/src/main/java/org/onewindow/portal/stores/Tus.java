package org.onewindow.portal.stores;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.onewindow.licences.Checksum;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** The headers of the protocol for resumable uploads (tus 1.0.0, tus.io). */
final class Tus {

    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSION = "1.0.0";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String EXPIRES = "Upload-Expires";
    static final String EXTENSIONS = "creation,expiration,checksum,termination";
    static final String ALGORITHMS = "sha1,sha256";

    private static final String NUMBER = "[0-9]{1,12}";

    private Tus() {}

    /** Refuses another version than ours; says which one we speak, also where the request is refused for something else. */
    static void version(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RESUMABLE, VERSION);
        if (!VERSION.equals(request.getHeader(RESUMABLE))) {
            response.setHeader("Tus-Version", VERSION);
            throw new Refusal(ProblemCode.UPLOAD_PROTOCOL);
        }
    }

    static long number(HttpServletRequest request, String header) {
        var text = request.getHeader(header);
        if (text == null || !text.matches(NUMBER)) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        return Long.parseLong(text);
    }

    /** {@code Upload-Checksum}, where there is one. */
    static @Nullable Checksum checksum(HttpServletRequest request) {
        var header = request.getHeader("Upload-Checksum");
        return header == null
                ? null
                : Checksum.parse(header).orElseThrow(() -> new Refusal(ProblemCode.PARAMETER_INVALID));
    }
}
