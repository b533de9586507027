#ifndef CSHIM_H
#define CSHIM_H

#include <sqlite3.h>

/// Has SQLite keep no statistics of memory, for which every allocation would take one lock that all
/// threads share. Only before the first connection; `sqlite3_config` is variadic too.
int cshim_count_no_memory(void);

/// Sets a boolean option of a connection: `sqlite3_db_config` is variadic, which Swift cannot call.
int cshim_db_config_int(sqlite3 *db, int option, int on);

/// Has all threads take their memory from one heap, so that what one lets go of another can take.
/// Only before the second thread; the C library for Swift has no `mallopt`.
int cshim_share_heap(void);

#endif
