package org.onewindow.connectors.draft;

/** A text, number or truth. */
record Leaf(Tag tag, Occurs occurs, boolean nillable, TextType type) implements Node {}
