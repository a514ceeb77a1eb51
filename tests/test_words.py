"""Every word a person reads goes through Qt's translation system, measured in the source as the arrows are.

In rooms with Qt it stands in `tr`, `said` or `said_many`; in rooms without, in `sentence` or
`sentence_of_count`, and is translated where it is shown. Tables of words that `packaging/translate.py` reads (commands,
looks) stand as they are.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from tests.test_house import CHECKOUT, modules

TRANSLATING = {"tr", "said", "said_many", "sentence", "sentence_of_count", "translate", "translated"}
# What these are given is read by machines or by engineers.
FOR_MACHINES = {
    "setObjectName", "setProperty", "setStyleSheet", "getattr", "setattr", "cast", "TypeVar", "Signal", "compile",
    "debug", "info", "warning", "error", "exception", "log", "ValueError", "TypeError", "KeyError", "RuntimeError",
    "StepFailed", "execute", "QSettings", "read_text", "write_text", "encode", "decode",
}  # fmt: skip
MACHINE_KEYWORDS = {"key", "lane", "name", "object_name", "encoding", "errors", "thread_name_prefix"}
ROOMS = (
    "relay_desktop.panels",
    "relay_desktop.timeline",
    "relay_desktop.session",
    "relay_desktop.work",
    "relay_desktop.app",
)
FILES = (
    "relay_desktop.main_window", "relay_desktop.actions", "relay_desktop.problems", "relay_desktop.timeline_desk",
    "relay_desktop.errors", "relay_desktop.accounts",
)  # fmt: skip
# Not for the window: what is exported and printed is English everywhere, by intent.
ENGLISH = (
    "relay_desktop.session.exporters", "relay_desktop.session.row_criteria", "relay_desktop.session.library_schema",
    "relay_desktop.app.self_test", "relay_desktop.work.snapshot", "relay_desktop.session.hand_made_store",
    "relay_desktop.session.verdict_store",
)  # fmt: skip
SHOWS_WORDS = {
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "setWindowTitle", "setTitle", "addAction", "addMenu", "addItem", "addRow", "addTab",
    "setTabText", "setItemText", "drawText", "setHeaderLabels", "setHorizontalHeaderLabels", "setSpecialValueText",
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu", "QTableWidgetItem",
    "QListWidgetItem", "Problem", "toned", "LiveLabel", "PanelHeading", "plain_table", "ValueRow", "add_heading",
    "add_words", "add_row", "add_switch", "add_choice", "add_button", "beginMacro", "confirm", "tell",
}  # fmt: skip
# Not words: units, signs and names that are the same in every language.
SAME_EVERYWHERE = {
    "ms",
    "s",
    "dB",
    "Hz",
    "kHz",
    "MB",
    "kB",
    "dBTP",
    "Relay Desktop",
    "S",
    "min",
    "x",
    "h",
    "WAV",
}
# Keys of settings and of Qt's own words; and what a filter says of itself in an export.
NOT_SHOWN = {"grey, dark on light", "This plugin does not support", "stretches left out"}
TONES = {"muted", "title", "heading", "strong", "faint", "danger", "warning", "key"} | {"run", "progress"}
_SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|BEGIN|PRAGMA|COMMIT)\b")
_WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}")


def _rooms() -> Iterator[tuple[str, ast.Module]]:
    for name, tree in modules().items():
        is_seen = name in FILES or any(name == room or name.startswith(f"{room}.") for room in ROOMS)
        if is_seen and not any(name == room or name.startswith(f"{room}.") for room in ENGLISH):
            yield name, tree


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _text(node: ast.AST) -> str | None:
    """The words of a literal; a placeholder is a pair of braces."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _below(node: ast.AST) -> set[int]:
    return {id(inner) for inner in ast.walk(node)}


