package org.onewindow.connectors.draft;

/** One fact and the part of the answer that tells it. */
record Fact(String key, Node node, boolean optional) {}
