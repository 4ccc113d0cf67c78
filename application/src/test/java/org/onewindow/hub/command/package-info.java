@NullMarked
package org.onewindow.hub.command;

import org.jspecify.annotations.NullMarked;