def _exempt(tree: ast.Module) -> set[int]:
    """Nodes that no person reads, or that are translated already."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if (isinstance(node, ast.Call) and _name(node) in TRANSLATING | FOR_MACHINES) or (
            isinstance(node, ast.keyword) and node.arg in MACHINE_KEYWORDS
        ):
            found |= _below(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found |= _below(node)  # docstrings
        elif isinstance(node, ast.Assert) and node.msg is not None:
            found |= _below(node.msg)
        elif (
            isinstance(node, ast.ClassDef)
            and any(getattr(base, "id", "").endswith("Enum") for base in node.bases)
        ) or (isinstance(node, ast.Assign) and any(getattr(t, "id", "") == "__all__" for t in node.targets)):
            found |= _below(node)
        elif isinstance(node, (ast.AnnAssign, ast.arg)) and node.annotation is not None:
            found |= _below(node.annotation)
    return found


def _is_shown_word(text: str) -> bool:
    words = re.sub(r"<[^>]*>|&\w+;|\{\}|Relay Desktop", " ", text)
    if re.fullmatch(r"[a-z]+(_[a-z]+)+", text):
        return False  # a name in the program
    return any(part not in SAME_EVERYWHERE for part in re.findall(r"[^\W\d_]{2,}", words)) and (
        words.strip() not in SAME_EVERYWHERE
    )


def test_every_sentence_can_be_translated() -> None:
    """No literal of several words, and no f-string with words in it, outside the translating functions."""
    found = []
    for name, tree in _rooms():
        exempt = _exempt(tree)
        pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            text = _text(node)
            if text is None or id(node) in exempt | pieces or text in NOT_SHOWN or _SQL.search(text):
                continue
            if _WORDS.search(re.sub(r"<[^>]*>", " ", text)) and _is_shown_word(text):
                found.append(f"{name}:{node.lineno}: {text[:70]}")  # type: ignore[attr-defined]
    assert found == []


def test_every_word_given_to_a_widget_can_be_translated() -> None:
    found = []
    for name, tree in _rooms():
        exempt = _exempt(tree)
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call) or _name(call) not in SHOWS_WORDS:
                continue
            texts = [(node, _text(node)) for arg in call.args for node in ast.walk(arg)]
            found += [
                f"{name}:{call.lineno}: {_name(call)}({text!r})"
                for node, text in texts
                if text is not None and id(node) not in exempt and text not in TONES and _is_shown_word(text)
            ]
    assert found == []


def test_what_is_translated_is_a_literal() -> None:
    """Only literals are found by the command that collects them; parts are filled in afterwards."""
    at = {"tr": 0, "said": 0, "sentence": 0, "said_many": 1, "sentence_of_count": 1}
    found = []
    for name, tree in modules().items():
        if name in ("inference.sentences", "relay_desktop.translation"):
            continue
        for call in ast.walk(tree):
            is_method = isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
            if isinstance(call, ast.Call) and (place := at.get(_name(call))) is not None:
                if _name(call) == "tr" and not _is_of_self(call):
                    found.append(f"{name}:{call.lineno}: a tr that is not self's is collected in another context")
                if is_method != (_name(call) == "tr"):  # `self.tr`, and functions of these names
                    continue
                is_literal = len(call.args) > place and isinstance(call.args[place], ast.Constant)
                if not is_literal:
                    found.append(f"{name}:{call.lineno}: {_name(call)}")
    assert found == []


def _is_of_self(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "self"


@pytest.fixture
def translate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(CHECKOUT / "packaging"))
    return importlib.import_module("translate")


def _messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """(context, source) -> the forms of its translation."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): [
            form.text or "" for form in message.iter("numerusform")
        ]
        or [message.findtext("translation") or ""]
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }


def test_german_is_complete_and_up_to_date(
    translate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of today's sources are those of the file, and each has its German."""
    monkeypatch.setattr(translate, "FOLDER", tmp_path)
    monkeypatch.setattr(translate, "TABLES", tmp_path / "tables.py")
    assert translate.main(["de"]) == 0
    kept = CHECKOUT / "resources" / "translations" / "relay_desktop_de.ts"
    assert set(_messages(tmp_path / "relay_desktop_de.ts")) == set(_messages(kept)), (
        "run packaging/translate.py"
    )
    assert translate.untranslated(kept) == []
    made = tmp_path / "kept.qm"
    translate._run([translate.tool("lrelease"), "-silent", str(kept), "-qm", str(made)])
    assert made.read_bytes() == kept.with_suffix(".qm").read_bytes(), "run packaging/translate.py"


def test_german_keeps_every_part_of_a_sentence() -> None:
    """A part that is missing or misspelt would be a hole in the sentence, or an error in its place."""
    part = re.compile(r"(?<!\{)\{(\w*)[^{}]*\}")
    wrong = []
    for (_context, source), forms in _messages(
        CHECKOUT / "resources" / "translations" / "relay_desktop_de.ts"
    ).items():
        wanted = set(part.findall(source))
        for form in forms:
            may_lack = {"n"} if len(forms) > 1 else set()
            if not wanted - may_lack <= set(part.findall(form)) <= wanted:
                wrong.append((source, form))
    assert wrong == []
