/** For operators: export, tasks, clock, audit. */
@NullMarked
package org.onewindow.portal.admin;

import org.jspecify.annotations.NullMarked;
