// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: warnings fail the build, imports are internal unless said otherwise.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings of targets that never touch a pointer.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

// Rows stand in the order of docs/architecture.md: an arrow only ever goes to a row above.
let package = Package(
  name: "winnow",
  products: [.executable(name: "winnow", targets: ["winnow"])],
  targets: [
    .systemLibrary(
      name: "CUTF8Proc", pkgConfig: "libutf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .target(name: "CShim", dependencies: ["CSQLite"]),
    .target(name: "CDigest"),
    .target(name: "CHTTPShim", dependencies: ["CMicroHTTPD"]),

    .target(name: "HTML", swiftSettings: strict),
    .target(name: "HTTP", swiftSettings: strict),
    .target(
      name: "HTTPServer", dependencies: ["HTTP", "CMicroHTTPD", "CHTTPShim"],
      swiftSettings: strict),
    .target(name: "JSON", swiftSettings: strict),
    .target(name: "Bibliography", dependencies: ["CUTF8Proc"], swiftSettings: strict),
    .target(name: "Screening", dependencies: ["Bibliography"], swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["Screening", "Bibliography"], swiftSettings: pure),
    .target(
      name: "Documents", dependencies: ["Reporting", "Screening", "JSON"], swiftSettings: pure),
    .target(
      name: "Formats", dependencies: ["Bibliography", "JSON", "CLibXML2"], swiftSettings: strict),
    .target(
      name: "ProtocolFile", dependencies: ["Screening", "JSON", "CYAML"], swiftSettings: strict),
    .target(name: "Secrets", dependencies: ["CSodium", "CDigest"], swiftSettings: strict),
    .target(name: "Compression", dependencies: ["CZstd"], swiftSettings: strict),
    .target(name: "Unpacking", dependencies: ["CZlib"], swiftSettings: strict),
    .target(name: "Ledger", dependencies: ["Secrets"], swiftSettings: strict),
    .target(name: "LedgerSQL", dependencies: ["Ledger", "Secrets"], swiftSettings: strict),
    .target(
      name: "SQLite", dependencies: ["LedgerSQL", "Ledger", "Secrets", "CSQLite", "CShim"],
      swiftSettings: strict),
    .target(
      name: "Service",
      dependencies: [
        "Bibliography", "Screening", "Reporting", "Formats", "ProtocolFile", "Secrets",
        "Compression", "Unpacking", "Ledger", "JSON",
      ], swiftSettings: strict),
    .target(
      name: "CAssets", exclude: ["style.css"], cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    .target(
      name: "Web",
      dependencies: [
        "HTTP", "HTML", "JSON", "Documents", "Service", "Reporting", "Screening", "Bibliography",
        "Ledger", "CAssets",
      ], swiftSettings: strict),
    .target(
      name: "Commands",
      dependencies: [
        "Bibliography", "Screening", "Reporting", "Documents", "Formats", "ProtocolFile", "Ledger",
        "Service", "Unpacking", "JSON",
      ], swiftSettings: strict),
    .target(name: "Disk", dependencies: ["Service", "Ledger", "Secrets"], swiftSettings: strict),
    .executableTarget(
      name: "winnow",
      dependencies: [
        "Disk", "Commands", "Service", "SQLite", "Ledger", "Secrets", "Web", "HTTP", "HTTPServer",
        "CShim",
      ], swiftSettings: strict),

    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
    .testTarget(
      name: "BibliographyTests", dependencies: ["Bibliography", "TestSupport", "LabelledSets"],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests",
      dependencies: ["Formats", "Bibliography", "JSON", "TestSupport", "Mutations"],
      exclude: ["Samples"], swiftSettings: strict),
    .testTarget(
      name: "ScreeningLimitsTests", dependencies: ["Screening", "Bibliography"],
      swiftSettings: strict),
    .testTarget(
      name: "ProtocolFileTests", dependencies: ["ProtocolFile", "Screening", "JSON"],
      swiftSettings: strict),
    .target(
      name: "StoreConformance", dependencies: ["Ledger", "Secrets"],
      path: "Tests/StoreConformance", swiftSettings: strict),
    .executableTarget(
      name: "StoreProbe", dependencies: ["SQLite", "Ledger", "Secrets"], path: "Tests/StoreProbe",
      swiftSettings: strict),
    .testTarget(name: "SecretsTests", dependencies: ["Secrets", "CSodium"], swiftSettings: strict),
    .testTarget(name: "CompressionTests", dependencies: ["Compression"], swiftSettings: strict),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "Secrets", "StoreConformance"],
      swiftSettings: strict),
    .testTarget(
      name: "SQLiteTests",
      dependencies: [
        "SQLite", "Ledger", "Secrets", "StoreConformance", "StoreProbe", "CSQLite",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", "Service", "Ledger", "ProtocolFile", "Screening", "Reporting", "JSON",
        "Unpacking", "Formats", "Bibliography", "Packing",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WinnowTests",
      dependencies: ["winnow", "Disk", "Commands", "Service", "Ledger", "Secrets"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["winnow", "Packing"], exclude: ["Transcripts"],
      swiftSettings: strict),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Bibliography", "Disk", "LabelledSets", "Service", "Screening", "Ledger", "SQLite", "Web",
        "HTTP", "HTTPServer", "Formats", "CShim",
      ],
      path: "Tests/Bench", exclude: ["forms", "peer.py"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Screening", "Bibliography"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "ScreeningTests", dependencies: ["Screening", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Screening", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "Screening", "Bibliography", "Formats", "ProtocolFile", "Ledger", "SQLite",
        "LedgerSQL", "Secrets", "Compression", "JSON", "CSQLite", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Documents", "Reporting", "Screening", "JSON", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "UseCaseTests",
      dependencies: [
        "Service", "Screening", "Reporting", "Bibliography", "Formats", "Ledger", "Secrets",
      ],
      swiftSettings: strict),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP"], swiftSettings: strict),
    .testTarget(
      name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTP"], swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "HTTP", "Service", "Screening", "Ledger", "Reporting", "Documents",
      ], swiftSettings: strict),
    .target(
      name: "LabelledSets", dependencies: ["Bibliography"], path: "Tests/LabelledSets",
      swiftSettings: strict),
    .target(
      name: "Mutations", dependencies: ["Formats"], path: "Tests/Mutations",
      swiftSettings: strict),
    .executableTarget(
      name: "Fuzz", dependencies: ["Formats", "Mutations"], path: "Tests/Fuzz",
      swiftSettings: strict),
    .target(
      name: "Packing", dependencies: ["CZlib"], path: "Tests/Packing", swiftSettings: strict),
    .testTarget(
      name: "UnpackingTests", dependencies: ["Unpacking", "Packing"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
