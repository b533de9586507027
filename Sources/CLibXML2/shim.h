#include <libxml/xmlversion.h>
// libxml2 shows ICU's types in one struct that nobody here touches; in the same program as
// Foundation, which has an ICU of its own, they would be declared twice.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
