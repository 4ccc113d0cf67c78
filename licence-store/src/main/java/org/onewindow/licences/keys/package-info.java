/** Keys of people, and what is sealed under them. */
@NullMarked
package org.onewindow.licences.keys;

import org.jspecify.annotations.NullMarked;
