/** Tests of what REST and SOAP share. */
@NullMarked
package org.onewindow.connectors.broker;

import org.jspecify.annotations.NullMarked;
