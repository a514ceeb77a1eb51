"""What is packed with the program and under which licence: one list and every licence's text.

Before a program is frozen the list is made from what is installed: the project's own dependencies and all of theirs,
the libraries that wheels carry inside. Afterwards it is made again from what was really taken, with the system's
libraries; something that is packed and in no list stops the build.
"""

from __future__ import annotations

import re
import shutil
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Final

from collected import Collected, plain

# Texts that the wheels of Qt and of the sound libraries do not carry.
TEXTS: Final = Path(__file__).with_name("licence_texts")
# Libraries that lie inside wheels, whose metadata do not name them.
INSIDE: Final = (
    ("Qt", "LGPL-3.0-only", "https://code.qt.io/cgit/qt/", "PySide6_Essentials"),
    ("ICU, FreeType, HarfBuzz, PCRE2, libpng, libjpeg-turbo, zlib, md4c (inside Qt)",
     "Unicode-3.0, FTL, MIT-Modern-Variant, BSD-3-Clause, libpng-2.0, IJG, Zlib, MIT",
     "https://doc.qt.io/qt-6/licenses-used-in-qt.html", "PySide6_Essentials"),
    ("libsndfile", "LGPL-2.1-or-later", "https://github.com/libsndfile/libsndfile", "soundfile"),
    ("libFLAC, libogg, libvorbis, libopus, mpg123, LAME", "BSD-3-Clause, LGPL-2.1 (mpg123, LAME)",
     "https://xiph.org, https://mpg123.org, https://lame.sourceforge.io", "soundfile"),
    ("libsoxr", "LGPL-2.1-or-later", "https://sourceforge.net/projects/soxr/", "soxr"),
    ("OpenBLAS", "BSD-3-Clause", "https://github.com/OpenMathLib/OpenBLAS", "numpy"),
    ("GCC runtime (libgfortran, libquadmath, libgomp)", "GPL-3.0-only WITH GCC-exception-3.1",
     "https://gcc.gnu.org", "numpy, torch"),
    ("oneDNN, FBGEMM, XNNPACK, pthreadpool, cpuinfo, sleef", "Apache-2.0, BSD-3-Clause, BSL-1.0",
     "https://github.com/pytorch/pytorch/tree/v2.13.0/third_party", "torch"),
)  # fmt: skip
ALWAYS: Final = (
    ("Python", "PSF-2.0", "https://www.python.org", "the program"),
    (
        "PyInstaller bootloader",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "https://pyinstaller.org",
        "the program",
    ),
    ("Inter (font)", "OFL-1.1", "https://rsms.me/inter/", "resources/fonts"),
    ("Relay artifacts model", "MIT", "its card, resources/models", "resources/models"),
    ("Demo recording", "see resources/demo/README.txt", "resources/demo", "resources/demo"),
)
# Parts of every frozen program that no dependency brings; ALWAYS lists them.
OUR_OWN: Final = frozenset({"relay-desktop", "pyinstaller"})
# Libraries whose licence asks more of a program than this one's can give.
NOT_TO_PACK: Final = {"libreadline8": "GPL-3", "libgdbm6": "GPL-3"}
LGPL_DUTIES: Final = """\
Qt, PySide6, libsndfile, libsoxr, mpg123 and LAME are used under the GNU Lesser General Public License. Their texts
are in this folder (lgpl-3.0.txt with gpl-3.0.txt, lgpl-2.1.txt).

They are loaded as shared libraries from the program's own folder, so that you may replace each by another version with
the same interface: put your build of the library in the place of the file with its name (PySide6/Qt/lib, PySide6,
soxr, _soundfile_data). Nothing in the program checks or prevents that, and nothing in its licence forbids to take
it apart to find faults in such a change.

The sources of exactly these versions are at https://download.qt.io/official_releases/QtForPython/ and
https://download.qt.io/official_releases/qt/ (Qt, PySide6), https://github.com/libsndfile/libsndfile/releases,
https://sourceforge.net/projects/soxr/files/, https://mpg123.org/download.shtml, https://lame.sourceforge.io.
Relay Desktop changes none of them.
"""


