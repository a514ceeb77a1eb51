#!/usr/bin/env python3
"""Collects every word a person reads into the `.ts` files, and makes the `.qm` files the program loads.

    .venv/bin/python packaging/translate.py            # all languages that have a file, and English as the template
    .venv/bin/python packaging/translate.py de fr      # begin these languages too

Then open the `.ts` file in Qt Linguist (pyside6-linguist), translate, run this again.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = CHECKOUT / "resources" / "translations"
TABLES: Final = CHECKOUT / "build" / "translation" / "tables.py"


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry; 0 when every file was made."""
    wanted = list(sys.argv[1:] if arguments is None else arguments)
    FOLDER.mkdir(parents=True, exist_ok=True)
    there = [path.stem.removeprefix("relay_desktop_") for path in FOLDER.glob("relay_desktop_*.ts")]
    write_tables(TABLES)
    sources = [str(path) for path in sorted((CHECKOUT / "relay_desktop").rglob("*.py"))]
    for language in sorted({"en", *there, *wanted}):
        target = FOLDER / f"relay_desktop_{language}.ts"
        update = [
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            language,
        ]
        _run([tool("lupdate"), *sources, str(TABLES), *update, "-ts", str(target)])
        _run([tool("lrelease"), "-silent", str(target), "-qm", str(target.with_suffix(".qm"))])
        print(target)
    return 0


def write_tables(path: Path) -> None:
    """The words of tables that know no Qt, in a form that lupdate reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["from PySide6.QtCore import QCoreApplication", ""]
    lines += [f"QCoreApplication.translate({context!r}, {words!r})" for context, words in table_words()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table_words() -> Iterator[tuple[str, str]]:
    """(context, words) of commands, menus, errors, looks, types."""
    from relay_desktop import errors
    from relay_desktop.commands import COMMANDS, CONTEXTS, MENUS
    from relay_desktop.look import LOOK_NAMES

    texts = [text for item in COMMANDS for text in (item.text, item.help, item.submenu)]
    yield from (("Commands", words) for words in _once((*texts, *MENUS, *CONTEXTS.values())))
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.RelayError)
    ]
    yield from (("Errors", words) for words in _once(w for kind in kinds for w in (kind.title, kind.advice)))
    yield from (("Look", words) for words in LOOK_NAMES.values())


def tool(name: str) -> str:
    """One of Qt's tools, as PySide6 brings it along."""
    import PySide6

    return str(Path(PySide6.__file__).with_name(f"{name}.exe" if sys.platform == "win32" else name))


def _once(words: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(word for word in words if word))


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
