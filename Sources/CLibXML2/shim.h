#include <libxml/xmlversion.h>
// libxml2 shows ICU's types in one struct that nobody here touches; in the same program as
// Foundation, which has an ICU of its own, they would be declared twice.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

// Some complaints of libxml2 go to standard error past the function for structured errors. The one that
// takes them has arguments of any number, which Swift cannot write.
static inline void clibxml2_say_nothing(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/// Has libxml2 print nothing on this thread.
static inline void clibxml2_keep_quiet(void) { xmlSetGenericErrorFunc(NULL, clibxml2_say_nothing); }
