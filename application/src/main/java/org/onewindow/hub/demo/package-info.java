/** The demo: the whole hub with its departments on one machine, and one case told from beginning to end. */
@NullMarked
package org.onewindow.hub.demo;

import org.jspecify.annotations.NullMarked;
