/** The hub as those outside see it: where it is, its public API, and the words of the command line. */
@NullMarked
package org.onewindow.hub.client;

import org.jspecify.annotations.NullMarked;
