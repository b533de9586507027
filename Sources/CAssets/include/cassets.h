#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

/// The style sheet of all pages.
extern const unsigned char asset_style[];
extern const size_t asset_style_length;

#endif
