package org.onewindow.portal.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door to what the stores keep of people. Whoever is refused at it is written down before they are told, whatever the reason: a door needs
 * to say nothing, but that what the store refused is written already ({@link Refusal#asWritten}). Forgotten, that costs a second row.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoreDoor {

    /** What is wanted there, in the audit's words. */
    String value();
}
