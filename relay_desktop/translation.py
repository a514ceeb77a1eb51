"""The language of the window: Qt's translation system over everything a person reads.

Words in widgets go through `tr`, or through `said` and `said_many` where parts or counts are filled in. Words in tables
and rooms that know no Qt (commands, errors, sentences) are translated where they are shown, by `translated` and
`spoken`. `packaging/translate.py` collects all of them into the `.ts` files.

Numbers follow the language too (`number`): 1,234.5 in English, 1.234,5 in German. Moments of a recording
(00:41:07.312) and everything that is exported never do.
"""

from __future__ import annotations

import numbers
import string
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from inference.sentences import Sentence, sentence, sentence_of_count, words_of

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "translations"
NAME: Final = "relay_desktop"
SYSTEM: Final = "system"
LONGER: Final = 1.4
TYPES: Final = "Types"
MODEL_CARDS: Final = "Model cards"  # what the cards of the models that come along say
SENTENCES: Final = "Sentences"  # the context of `said`, `said_many`, `sentence` and `sentence_of_count`


class _Language:
    """What the program speaks now: the same for every widget, as the translators of the application are."""

    code = "en"
    marks: dict[int, str] | None = (
        None  # separators and percent of the language, where they are not the English ones
    )


def translated(context: str, words: str) -> str:
    """Words of a table in the language of the window; the words themselves where there are none."""
    return QCoreApplication.translate(context, words) if words else ""


def said(source: str, /, **parts: Any) -> str:
    """Words with parts in braces, in the language of the window."""
    return spoken(sentence(source, **parts))


def said_many(one: str, many: str, n: int, /, **parts: Any) -> str:
    """Words about the number `n`, in the form the language has for it."""
    return spoken(sentence_of_count(one, many, n, **parts))


def spoken(words: str) -> str:
    """Words from a room without Qt in the language of the window; what is not known (a server's own) as it is."""
    if not isinstance(words, Sentence):
        return QCoreApplication.translate(SENTENCES, words) if words else ""
    if words.number is None:
        source = QCoreApplication.translate(SENTENCES, words.source)
    else:
        source = QCoreApplication.translate(SENTENCES, words.source, "", words.number)
        if source == words.source and words.number == 1:
            return str(words)  # no translation: English has its own form for one
    if not words.parts:
        return source
    return _IN_LANGUAGE.format(source, **words.parts)


def error_said(error: BaseException) -> str:
    """What an error says, in the language of the window where its words are ours."""
    return spoken(words_of(error))


def type_words(artifact_type: str) -> str:
    """The name of an artifact type as a person reads it: "noise_burst" -> "noise burst"; others as they came."""
    return translated(TYPES, artifact_type.replace("_", " ").strip())


def card_words(words: str) -> str:
    """What a model's card says, in the language of the window; a card of a person's own as it is."""
    return translated(MODEL_CARDS, words)


def number(value: float, spec: str = "") -> str:
    """A number as `format` writes it, with the separators of the language."""
    text = format(value, spec)
    return text if _Language.marks is None else text.translate(_Language.marks)


class _InLanguage(string.Formatter):
    """`str.format` whose numbers and nested sentences follow the language."""

    def format_field(self, value: Any, spec: str) -> str:
        if isinstance(value, numbers.Number):
            return number(value, spec)  # type: ignore[arg-type]
        if isinstance(value, BaseException):
            value = words_of(value)
        return str(format(spoken(value) if isinstance(value, Sentence) else value, spec))


_IN_LANGUAGE: Final = _InLanguage()


def languages() -> list[str]:
    """The languages there are files for, English first."""
    found = sorted(path.stem.removeprefix(f"{NAME}_") for path in FOLDER.glob(f"{NAME}_*.qm"))
    return ["en", *(language for language in found if language != "en")]


def own_name(language: str) -> str:
    """What a language calls itself: "de" -> "Deutsch"."""
    return "English" if language == "en" else QLocale(language).nativeLanguageName().title()


def current() -> str:
    """The language of the window, as its files are named; "en" before anything was installed."""
    return _Language.code


def install(application: QCoreApplication, language: str = SYSTEM) -> list[QTranslator]:
    """Have the program speak a language ("system": that of the desktop), with Qt's own dialogs; what was installed.

    Where there is no file for the language it stays with English, numbers included, so that nothing is half of each.
    """
    locale = _first_known(QLocale.system().uiLanguages() if language == SYSTEM else [language])
    code = locale.name().partition("_")[0]
    _speak_numbers(locale, code)
    installed: list[QTranslator] = []
    if code == "en":
        return installed
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (NAME, str(FOLDER)),
    ):
        translator = QTranslator(application)
        if translator.load(f"{name}_{code}", folder):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


def _first_known(tags: Sequence[str]) -> QLocale:
    """The locale of the first of these languages that the program speaks; English where it speaks none."""
    known = languages()
    for locale in map(QLocale, tags):
        if locale.name().partition("_")[0] in known:
            return locale
    return QLocale("en")


def remove(application: QCoreApplication, installed: list[QTranslator]) -> None:
    """Back to English."""
    for translator in installed:
        application.removeTranslator(translator)
    _speak_numbers(QLocale.c(), "en")


def _speak_numbers(locale: QLocale, code: str) -> None:
    """Fields and texts write numbers alike; a field takes no grouping, which would be in the way of typing."""
    locale.setNumberOptions(
        QLocale.NumberOption.OmitGroupSeparator | QLocale.NumberOption.RejectGroupSeparator
    )
    QLocale.setDefault(locale)
    _Language.code = code
    _Language.marks = None
    if code != "en":
        separators = {",": locale.groupSeparator(), ".": locale.decimalPoint(), "%": "\u202f%"}
        _Language.marks = str.maketrans(separators)


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
