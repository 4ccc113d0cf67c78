/** What goes over the wire: HTTP in and out, hardened XML, strict JSON, signatures. */
@NullMarked
package org.onewindow.simulators.wire;

import org.jspecify.annotations.NullMarked;
