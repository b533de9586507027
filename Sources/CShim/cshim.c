#include "cshim.h"

#include <malloc.h>

int cshim_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

int cshim_db_config_int(sqlite3 *db, int option, int on) {
  int now = 0;
  return sqlite3_db_config(db, option, on, &now);
}

int cshim_share_heap(void) { return mallopt(M_ARENA_MAX, 1); }
