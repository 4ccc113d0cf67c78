/** The doors for client systems: forms of their own over HTTP, the queue, SOAP; behind each of them is the one intake. */
@NullMarked
package org.onewindow.portal.channels;

import org.jspecify.annotations.NullMarked;
