/** Tests of what travels by queue. */
@NullMarked
package org.onewindow.connectors.jms;

import org.jspecify.annotations.NullMarked;
