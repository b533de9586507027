#include "chttpshim.h"

#include <string.h>

// Returns the bytes as they are: the address is decoded strictly, and not here.
static size_t leave(void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

struct MHD_Daemon *chttp_start(const struct chttp_settings *settings) {
  void *context = settings->context;
  unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO | MHD_ALLOW_SUSPEND_RESUME;
  return MHD_start_daemon(
      flags, 0, NULL, NULL, settings->access, context,
      MHD_OPTION_LISTEN_SOCKET, settings->listening,
      MHD_OPTION_THREAD_POOL_SIZE, settings->threads,
      MHD_OPTION_CONNECTION_LIMIT, settings->connections,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->connection_bytes,
      // Deadlines are kept by HTTPServer: the library's would begin anew with every byte.
      MHD_OPTION_CONNECTION_TIMEOUT, 0U,
      // Neither strict nor lax: what is lenient here is refused by HTTP, with its own sentence.
      MHD_OPTION_STRICT_FOR_CLIENT, 0,
      MHD_OPTION_NOTIFY_CONNECTION, settings->connection, context,
      MHD_OPTION_URI_LOG_CALLBACK, settings->begun, context,
      MHD_OPTION_UNESCAPE_CALLBACK, leave, NULL,
      MHD_OPTION_NOTIFY_COMPLETED, settings->completed, context,
      MHD_OPTION_END);
}

static const union MHD_ConnectionInfo *info(
    struct MHD_Connection *connection, enum MHD_ConnectionInfoType type) {
  return MHD_get_connection_info(connection, type);
}

int chttp_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *found = info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return found ? found->connect_fd : -1;
}

void *chttp_line(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *found = info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return found ? found->socket_context : NULL;
}

const struct sockaddr *chttp_peer(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *found = info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return found ? found->client_addr : NULL;
}

size_t chttp_head_bytes(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *found = info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return found ? found->header_size : 0;
}

struct lines {
  const char *next;
  bool strict;
};

static enum MHD_Result look(
    void *context, enum MHD_ValueKind kind, const char *name, size_t name_length,
    const char *value, size_t value_length) {
  (void)kind;
  (void)name_length;
  struct lines *lines = context;
  lines->strict = name == lines->next && value != NULL && strlen(value) == value_length;
  if (lines->strict) lines->next = value + value_length + 2;
  return lines->strict ? MHD_YES : MHD_NO;
}

bool chttp_lines_are_strict(
    struct MHD_Connection *connection, const char *method, size_t target_length,
    const char *version) {
  const char *target = method + strlen(method) + 1;
  if (version != target + target_length + 1) return false;
  struct lines lines = {.next = version + strlen(version) + 2, .strict = true};
  MHD_get_connection_values_n(connection, MHD_HEADER_KIND, look, &lines);
  return lines.strict && lines.next + 2 == method + chttp_head_bytes(connection);
}
