/** Kiosk and hall hardware. */
@NullMarked
package org.onewindow.devices;

import org.jspecify.annotations.NullMarked;
