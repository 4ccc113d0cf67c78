/** The message broker inside the hub's own process. */
@NullMarked
package org.onewindow.connectors.broker;

import org.jspecify.annotations.NullMarked;
