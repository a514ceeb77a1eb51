"""Words for a person, said where there is no Qt: English to everyone, and still translatable.

A `Sentence` is a plain English `str`: logs, exports and the command line use it as it is. It remembers the source it
was made of and its parts, so that the window says it again in its own language (`translation.spoken`). Counts come in
both English forms; other languages have the forms they need. `packaging/translate.py` finds the sources by the names
of these functions, so they stand there as literals.
"""

from __future__ import annotations

from typing import Any


class Sentence(str):
    """English words that know their source, their parts by name, and the number that chooses a plural form."""

    source: str
    parts: dict[str, Any]
    number: int | None

    __slots__ = ("number", "parts", "source")

    def __new__(
        cls, source: str, parts: dict[str, Any], number: int | None = None, one: str = ""
    ) -> Sentence:
        """`source` with its parts filled in; `one` instead of it where the number is 1."""
        self = super().__new__(cls, (one if number == 1 else source).format(**parts))
        self.source, self.parts, self.number = source, parts, number
        return self

    def of(self, **parts: Any) -> Sentence:
        """The same words with other parts: a table holds them once."""
        return Sentence(self.source, {**self.parts, **parts})

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Over a process border only the English words go."""
        return str, (str(self),)


def sentence(source: str, /, **parts: Any) -> Sentence:
    """Words with parts in braces, as `str.format` takes them: `sentence("Saved {name}.", name=path.name)`."""
    return Sentence(source, parts)


def words_of(error: BaseException) -> str:
    """What an error says, still translatable where it was given a sentence (`str(error)` would lose that)."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Sentence) else str(error)


def sentence_of_count(one: str, many: str, n: int, /, **parts: Any) -> Sentence:
    """Words about a number, which is the part `n`: `sentence_of_count("{n} file", "{n:,} files", 1200)`."""
    return Sentence(many, {"n": n, **parts}, n, one)
