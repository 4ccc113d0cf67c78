package org.onewindow.config;

/**
 * A place in a file of the tree.
 *
 * @param file relative to the tree's root, with slashes
 * @param line from 1
 * @param column from 1, in characters
 */
record Place(String file, int line, int column) {

    static Place startOf(String file) {
        return new Place(file, 1, 1);
    }
}