def write(folder: Path, extras: Sequence[str], taken: Collected | None = None) -> Path:
    """Write THIRD-PARTY.txt and the texts below `folder` (made anew); returns the list's path.

    With `taken` exactly what is in a frozen program is listed. Raises UnlistedPart when that is more than can be.
    """
    found = {plain(d.metadata["Name"]): d for d in bundled("relay-desktop", extras)}
    if taken is not None:
        _refuse_unlisted(taken, found)
        found = {name: found[name] for name in found if name in taken.distributions}
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows = [*_package_rows(found.values()), *ALWAYS, *(row for row in INSIDE if _is_there(row[3], found))]
    rows += list(_system_rows(taken.system if taken is not None else {}, folder))
    lines = ["Relay Desktop packs what follows. The texts of the licences lie beside this list.", ""]
    lines += [
        f"{name}\n    licence  {licence}\n    source   {home}\n    part of  {part}"
        for name, licence, home, part in rows
    ]
    (folder / "THIRD-PARTY.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "LGPL.txt").write_text(LGPL_DUTIES, encoding="utf-8")
    for distribution in (*found.values(), *_builder()):
        _copy_texts(distribution, folder)
    for text in (*TEXTS.glob("*.txt"), Path(sysconfig.get_paths()["stdlib"]) / "LICENSE.txt"):
        if text.is_file():
            shutil.copy(text, folder / ("python.txt" if text.name == "LICENSE.txt" else text.name))
    return folder / "THIRD-PARTY.txt"


def _builder() -> Iterator[metadata.Distribution]:
    """PyInstaller, whose bootloader is a part of every frozen program, where it is installed."""
    try:
        yield metadata.distribution("pyinstaller")
    except metadata.PackageNotFoundError:
        return


class UnlistedPart(Exception):
    """Something is packed whose licence nobody looked at; the text names it."""


def _refuse_unlisted(taken: Collected, found: Mapping[str, metadata.Distribution]) -> None:
    unlisted = sorted(taken.distributions - set(found) - OUR_OWN) + [str(path) for path in taken.unowned]
    if unlisted:
        raise UnlistedPart(
            f"These are packed, but no dependency of the project brings them: {', '.join(unlisted)}. "
            "Leave them out (packaging/frozen/trim.py) or name them in pyproject.toml."
        )
    forbidden = sorted(set(taken.system) & set(NOT_TO_PACK))
    if forbidden:
        reasons = ", ".join(f"{name} ({NOT_TO_PACK[name]})" for name in forbidden)
        raise UnlistedPart(f"These must not be packed: {reasons}. Leave them out (packaging/frozen/trim.py).")


def bundled(name: str, extras: Sequence[str]) -> Iterator[metadata.Distribution]:
    """A distribution's dependencies, and theirs, as they are installed here; not itself."""
    seen: set[str] = {plain(name)}
    waiting = [(name, tuple(extras))]
    while waiting:
        current, wanted = waiting.pop()
        for line in metadata.requires(current) or []:
            requirement = _needed(line, wanted)
            if requirement is None or plain(requirement) in seen:
                continue
            seen.add(plain(requirement))
            try:
                yield metadata.distribution(requirement)
            except metadata.PackageNotFoundError:
                continue  # for another system or another Python
            waiting.append((requirement, ()))


def _needed(line: str, extras: Sequence[str]) -> str | None:
    """The name in a requirement, when it is asked for without an extra or by one of `extras`."""
    head, _, marker = line.partition(";")
    match = re.match(r"[A-Za-z0-9._-]+", head.strip())
    extra = re.search(r"extra\s*==\s*['\"]([^'\"]+)", marker)
    if match is None or (extra is not None and extra[1] not in extras):
        return None
    return match[0]


def _package_rows(found: Iterable[metadata.Distribution]) -> Iterator[tuple[str, str, str, str]]:
    for distribution in sorted(found, key=lambda d: d.metadata["Name"].lower()):
        facts = _Facts(distribution)
        classified = [c.rpartition(" :: ")[2] for c in facts.all("Classifier") if c.startswith("License ::")]
        told = facts.get("License-Expression") or ", ".join(classified) or _one_line(facts.get("License"))
        links = dict(part.split(", ", 1) for part in facts.all("Project-URL") if ", " in part)
        home = (
            links.get("Source")
            or links.get("Homepage")
            or facts.get("Home-page")
            or next(iter(links.values()), "")
        )
        name = f"{facts.get('Name')} {distribution.version}"
        yield (
            name,
            told or "see its text",
            home or f"https://pypi.org/project/{facts.get('Name')}/",
            "Python package",
        )


class _Facts:
    """What a package says of itself; "" for what it does not say."""

    def __init__(self, distribution: metadata.Distribution) -> None:
        self._said = distribution.metadata

    def get(self, name: str) -> str:
        """The first line of this name."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> list[str]:
        """Every line of this name."""
        return [str(line) for line in self._said.get_all(name) or []]


def _one_line(text: str) -> str:
    return text.strip().splitlines()[0][:80] if text.strip() else ""


def _copy_texts(distribution: metadata.Distribution, folder: Path) -> None:
    """Every text of a package under its place there: torch and numpy have dozens that are all called LICENSE."""
    names = ("license", "licence", "copying", "notice", "authors")
    place = folder / distribution.metadata["Name"]
    for file in distribution.files or []:
        if ".dist-info" in str(file) and any(name in file.name.lower() for name in names):
            source = Path(str(distribution.locate_file(file)))
            target = place.joinpath(
                *(part for part in file.parts[1:] if part not in {"licenses", "license_files"})
            )
            if source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)


def _system_rows(packages: Mapping[str, Path], folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Debian packages whose libraries are taken along, with their copyright files."""
    for package, example in sorted(packages.items()):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            place = folder / "system"
            place.mkdir(exist_ok=True)
            shutil.copy(text, place / f"{package}.txt")
        yield (
            package,
            f"see system/{package}.txt",
            f"https://packages.debian.org/{package}",
            f"system library {example.name}",
        )


def _is_there(parts: str, found: dict[str, metadata.Distribution]) -> bool:
    return any(plain(part) in found for part in parts.split(", "))
