package org.onewindow.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An end other than approval that is being carried out: what is done must be taken back first.
 *
 * @param outcome REFUSED, NOT_ACCEPTED or WITHDRAWN
 * @param reason a reason of the matter, a department's code, or one of the hub's own such as {@code payment-lapsed}
 * @param text in the department's words, for the applicant; null: the matter's or the hub's words for the reason
 * @param step the step that ended it; null: none
 * @param by who: {@code hub}, a staff login, or the keyed hash of a party
 */
public record Ending(
        CaseState outcome, String reason, @Nullable String text, @Nullable String step, String by, Instant at) {}
