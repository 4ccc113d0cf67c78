@NullMarked
package org.onewindow.hub.demo;

import org.jspecify.annotations.NullMarked;
