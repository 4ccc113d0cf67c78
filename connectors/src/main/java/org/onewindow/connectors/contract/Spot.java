package org.onewindow.connectors.contract;

/**
 * A place in a contract.
 *
 * @param file relative to the contract's folder, with slashes
 * @param line from 1
 * @param column from 1
 */
public record Spot(String file, int line, int column) {

    public static Spot startOf(String file) {
        return new Spot(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
