/** The hub's own flows: intake, fan-out, leases, replies, inquiries. */
@NullMarked
package org.onewindow.routes;

import org.jspecify.annotations.NullMarked;
