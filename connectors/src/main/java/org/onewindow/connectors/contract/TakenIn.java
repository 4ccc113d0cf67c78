package org.onewindow.connectors.contract;

/** A document that was taken in and whose own references are still to be followed. */
record TakenIn(String path, String prefix, YamlDocument document) {}
