/** Who calls: tokens, the filter chains, and the built-in issuer of the development profile. */
@NullMarked
package org.onewindow.portal.security;

import org.jspecify.annotations.NullMarked;
