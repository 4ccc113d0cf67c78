/** The forms of channels: what a window system or an app sends, mapped to the canonical request. */
@NullMarked
package org.onewindow.connectors.channel;

import org.jspecify.annotations.NullMarked;
