package org.onewindow.cases.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored with a lease.
 *
 * @param incarnation of the node that holds it; null: it is nobody's who beats, and ends by its time only
 */
record Leasing(StoredMessage message, @Nullable UUID incarnation) {}
