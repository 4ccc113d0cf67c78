package org.onewindow.connectors.draft;

import java.util.List;

/** A branch and how much of it. */
record Branch(List<Node> nodes, Presence presence) {}
