#!/usr/bin/env python3
"""Installs a .deb into a clean Debian root, runs the self-test there under Xvfb, has what menus and software centres
read checked by their own tools, removes it, looks for what it left.

    sudo python3 packaging/try_deb.py dist/relay-desktop_0.1.0_amd64.deb [--root DIR] [--mirror URL]

Needs root, debootstrap and a Debian mirror. A root that is there already is used again (its state is put back by
removing everything that was installed for the package).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SUITE: Final = "bookworm"
MIRROR: Final = "http://deb.debian.org/debian"
# The package's own dependencies come by themselves; a window needs a screen to be on, what menus and software
# centres read has its checkers.
CHECKING: Final = ("xvfb", "xauth", "appstream", "desktop-file-utils")
CHECKS: Final = (
    (
        "appstreamcli",
        "validate",
        "--no-net",
        "--pedantic",
        "/usr/share/metainfo/org.relay.desktop.metainfo.xml",
    ),
    ("desktop-file-validate", "/usr/share/applications/relay-desktop.desktop"),
    # Formats are loaded when they are asked for: the largest of them, from markers, without an engine.
    (
        "relay-desktop",
        "export",
        "/tmp/labels.txt",
        "--format",
        "pdf",
        "--output",
        "/tmp/report.pdf",
        "--overwrite",
    ),
)
# JACK's library, which runtime.py looks for.
FOUND_WHEN_ASKED: Final = ("libjack.so",)
LABELS: Final = "1.000000\t1.250000\tclick\n"
# What any package leaves behind in a root: logs, lists and caches of the package manager itself.
NOT_OURS: Final = (
    *("var/cache/", "var/log/", "var/lib/apt/", "var/lib/dpkg/"),
    *("tmp/", "root/", "run/", "proc/", "sys/", "dev/"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry; 0 when installing, running and removing left nothing to complain about."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("deb", type=Path)
    parser.add_argument("--root", type=Path, default=Path("build/clean-root"))
    parser.add_argument("--mirror", default=MIRROR)
    parser.add_argument("--screenshot", type=Path, default=Path("build/self-test-deb.png"))
    options = parser.parse_args(arguments)
    if os.geteuid() != 0:
        print("This makes a Debian root and changes into it; run it as root.", file=sys.stderr)
        return 2
    root = options.root.absolute()
    if not (root / "usr/bin/apt-get").exists():
        subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(root), options.mirror], check=True)
    with mounted(root):
        return try_out(root, options.deb, options.screenshot)


def try_out(root: Path, deb: Path, picture: Path) -> int:
    """Install, run, remove; returns the exit status."""
    inside(root, ["apt-get", "-qq", "update"])
    inside(root, ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *CHECKING])
    before = files_in(root)
    package = field_of(deb, "Package")
    shutil.copy(deb, root / "tmp" / deb.name)
    inside(root, ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", f"/tmp/{deb.name}"])
    command = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "relay-desktop", "self-test"]
    status = inside(root, [*command, "--screenshot", "/tmp/self-test.png"], is_checked=False)
    (root / "tmp" / "labels.txt").write_text(LABELS, encoding="utf-8")
    failed = [check[0] for check in CHECKS if inside(root, check, is_checked=False)]
    if lacking := libraries_lacking(root):
        failed.append(f"libraries ({', '.join(lacking)} not found)")
    if (root / "tmp" / "self-test.png").is_file():
        picture.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / "tmp" / "self-test.png", picture)
    inside(root, ["apt-get", "-qq", "purge", "--yes", "--autoremove", package])
    left = sorted(files_in(root) - before)
    for name in left[:50]:
        print(f"left behind: /{name}")
    for name in failed:
        print(f"FAILED: {name}")
    print(f"self-test {'passed' if status == 0 else 'FAILED'}; {len(left)} files left behind")
    return int(status != 0 or bool(left) or bool(failed))


def libraries_lacking(root: Path) -> list[str]:
    """Names of libraries that some file of the installed program is linked to and does not find."""
    look = "find /usr/lib/relay-desktop -name '*.so*' -type f -exec ldd {} + | grep 'not found' || true"
    command = [
        "chroot",
        str(root),
        "env",
        "LD_LIBRARY_PATH=/usr/lib/relay-desktop/_internal",
        "sh",
        "-c",
        look,
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    names = {line.split()[0] for line in told.splitlines()}
    return sorted(name for name in names if not name.startswith(FOUND_WHEN_ASKED))


@contextmanager
def mounted(root: Path) -> Iterator[None]:
    """/proc, /dev and /sys of this system in the root, for as long as it is used."""
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    places = ("proc", "dev", "sys")
    done = []
    try:
        for place in places:
            subprocess.run(["mount", "--rbind", f"/{place}", str(root / place)], check=True)
            subprocess.run(["mount", "--make-rslave", str(root / place)], check=True)
            done.append(place)
        yield
    finally:
        for place in reversed(done):
            subprocess.run(["umount", "--lazy", "--recursive", str(root / place)], check=False)


def inside(root: Path, command: Sequence[str], *, is_checked: bool = True) -> int:
    """Run a command in the root; returns its exit status."""
    environment = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
    }
    proxies = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    print("+", *command, flush=True)
    ran = subprocess.run(["chroot", str(root), *command], env=environment | proxies, check=is_checked)
    return ran.returncode


def files_in(root: Path) -> set[str]:
    """Every file of the root that a package could have put there, links included."""
    found: set[str] = set()
    for folder, folders, names in os.walk(root):
        relative = os.path.relpath(folder, root)
        prefix = "" if relative == "." else f"{relative}/"
        folders[:] = [name for name in folders if not f"{prefix}{name}/".startswith(NOT_OURS)]
        found.update(f"{prefix}{name}" for name in names)
    return found


def field_of(deb: Path, name: str) -> str:
    """One field of a package's control file."""
    asked = subprocess.run(
        ["dpkg-deb", "--field", str(deb), name], capture_output=True, text=True, check=True
    )
    return asked.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
