/** Which configuration serves, and how another one comes to: checked, built beside, committed, swapped; on every node. */
@NullMarked
package org.onewindow.routes.configuration;

import org.jspecify.annotations.NullMarked;
