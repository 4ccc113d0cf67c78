/** The simulators asked as their callers ask them: over real HTTP, over a real broker. */
@NullMarked
package org.onewindow.simulators;

import org.jspecify.annotations.NullMarked;
