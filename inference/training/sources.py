"""Which public recordings the engine learns from, and which part of the corpus each belongs to.

Every recording comes from a Debian package (licences in each package's ``debian/copyright``) or is
rendered here by fluidsynth and espeak-ng. Nothing of it is shipped. A *group* (speaker, package, drum
kit, tune) is the unit that never crosses from one part into another, so that no source leaks.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PARTS = ("train", "validation", "test")
AUDIO_SUFFIXES = frozenset({".wav", ".ogg", ".flac", ".opus", ".aiff", ".aif", ".g722", ".xm", ".mp3"})


@dataclass(frozen=True)
class Package:
    """One Debian package: ``kind`` of its audio, and its ``part`` ("group": decided by kit, tune or folder)."""

    name: str
    kind: str
    part: str
    licence: str


PACKAGES = (
    Package("asterisk-core-sounds-en-wav", "speech", "train", "CC-BY-SA-3.0"),
    Package("asterisk-core-sounds-en-g722", "speech", "train", "CC-BY-SA-3.0"),
    Package("asterisk-core-sounds-fr-wav", "speech", "train", "CC-BY-SA-3.0"),
    Package("asterisk-core-sounds-fr-g722", "speech", "train", "CC-BY-SA-3.0"),
    Package("asterisk-core-sounds-ru-g722", "speech", "train", "CC-BY-3.0"),
    Package("asterisk-core-sounds-es-g722", "speech", "validation", "CC-BY-SA-3.0"),
    Package("asterisk-core-sounds-it-g722", "speech", "test", "CC-BY-3.0"),
    Package("festvox-ru", "speech", "train", "BSD-like"),
    Package("warzone2100-music", "music", "train", "CC-BY-SA-3.0, GPL-2+, CC0"),
    Package("ufoai-music", "music", "group", "GPL-2+, CC-BY-SA-3.0, CC-BY-3.0"),
    Package("supertux-data", "music", "train", "GPL-3+, GPL-2+, public domain"),
    Package("marsshooter-data", "music", "test", "CC-BY-SA-3.0, CC-BY-3.0, CC0"),
    Package("pushover-data", "music", "validation", "GPL-3+"),
    Package("hedgewars-data", "music", "train", "GPL-2, GFDL-1.3, CC-BY-SA-3.0"),
    Package("warmux-data", "music", "train", "GPL-2"),
    Package("fb-music-high", "music", "train", "GPL-2"),
    Package("frozen-bubble-data", "music", "test", "GPL-2"),
    Package("boswars-data", "effects", "validation", "GPL-2+"),
    Package("lincity-ng-data", "effects", "test", "GPL-2+"),
    Package("hydrogen-drumkits", "drums", "group", "CC0, CC-BY-3.0, CC-BY-SA-3.0, GPL-2+"),
    Package("hydrogen-drumkits-effects", "effects", "train", "CC-BY-SA-3.0"),
    Package("openttd-opensfx", "effects", "train", "CC-BY-SA-3.0"),
    Package("ufoai-sound", "effects", "train", "GPL-2+, CC-BY-SA-3.0, CC-BY-3.0"),
    Package("lomiri-sounds", "effects", "validation", "CC0-1.0, CC-BY-4.0, CC-BY-SA-3.0"),
    Package("sound-theme-freedesktop", "effects", "test", "CC-BY-SA-3.0"),
    Package("oxygen-sounds", "effects", "test", "LGPL-3.0-or-later"),
    Package("openttd-openmsx", "music", "group", "GPL-2.0"),
    Package("timgm6mb-soundfont", "soundfont", "train", "GPL-2"),
)
BY_NAME = {package.name: package for package in PACKAGES}

# Kits that validation and test hear: an acoustic and an electronic one each.
_KIT_PARTS = {"Millo-Drums_v.1": "validation", "HardElectro1": "validation", "circAfrique v4": "test",
              "ElectricEmpireKit": "test", "BJA_Pacific": "test"}  # fmt: skip
# Files shorter than a minute inside packages of music are effects (game sounds, voices).
_MUSIC_FOLDERS = ("/music/", "/Music/", "/soundtrack/")
_MARGINAL_FOLDERS = ("/voices/", "/speech/")


@dataclass(frozen=True)
class RawSource:
    """A recording as found on disk, before decoding and screening."""

    path: Path
    package: str
    kind: str
    group: str
    part: str

    @property
    def identity(self) -> str:
        """A stable name: package and file."""
        return f"{self.package}/{self.group}/{self.path.name}"


def part_by_hash(name: str, *, validation: float = 0.12, test: float = 0.12) -> str:
    """A stable part for a group name, with the given shares for validation and test."""
    place = (zlib.crc32(name.encode()) % 10_000) / 10_000
    if place < validation:
        return "validation"
    return "test" if place < validation + test else "train"


def find_sources(unpacked: Path) -> list[RawSource]:
    """Every audio file under the unpacked packages and the rendered folder, in a stable order."""
    found: list[RawSource] = []
    for package in PACKAGES:
        folder = unpacked / package.name
        if package.kind == "soundfont" or not folder.is_dir():
            continue
        found += [_classify(path, package) for path in _audio_files(folder)]
    found += [_classify_rendered(path) for path in _audio_files(unpacked / "rendered")]
    return found


def _audio_files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(p for p in folder.rglob("*") if p.suffix.lower() in AUDIO_SUFFIXES and p.is_file())


def _classify(path: Path, package: Package) -> RawSource:
    text = path.as_posix()
    kind = package.kind
    if kind == "music" and any(f in text for f in _MARGINAL_FOLDERS):
        kind = "effects"  # shouted game voices: neither clean speech nor music
    elif package.name in {"lincity-ng-data"} and "/music/" in text:
        kind = "music"
    elif kind == "music" and package.name in _MIXED and not any(f in text for f in _MUSIC_FOLDERS):
        kind = "effects"
    group, part = _group_of(path, package)
    return RawSource(path, package.name, kind, group, part)


_MIXED = frozenset({"supertux-data", "hedgewars-data", "warmux-data", "marsshooter-data", "frozen-bubble-data"})


def _group_of(path: Path, package: Package) -> tuple[str, str]:
    if package.name == "hydrogen-drumkits":
        return path.parent.name, _KIT_PARTS.get(path.parent.name, "train")
    if package.name == "ufoai-music":
        composer = "psymong" if path.name.startswith("Psymong") else path.stem.rstrip("0123456789")
        return composer, "validation" if composer.startswith("van_") else "train"
    if package.part == "group":
        return path.stem, part_by_hash(path.stem)
    return package.name, package.part


def _classify_rendered(path: Path) -> RawSource:
    """``rendered/midi/<tune>.flac`` and ``rendered/espeak/<voice>__<n>.flac``."""
    if path.parent.name == "midi":
        return RawSource(path, "openttd-openmsx", "music", path.stem, part_by_hash(path.stem))
    voice = path.stem.split("__")[0]
    part = {"it": "test", "pt": "test", "es": "validation", "nl": "validation"}.get(voice, "train")
    return RawSource(path, "espeak-ng", "speech", f"voice-{voice}", part)


def unpack_archives(unpacked: Path) -> None:
    """Take the audio out of game archives (zip ``.pk3``, OpenTTD ``.cat``) beside them, once."""
    for archive in sorted(unpacked.rglob("*.pk3")):
        _unzip_audio(archive)
    for cat in sorted(unpacked.rglob("*.cat")):
        _split_cat(cat)


def _unzip_audio(archive: Path) -> None:
    target = archive.with_suffix("")
    if target.is_dir():
        return
    with zipfile.ZipFile(archive) as zipped:
        names = [n for n in zipped.namelist() if Path(n).suffix.lower() in AUDIO_SUFFIXES and ".." not in n]
        zipped.extractall(target, names)


def _split_cat(cat: Path) -> None:
    """OpenTTD sound catalogue: RIFF files one after the other, each told by its own header."""
    target = cat.with_suffix("")
    if target.is_dir():
        return
    target.mkdir()
    data = cat.read_bytes()
    place = data.find(b"RIFF")
    number = 0
    while place >= 0:
        (size,) = struct.unpack_from("<I", data, place + 4)
        (target / f"{number:03d}.wav").write_bytes(data[place : place + 8 + size])
        number += 1
        place = data.find(b"RIFF", place + 8 + size)
