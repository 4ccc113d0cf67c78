/** Departments that speak REST and JSON. */
@NullMarked
package org.onewindow.connectors.rest;

import org.jspecify.annotations.NullMarked;
