import Service

extension Command {
  static let serve = Command(
    "serve", "serves the pages of a workspace",
    options: [listen, host, behindTLS] + Common.atWorkspace,
    manual: """
      Serves the pages on which people screen, until it is told to stop with Ctrl-C or SIGTERM; what
      was acknowledged by then is safe. Commands go on working beside it.

      It listens on this machine only, unless --listen says otherwise. It speaks plain HTTP: where
      others are to reach it, put a server that speaks TLS before it, and say so with --behind-tls
      and the name that people type with --host; requests for other names are not answered.
      "winnow person invite" makes the link by which a person comes in for the first time.
      """,
    examples: [
      Example("winnow serve", "serves ./workspace on http://127.0.0.1:8080"),
      Example(
        "winnow serve --listen unix:/run/winnow.sock --host winnow.example.org --behind-tls",
        "behind a server that speaks TLS"),
    ],
    run: { call throws(Failure) in
      let bench = try call.bench
      let place = try call.optional(listen) ?? "127.0.0.1:8080"
      let servers = call.surroundings.servers
      let names = try call.optional(host)?.split(separator: ",").map(String.init) ?? []
      let serving = Serving(place: place, hosts: names, isBehindTLS: call.has(behindTLS))
      let problem = servers.serve(bench, serving) { address in
        call.remark(.serving(address))
      }
      if let problem {
        call.complain(problem)
        throw .reported(.machine)
      }
      call.remark(.stopped)
    })

  private static let host = Option(
    "host", "NAME", .text, "the name by which others reach it; several are parted by commas")
  private static let behindTLS = Flag(
    "behind-tls", "a server before this one speaks TLS: cookies travel over nothing else")
  private static let listen = Option(
    "listen", "PLACE", .text, "ADDRESS:PORT or unix:PATH; port 0 takes a free one")
}

extension String {
  fileprivate static func serving(_ address: String) -> String {
    "Serving on \(address). Ctrl-C stops it."
  }

  fileprivate static let stopped = "Stopped. Everything that was acknowledged is safe."
}
