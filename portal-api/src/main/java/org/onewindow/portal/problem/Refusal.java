package org.onewindow.portal.problem;

import java.util.List;

/**
 * Leaves a controller with a problem: Spring's own way out, used in this module only and answered by {@link ProblemAdvice}.
 *
 * <p>What citizens do is no exception to anybody else: below the controllers it is values.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private boolean written;

    public Refusal(ProblemCode code, FieldError... errors) {
        this(code, List.of(errors));
    }

    public Refusal(ProblemCode code, List<FieldError> errors) {
        super(code.code(), null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** The store refused, and wrote that down itself: see {@link StoreDoor}. */
    public Refusal asWritten() {
        written = true;
        return this;
    }

    public boolean isWritten() {
        return written;
    }

    public ProblemCode code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
