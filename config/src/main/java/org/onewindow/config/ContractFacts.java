package org.onewindow.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tree needs to know of a contract.
 *
 * @param address where the department is reached by its contract; null where it does not say
 * @param tokenUrl where OAuth tokens are fetched; null where it does not say
 * @param calls the names of its operations; null where it lists none (a page)
 */
record ContractFacts(@Nullable String address, @Nullable String tokenUrl, @Nullable Set<String> calls) {

    static final ContractFacts NONE = new ContractFacts(null, null, null);
}
