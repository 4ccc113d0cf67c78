package org.onewindow.portal.webhooks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client wants to be told, and where, as it comes in. */
record Wish(String url, List<String> events, @Nullable String description) {}
