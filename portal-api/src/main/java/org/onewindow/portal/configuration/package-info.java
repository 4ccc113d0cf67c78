/** For operators and integrators: which configuration serves, and how another one comes to. */
@NullMarked
package org.onewindow.portal.configuration;

import org.jspecify.annotations.NullMarked;
