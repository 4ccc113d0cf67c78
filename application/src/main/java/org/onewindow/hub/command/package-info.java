/** The command line: small verbs that ask a running hub, without Spring. */
@NullMarked
package org.onewindow.hub.command;

import org.jspecify.annotations.NullMarked;
