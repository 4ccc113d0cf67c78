/** The words of the portal, in Chinese and English. */
@NullMarked
package org.onewindow.portal.text;

import org.jspecify.annotations.NullMarked;
