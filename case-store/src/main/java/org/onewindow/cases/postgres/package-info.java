/** The database itself: the embedded server, the connections to it, its migrations. */
@NullMarked
package org.onewindow.cases.postgres;

import org.jspecify.annotations.NullMarked;
