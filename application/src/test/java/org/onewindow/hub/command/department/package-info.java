@NullMarked
package org.onewindow.hub.command.department;

import org.jspecify.annotations.NullMarked;
