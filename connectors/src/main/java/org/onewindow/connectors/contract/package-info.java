/** Contracts as departments hand them over: read, examined, and where they are broken repaired in a copy. */
@NullMarked
package org.onewindow.connectors.contract;

import org.jspecify.annotations.NullMarked;
