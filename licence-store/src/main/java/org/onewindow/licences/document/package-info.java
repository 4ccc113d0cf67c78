/** The signed document of a licence: OFD (GB/T 33190) with an electronic seal (GB/T 38540), its verification, and a preview. */
@NullMarked
package org.onewindow.licences.document;

import org.jspecify.annotations.NullMarked;
