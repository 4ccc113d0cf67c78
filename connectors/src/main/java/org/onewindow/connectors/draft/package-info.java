/** Drafts a department's folder from its contract: samples, mapping skeletons, descriptor, simulator. */
@NullMarked
package org.onewindow.connectors.draft;

import org.jspecify.annotations.NullMarked;
