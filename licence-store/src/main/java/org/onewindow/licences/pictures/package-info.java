/** What pictures tell besides what they show. */
@NullMarked
package org.onewindow.licences.pictures;

import org.jspecify.annotations.NullMarked;
