/** What the tests of several modules share; the poms of those that await something add it to their tests. */
@NullMarked
package org.onewindow.testing;

import org.jspecify.annotations.NullMarked;
