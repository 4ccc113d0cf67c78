/** One department's line: what all ways of speaking with departments have in common. */
@NullMarked
package org.onewindow.connectors.line;

import org.jspecify.annotations.NullMarked;
