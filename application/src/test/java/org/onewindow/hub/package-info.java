@NullMarked
package org.onewindow.hub;

import org.jspecify.annotations.NullMarked;
