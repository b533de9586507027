# Winnow. "make" alone lists the targets.

SWIFT := swift
SCRATCH := .build
PREFIX := /usr/local
SOURCES := Package.swift Sources Tests

.DEFAULT_GOAL := help
.PHONY: help setup run test build release install bench fuzz format lint goldens check clean

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s  %s\n", $$1, $$2 }' Makefile

setup: ## installs the C libraries that are missing (Debian packages)
	@scripts/setup

run: setup ## builds, makes a workspace with the sample review and serves it
	@scripts/run

test: setup ## runs all tests, and plays a whole review in browsers where they can be installed
	$(SWIFT) test --scratch-path $(SCRATCH)
	@scripts/test-browser

build: setup ## builds for debugging
	$(SWIFT) build --scratch-path $(SCRATCH)

release: setup ## builds one optimised binary that needs no Swift on the machine
	$(SWIFT) build --scratch-path $(SCRATCH) -c release --static-swift-stdlib --product winnow

install: release ## installs the release under PREFIX (/usr/local)
	install -D -m 755 $(SCRATCH)/release/winnow $(DESTDIR)$(PREFIX)/bin/winnow

bench: setup ## measures this machine: folding, opening, deciding, reading
	$(SWIFT) build --scratch-path .build-bench -c release --product Bench -Xswiftc -enable-testing
	.build-bench/release/Bench
	Tests/Bench/forms

fuzz: setup ## reads damaged files with every reader for a minute (SECONDS=n)
	$(SWIFT) build --scratch-path .build-bench -c release --product Fuzz
	.build-bench/release/Fuzz $(or $(SECONDS),60)

format: ## formats the sources in place
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint: ## checks the format, the arrows between targets and the habits of the sources
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	scripts/check-sources

goldens: setup ## rewrites transcripts and manuals to what the program says now: read the diff
	WINNOW_GOLDENS=1 $(SWIFT) test --scratch-path $(SCRATCH)

check: setup lint ## all that continuous integration asks for
	$(SWIFT) build --scratch-path $(SCRATCH) --explicit-target-dependency-import-check error
	$(SWIFT) test --scratch-path .build-coverage --enable-code-coverage
	scripts/check-coverage .build-coverage

clean: ## removes what was built
	rm -rf .build .build-coverage .build-bench
