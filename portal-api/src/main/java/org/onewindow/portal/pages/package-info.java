/** The few pages of the hub: where things are, how the API works, what a problem means. */
@NullMarked
package org.onewindow.portal.pages;

import org.jspecify.annotations.NullMarked;
