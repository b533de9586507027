#include "cassets.h"

const unsigned char asset_style[] = {
#embed "style.css"
};
const size_t asset_style_length = sizeof asset_style;
