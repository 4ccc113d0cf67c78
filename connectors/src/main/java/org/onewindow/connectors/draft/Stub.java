package org.onewindow.connectors.draft;

/**
 * A request and its answer as the simulator knows them.
 *
 * @param path below the department's address
 * @param marker what the body must contain; empty: anything
 */
record Stub(String method, String path, String mediaType, String marker, int status, String request, String answer) {}
