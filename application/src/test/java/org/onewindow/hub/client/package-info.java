@NullMarked
package org.onewindow.hub.client;

import org.jspecify.annotations.NullMarked;
