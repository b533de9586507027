#ifndef CSHIM_H
#define CSHIM_H

#include <sqlite3.h>

/// Sets a boolean option of a connection: `sqlite3_db_config` is variadic, which Swift cannot call.
int cshim_db_config_int(sqlite3 *db, int option, int on);

#endif
