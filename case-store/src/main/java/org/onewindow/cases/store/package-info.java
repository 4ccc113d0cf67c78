/** Cases in PostgreSQL: each transition of the machine one transaction, with its trace, attempts and tasks. */
@NullMarked
package org.onewindow.cases.store;

import org.jspecify.annotations.NullMarked;
