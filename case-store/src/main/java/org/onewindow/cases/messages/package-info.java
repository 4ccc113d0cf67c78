/** What was said between the hub and its departments: kept sealed, shown masked, given away only as fiction. */
@NullMarked
package org.onewindow.cases.messages;

import org.jspecify.annotations.NullMarked;
