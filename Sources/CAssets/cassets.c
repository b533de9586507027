#include "cassets.h"

static const unsigned char style[] = {
#embed "style.css"
};

const unsigned char *cassets_style(void) { return style; }

size_t cassets_style_length(void) { return sizeof style; }
