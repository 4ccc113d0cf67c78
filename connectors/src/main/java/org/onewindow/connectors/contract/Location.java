package org.onewindow.connectors.contract;

/** Where a location leads, seen from a file. */
sealed interface Location {
    /** A path relative to the folder, whether or not a file is there. */
    record Inside(String path) implements Location {}

    record Outside() implements Location {}

    record Elsewhere() implements Location {}
}
