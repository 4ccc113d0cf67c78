package org.onewindow.portal.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.onewindow.canonical.ServiceRequest;
import org.onewindow.portal.problem.FieldError;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;
import org.onewindow.portal.security.Caller;
import org.onewindow.portal.wire.Wire;

/** Reads a {@link ServiceRequest} from the wire; who the applicant is comes from the token where the body does not say. */
public final class Requests {

    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z-]{0,29}");
    private static final Set<String> LISTS = Set.of("parties", "materials");

    private Requests() {}

    public static ServiceRequest read(HttpServletRequest request, Caller caller) throws IOException {
        return of(Wire.read(request), caller);
    }

    /** A request that came in whatever way, as a tree. */
    public static ServiceRequest of(ObjectNode tree, Caller caller) {
        complete(tree, caller);
        var read = Wire.as(tree, ServiceRequest.class);
        if (!CHANNEL.matcher(read.channel()).matches()) {
            throw new Refusal(ProblemCode.REQUEST_MALFORMED, FieldError.of("/channel", "wrong-format"));
        }
        return read;
    }

    private static void complete(ObjectNode tree, Caller caller) {
        var person = caller.person();
        if (!tree.has("applicant") && person != null) {
            tree.set("applicant", Wire.tree(person));
        }
        if (!tree.has("channel")) {
            tree.put("channel", caller.client());
        }
        if (!tree.has("form")) {
            tree.putObject("form");
        }
        LISTS.stream().filter(name -> !tree.has(name)).forEach(tree::putArray);
    }
}
