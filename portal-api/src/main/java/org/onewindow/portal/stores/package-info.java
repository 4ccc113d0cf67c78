/** Uploads, checklists and the caller's own licences. */
@NullMarked
package org.onewindow.portal.stores;

import org.jspecify.annotations.NullMarked;
