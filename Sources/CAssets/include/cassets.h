#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

/// The style sheet of all pages.
const unsigned char *cassets_style(void);
/// Its length in bytes.
size_t cassets_style_length(void);

#endif
