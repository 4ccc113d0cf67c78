/** Where the bytes of what people hand in lie, sealed. */
@NullMarked
package org.onewindow.licences.blobs;

import org.jspecify.annotations.NullMarked;
