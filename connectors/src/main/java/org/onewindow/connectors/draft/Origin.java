package org.onewindow.connectors.draft;

/** Where a field of a department's message comes from. */
sealed interface Origin {

    /** What the message says in the samples. */
    String sample();

    /** A place that the glossary found; it outlives every form. */
    record Known(String place, String sample) implements Origin {}

    /** A field of the matter's form. */
    record Form(String key, String sample, boolean byName) implements Origin {}

    /** The one value that the contract allows. */
    record Fixed(String sample) implements Origin {}
}
