#ifndef CHTTPSHIM_H
#define CHTTPSHIM_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stddef.h>

/// What a daemon is started with; every callback gets `context` first.
struct chttp_settings {
  /// A socket that listens. It stays the caller's.
  int listening;
  unsigned threads;
  unsigned connections;
  /// What one connection may take for its header.
  size_t connection_bytes;
  void *context;
  MHD_NotifyConnectionCallback connection;
  /// Gets the address of the request line as it was sent; what it returns is the request's own.
  void *(*begun)(void *context, const char *target, struct MHD_Connection *connection);
  MHD_AccessHandlerCallback access;
  MHD_RequestCompletedCallback completed;
};

/// Starts a daemon, or returns NULL: `MHD_start_daemon` is variadic, which Swift cannot call.
struct MHD_Daemon *chttp_start(const struct chttp_settings *settings);

/// The socket of a connection, or -1.
int chttp_socket(struct MHD_Connection *connection);

/// What the connection callback left with a connection.
void *chttp_line(struct MHD_Connection *connection);

/// The address of the other end, or NULL.
const struct sockaddr *chttp_peer(struct MHD_Connection *connection);

/// How many bytes the head of a request took.
size_t chttp_head_bytes(struct MHD_Connection *connection);

/// Whether every line of a request's head stood on one line that ended in CR LF.
///
/// The library takes a bare LF and folded lines too, and tells nobody. But it cuts the head up where
/// it lies, so lines that were well ended lie exactly two bytes apart. `target_length` is that of the
/// address as sent; `method` and `version` are the pointers that the library gives.
bool chttp_lines_are_strict(
    struct MHD_Connection *connection, const char *method, size_t target_length,
    const char *version);

#endif
