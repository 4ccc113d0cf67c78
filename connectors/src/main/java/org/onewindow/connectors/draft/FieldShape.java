package org.onewindow.connectors.draft;

/** A field: its type in words, and whether it must be there. */
record FieldShape(String type, boolean mandatory) {}
