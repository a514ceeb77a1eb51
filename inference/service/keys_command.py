"""`python -m inference.service keys add|list|revoke`: the named keys of a data folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from inference.service.keys import KeyExists, KeyRing
from inference.service.settings import ServiceSettings
from inference.service.store import Store


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; a service that runs on the folder follows within seconds."""
    options = _parser().parse_args(arguments)
    settings = ServiceSettings(data_dir=options.data_dir.expanduser().resolve())
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = Store(settings.database)
    try:
        ring = KeyRing(store)
        if options.verb == "add":
            return _add(ring, options.name)
        return _revoke(ring, options.name) if options.verb == "revoke" else _list(ring)
    finally:
        store.close()


def _add(ring: KeyRing, name: str) -> int:
    try:
        key = ring.add(name)
    except KeyExists:
        print(f"There is a key called {name!r} already; revoked names are not used again.", file=sys.stderr)
        return 1
    print(f"Key for {name!r}. It is shown this once only:")
    print(key)
    return 0


def _revoke(ring: KeyRing, name: str) -> int:
    if not ring.revoke(name):
        print(f"There is no key called {name!r} in use.", file=sys.stderr)
        return 1
    print(f"The key of {name!r} is revoked.")
    return 0


def _list(ring: KeyRing) -> int:
    for key in ring.list():
        state = f"revoked {key.revoked_at}" if key.revoked_at else "in use"
        print(f"{key.name}\t{key.created_at}\t{state}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="relay-desktop service keys")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, text in (("add", "make a key"), ("revoke", "end a key"), ("list", "show the keys' names")):
        command = verbs.add_parser(verb, help=text)
        if verb != "list":
            command.add_argument("name")
        command.add_argument("--data-dir", type=Path, required=True)
    return parser
