package org.onewindow.connectors.mapping;

/** A mapping stopped or yielded what is not of its form; the message says where, never a value. */
public final class MappingFailed extends RuntimeException {

    public MappingFailed(String message) {
        super(message);
    }
}
