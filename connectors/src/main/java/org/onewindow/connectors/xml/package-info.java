/** XML as the hub reads it: no DTD, no network. */
@NullMarked
package org.onewindow.connectors.xml;

import org.jspecify.annotations.NullMarked;
