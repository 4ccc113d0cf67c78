/** The application: wiring, embedded services and the command line. */
@NullMarked
package org.onewindow.hub;

import org.jspecify.annotations.NullMarked;
