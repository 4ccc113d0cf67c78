/** What the contract doctor says of contracts with one defect each. */
@NullMarked
package org.onewindow.connectors.contract;

import org.jspecify.annotations.NullMarked;
