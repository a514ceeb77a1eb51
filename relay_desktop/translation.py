"""The language of the window: Qt's translation system over everything a person reads.

Words in widgets go through `tr`; words in tables that know no Qt (commands, errors, names of looks) are translated
where they are shown, by `translated`. `packaging/translate.py` collects both into the `.ts` files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "translations"
NAME: Final = "relay_desktop"
LONGER: Final = 1.4


def translated(context: str, words: str) -> str:
    """Words of a table in the language of the window; the words themselves where there are none."""
    return QCoreApplication.translate(context, words) if words else ""


def languages() -> list[str]:
    """The languages there are files for, English first."""
    found = sorted(path.stem.removeprefix(f"{NAME}_") for path in FOLDER.glob(f"{NAME}_*.qm"))
    return ["en", *(language for language in found if language != "en")]


def install(application: QCoreApplication, language: str = "system") -> list[QTranslator]:
    """Have the program speak a language ("system": that of the desktop), with Qt's own dialogs; what was installed."""
    locale = QLocale() if language == "system" else QLocale(language)
    installed: list[QTranslator] = []
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (NAME, str(FOLDER)),
    ):
        translator = QTranslator(application)
        if translator.load(locale, name, "_", folder):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


class PseudoTranslator(QTranslator):
    """Every word longer and marked, to see at once what is not translated and what has no room for it."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, count: int = -1) -> str:
        """The same words, four tenths longer, between brackets; marks in braces stay as they are."""
        return lengthened(text)

    def isEmpty(self) -> bool:
        """It knows every word."""
        return False


def lengthened(text: str) -> str:
    """ "Open" -> "[Open~~]"; what has no letters stays."""
    if not any(letter.isalpha() for letter in text):
        return text
    return f"[{text}{'~' * max(1, round(len(text) * (LONGER - 1)) - 2)}]"


def install_pseudo(application: QCoreApplication, parent: QObject | None = None) -> PseudoTranslator:
    """Have the program speak in lengthened words; give it to `removeTranslator` afterwards."""
    translator = PseudoTranslator(parent or application)
    application.installTranslator(translator)
    return translator
