"""What PyInstaller really took along, read from the tables it leaves, and whose each part is."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parent.parent


@dataclass
class Collected:
    """Parts of one frozen program by owner.

    `distributions` are plain names of Python packages, `system` maps Debian packages to one library of each;
    `unowned` are files that belong to nobody known.
    """

    distributions: set[str] = field(default_factory=set)
    system: dict[str, Path] = field(default_factory=dict)
    unowned: list[Path] = field(default_factory=list)


def collected_by(work: Path) -> Collected:
    """What a build took, from its tables in the work folder of its recipe."""
    found = Collected()
    owners = {module: names[0] for module, names in metadata.packages_distributions().items()}
    for source in sorted(set(_sources(work))):
        top = _top_in_packages(source)
        if top is not None:
            name = _distribution_of(top, owners)
            if name is None:
                found.unowned.append(source)
            else:
                found.distributions.add(plain(name))
        elif not _is_ours_or_pythons(source):
            package = debian_package_of(source)
            if package is None:
                found.unowned.append(source)
            else:
                found.system.setdefault(package, source)
    return found


def plain(name: str) -> str:
    """The one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def debian_package_of(library: Path) -> str | None:
    """The Debian package a file came with; None where there is none, or no dpkg."""
    # Packages from before /lib became a link to /usr/lib still name their files by the old place.
    other = library.parts[2:] if library.parts[:2] == ("/", "usr") else ("usr", *library.parts[1:])
    for path in (library, Path("/", *other)):
        try:
            asked = subprocess.run(["dpkg", "-S", str(path)], capture_output=True, text=True, check=False)
        except OSError:
            return None
        if asked.returncode == 0:
            return asked.stdout.partition(":")[0]
    return None


def _sources(work: Path) -> Iterator[Path]:
    modules = ast.literal_eval((work / "PYZ-00.toc").read_text(encoding="utf-8"))[1]
    files = ast.literal_eval((work / "COLLECT-00.toc").read_text(encoding="utf-8"))[0]
    for _, source, kind in _entries([*modules, *files]):
        # Links are parts that were named already; a namespace has no file.
        if kind != "SYMLINK" and os.path.isabs(source):
            yield Path(source)


def _entries(rows: Iterable[tuple[str, str | None, str]]) -> Iterator[tuple[str, str, str]]:
    return ((name, source or "", kind) for name, source, kind in rows)


def _top_in_packages(source: Path) -> str | None:
    """The first name below the folder of installed packages; None for what lies elsewhere."""
    parts = list(source.parts)
    return parts[parts.index("site-packages") + 1] if "site-packages" in parts else None


def _distribution_of(top: str, owners: dict[str, str]) -> str | None:
    if top.endswith((".dist-info", ".egg-info")):
        return top.rpartition(".")[0].partition("-")[0]
    # numpy.libs and the like: what a wheel brought along for its package.
    return owners.get(top.removesuffix(".libs")) or owners.get(top.partition(".")[0])


def _is_ours_or_pythons(source: Path) -> bool:
    return any(source.is_relative_to(place) for place in (CHECKOUT, Path(sys.base_prefix), Path(sys.prefix)))
