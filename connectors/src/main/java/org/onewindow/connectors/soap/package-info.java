/** Departments that speak SOAP 1.1 and 1.2. */
@NullMarked
package org.onewindow.connectors.soap;

import org.jspecify.annotations.NullMarked;
