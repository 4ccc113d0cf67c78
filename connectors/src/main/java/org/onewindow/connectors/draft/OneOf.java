package org.onewindow.connectors.draft;

import java.util.List;

/** One of several sequences. */
record OneOf(boolean isOptional, List<List<Node>> branches) implements Node {}
