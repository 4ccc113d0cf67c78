/** Departments that speak by queue and topic. */
@NullMarked
package org.onewindow.connectors.jms;

import org.jspecify.annotations.NullMarked;
