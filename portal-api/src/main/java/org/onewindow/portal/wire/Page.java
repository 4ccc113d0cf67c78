package org.onewindow.portal.wire;

import java.util.List;

/** One page of a list; what follows is in the header {@code Link: rel="next"}. */
public record Page<T>(List<T> items) {}
