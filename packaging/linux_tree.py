"""The frozen program as Linux systems expect it: a tree of files for a package, or an archive to unpack anywhere."""

from __future__ import annotations

import datetime
import gzip
import os
import platform
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Final

import icons
from freeze import BUILD, CHECKOUT, BuildFailed, size_bytes

LINUX: Final = CHECKOUT / "packaging" / "linux"
NAME: Final = "relay-desktop"
PACKAGES: Final = {"light": "relay-desktop-light", "full": "relay-desktop"}
# What the packed libraries take from the system: graphics, Wayland's half, ALSA with its configuration, fonts.
DEPENDS: Final = (
    "libstdc++6",
    "libgcc-s1",
    "libgl1",
    "libegl1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libasound2 | libasound2t64",
    "fontconfig-config",
    "fonts-dejavu-core | fonts-noto-core | fonts-liberation",
)
OLDEST_C_LIBRARY: Final = 28
RECOMMENDS: Final = ("xdg-utils", "gnome-keyring | kwalletmanager | libsecret-1-0")
DESCRIPTION: Final = """\
review the artifacts that Relay finds in audio
 Opens recordings, finds clicks, glitches, dropouts, clipping, distortion, noise
 bursts and hum in them, and lets you move the threshold, the merge window and
 the minimum duration while you look and listen. Verdicts with one key, markers
 and reports for other programs.
 .
 {flavour}"""
_FLAVOURS: Final = {
    "light": "This package works with remote services; the detection engine is not in it.",
    "full": "This package has the detection engine of this computer in it.",
}


def debian_package(frozen: Path, flavour: str, version: str, out: Path) -> Path:
    """A .deb of the frozen folder; returns its path. Raises BuildFailed."""
    if shutil.which("dpkg-deb") is None:
        raise BuildFailed("dpkg-deb is missing; install the package dpkg-dev.")
    tree = BUILD / f"deb-{flavour}"
    shutil.rmtree(tree, ignore_errors=True)
    fill(tree / "usr", frozen, PACKAGES[flavour], version)
    _write_control(tree, flavour, version)
    target = out / f"{PACKAGES[flavour]}_{version}_{_architecture()}.deb"
    out.mkdir(parents=True, exist_ok=True)
    # Zstandard unpacks six times as fast as xz, for a tenth more bytes.
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(tree), str(target)]
    if subprocess.call(command):
        raise BuildFailed("dpkg-deb did not finish; it says why above.")
    return target


def archive(frozen: Path, flavour: str, version: str, out: Path) -> Path:
    """A .tar.xz to be unpacked anywhere, with a script that adds it to a person's menus; returns its path."""
    top = f"{PACKAGES[flavour]}-{version}-linux-{platform.machine()}"
    tree = BUILD / f"tar-{flavour}"
    shutil.rmtree(tree, ignore_errors=True)
    fill(tree / top, frozen, PACKAGES[flavour], version)
    shutil.copy(LINUX / "install-for-me.sh", tree / top / "install-for-me.sh")
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{top}.tar.xz"
    with tarfile.open(target, "w:xz", preset=4) as made:
        made.add(tree / top, arcname=top)
    return target


def fill(prefix: Path, frozen: Path, package: str, version: str) -> None:
    """bin, lib and share below a prefix."""
    program = prefix / "lib" / NAME
    shutil.copytree(frozen, program, symlinks=True)
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = prefix / "share"
    for source, target in (
        ("relay-desktop.desktop", f"applications/{NAME}.desktop"),
        ("relay-desktop-mime.xml", f"mime/packages/{NAME}.xml"),
    ):
        _copy(LINUX / source, share / target)
    about = (LINUX / "org.relay.desktop.metainfo.xml").read_text(encoding="utf-8")
    about = about.replace("@VERSION@", version).replace("@DATE@", datetime.date.today().isoformat())
    _write(share / "metainfo" / "org.relay.desktop.metainfo.xml", about)
    for size, picture in icons.draw(prefix.parent / "icons").items():
        _copy(picture, share / f"icons/hicolor/{size}x{size}/apps/{NAME}.png")
    shutil.rmtree(prefix.parent / "icons")
    _copy(icons.ICON, share / f"icons/hicolor/scalable/apps/{NAME}.svg")
    documents = share / "doc" / package
    _write(documents / "copyright", _copyright(frozen))
    with gzip.GzipFile(documents / "changelog.gz", "wb", mtime=0) as packed:
        packed.write((CHECKOUT / "CHANGELOG.md").read_bytes())


def _write_control(tree: Path, flavour: str, version: str) -> None:
    other = PACKAGES["full" if flavour == "light" else "light"]
    depends = (f"libc6 (>= {needed_c_library(tree)})", *DEPENDS)
    lines = [
        f"Package: {PACKAGES[flavour]}",
        f"Version: {version}",
        "Section: sound",
        "Priority: optional",
        f"Architecture: {_architecture()}",
        "Maintainer: Relay Desktop contributors <relay-desktop@localhost>",
        f"Installed-Size: {size_bytes(tree) // 1024}",
        f"Depends: {', '.join(depends)}",
        f"Recommends: {', '.join(RECOMMENDS)}",
        f"Conflicts: {other}",
        f"Replaces: {other}",
        f"Description: {DESCRIPTION.format(flavour=_FLAVOURS[flavour])}",
    ]
    _write(tree / "DEBIAN" / "control", "\n".join(lines) + "\n")
    for path in tree.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
        elif not path.is_symlink():
            path.chmod(0o755 if os.access(path, os.X_OK) else 0o644)


def needed_c_library(folder: Path) -> str:
    """The version of the C library that the libraries below a folder ask for; at least that of Python's wheels."""
    newest = OLDEST_C_LIBRARY
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
            names = re.findall(rb"\0GLIBC_2\.(\d+)(?=\0)", file.read())
        newest = max([newest, *map(int, names)])
    return f"2.{newest}"


def _copyright(frozen: Path) -> str:
    own = (CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    others = next(iter(frozen.rglob("THIRD-PARTY.txt")), None)
    return f"{own}\n\n{others.read_text(encoding='utf-8') if others is not None else ''}"


def _architecture() -> str:
    asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
