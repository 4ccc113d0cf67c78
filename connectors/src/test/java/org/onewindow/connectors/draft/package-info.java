/** Drafts of departments, and newer contracts under them. */
@NullMarked
package org.onewindow.connectors.draft;

import org.jspecify.annotations.NullMarked;
