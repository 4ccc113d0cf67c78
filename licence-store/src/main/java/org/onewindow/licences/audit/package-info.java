/** The seals over what was asked of the store, and how they are checked. */
@NullMarked
package org.onewindow.licences.audit;

import org.jspecify.annotations.NullMarked;
