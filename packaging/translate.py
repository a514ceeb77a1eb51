#!/usr/bin/env python3
"""Collects every word a person reads into the `.ts` files, and makes the `.qm` files the program loads.

    .venv/bin/python packaging/translate.py            # all languages that have a file, and English as the template
    .venv/bin/python packaging/translate.py de fr      # begin these languages too
    .venv/bin/python packaging/translate.py --check    # only say what has no translation yet; 1 when there is something

Then open the `.ts` file in Qt Linguist (pyside6-linguist), translate, run this again.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

CHECKOUT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = CHECKOUT / "resources" / "translations"
TABLES: Final = CHECKOUT / "build" / "translation" / "tables.py"

# Functions whose first words are a source of the context "Sentences"; of the second kind the second words are, with
# a form for each number.
OF_WORDS: Final = ("said", "sentence")
OF_COUNTS: Final = ("said_many", "sentence_of_count")


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry; 0 when every file was made, or every word has a translation."""
    wanted = list(sys.argv[1:] if arguments is None else arguments)
    if wanted == ["--check"]:
        return check()
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
        if language != "en":  # English is what the sources say
            _run([tool("lrelease"), "-silent", str(target), "-qm", str(target.with_suffix(".qm"))])
        print(target)
    return 0


def check() -> int:
    """Say which words of which language have no translation."""
    missing = {path.name: untranslated(path) for path in sorted(FOLDER.glob("relay_desktop_*.ts"))}
    missing.pop("relay_desktop_en.ts", None)
    for name, pairs in missing.items():
        for context, words in pairs:
            print(f"{name}: {context}: {words}")
    return 1 if any(missing.values()) else 0


def untranslated(path: Path) -> list[tuple[str, str]]:
    """(context, words) of a `.ts` file that have no finished translation."""
    found = []
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [translation, *translation.iter("numerusform")] if translation is not None else []
            words = "".join(form.text or "" for form in forms).strip()
            if translation is None or translation.get("type") == "unfinished" or not words:
                found.append((context.findtext("name") or "", message.findtext("source") or ""))
    return found


def write_tables(path: Path) -> None:
    """The words of tables and sentences, in a form that lupdate reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["from PySide6.QtCore import QCoreApplication", ""]
    lines += [f"QCoreApplication.translate({context!r}, {words!r})" for context, words in table_words()]
    lines += [f'QCoreApplication.translate("Sentences", {words!r})' for words in sentences(OF_WORDS, 0)]
    lines += [
        f'QCoreApplication.translate("Sentences", {words!r}, "", 2)' for words in sentences(OF_COUNTS, 1)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def table_words() -> Iterator[tuple[str, str]]:
    """(context, words) of commands, menus, looks, types, of the cards of the models that come along."""
    from inference.engine.model_folder import read_model
    from relay_desktop.commands import COMMANDS, CONTEXTS, MENUS
    from relay_desktop.look import LOOK_NAMES, LOOKS
    from relay_desktop.translation import MODEL_CARDS

    texts = [text for item in COMMANDS for text in (item.text, item.help, item.submenu)]
    yield from (("Commands", words) for words in _once((*texts, *MENUS, *CONTEXTS.values())))
    yield from (("Look", words) for words in LOOK_NAMES.values())
    yield from (("Types", name.replace("_", " ")) for name in LOOKS["dark"].types)
    for folder in sorted((CHECKOUT / "resources" / "models").iterdir()):
        card = read_model(folder).card
        kinds = card.quality.get("test", {}).get("micro_f1_by_kind", {})
        words = (card.description, *card.type_help.values(), *kinds, str(card.quality.get("note", "")))
        yield from ((MODEL_CARDS, each) for each in _once(words))


def sentences(functions: Sequence[str], place: int) -> Iterator[str]:
    """The literal at a place of every call of these functions, in every room that has words for a person."""
    paths = [
        path for room in ("inference", "relay_desktop") for path in sorted((CHECKOUT / room).rglob("*.py"))
    ]
    return _once(
        node.args[place].value  # type: ignore[attr-defined]
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in functions
        and len(node.args) > place
        and isinstance(node.args[place], ast.Constant)
    )


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
