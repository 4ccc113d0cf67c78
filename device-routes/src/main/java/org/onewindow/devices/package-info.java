/**
 * Kiosk and hall hardware: its hub side and its edge side.
 *
 * <p>Empty until the devices' own issue; the module stands so that the picture of the house is whole and nothing else takes its place.
 */
@NullMarked
package org.onewindow.devices;

import org.jspecify.annotations.NullMarked;
