package org.onewindow.portal.stores;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.portal.problem.ProblemCode;
import org.onewindow.portal.problem.Refusal;

/** The parameter {@code type} of an upload: the material it is meant to be. */
final class MaterialType {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    private MaterialType() {}

    static @Nullable String checked(@Nullable String type) {
        if (type != null && !TYPE.matcher(type).matches()) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID);
        }
        return type;
    }
}
