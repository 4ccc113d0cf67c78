/** The REST API for portals, apps, kiosks and window systems. */
@NullMarked
package org.onewindow.portal;

import org.jspecify.annotations.NullMarked;
