"""System libraries: which, why, how to find out that they are missing, how to install them.

Debian and Ubuntu: only the missing packages are installed, by apt, as root or with sudo. Elsewhere on Linux
the libraries are looked for and what is missing is named. Windows and macOS bring everything along.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class SystemPackage:
    """One Debian package, the reason it is needed and the library that proves its presence elsewhere."""

    name: str
    reason: str
    library: str | None = None


TO_RUN = (
    SystemPackage("libegl1", "Qt draws with it", "EGL"),
    SystemPackage("libgl1", "Qt draws with it", "GL"),
    SystemPackage("libglib2.0-0", "Qt's event loop", "glib-2.0"),
    SystemPackage("libxkbcommon0", "the keyboard", "xkbcommon"),
    SystemPackage("libfontconfig1", "finding fonts", "fontconfig"),
    SystemPackage("libdbus-1-3", "desktop services, the keyring", "dbus-1"),
    SystemPackage("libxcb-cursor0", "windows under X11", "xcb-cursor"),
    SystemPackage("libxcb-icccm4", "windows under X11", "xcb-icccm"),
    SystemPackage("libxcb-keysyms1", "windows under X11", "xcb-keysyms"),
    SystemPackage("libxcb-shape0", "windows under X11", "xcb-shape"),
    SystemPackage("libxkbcommon-x11-0", "the keyboard under X11", "xkbcommon-x11"),
    SystemPackage("libwayland-cursor0", "windows under Wayland", "wayland-cursor"),
    SystemPackage("libwayland-egl1", "windows under Wayland", "wayland-egl"),
    SystemPackage("libportaudio2", "playing sound", "portaudio"),
    SystemPackage("fonts-dejavu-core", "a font to write with"),
)
# Tests that play sound need a sound server of their own, tests of damaged streams an encoder. They are left out
# where these cannot be installed.
TESTS = (
    SystemPackage("ffmpeg", "tests of damaged streams: encoding and decoding them"),
    SystemPackage("pulseaudio", "tests with real sound, through a private server"),
    SystemPackage("pulseaudio-utils", "tests with real sound: recording it"),
    SystemPackage("libasound2-plugins", "tests with real sound: from ALSA to the private server"),
)
# Making what is handed out (packaging/build.py); only whoever builds needs them.
PACKAGING = (
    SystemPackage("dpkg-dev", "making the Debian package"),
    SystemPackage("binutils", "taking symbols for debuggers out of libraries"),
    SystemPackage("nsis", "compiling the installer for Windows"),
    SystemPackage("xvfb", "trying the frozen program out in a window"),
    SystemPackage("debootstrap", "the clean root in which a Debian package is tried out"),
    SystemPackage("appstream", "checking what software centres read"),
    SystemPackage("desktop-file-utils", "checking the menu entry"),
    SystemPackage("wine", "trying the installer for Windows out (of 32 bits)"),
    SystemPackage("xdotool", "the bench of the frozen start: waits for the window"),
)


def venv_package() -> SystemPackage:
    """The part of Python that Debian ships apart and that makes virtual environments."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return SystemPackage(f"python{version}-venv", "making the virtual environment")


def provide(packages: Sequence[SystemPackage]) -> None:
    """Install what is missing where that is possible, else say what is missing; never fails itself.

    A missing library that matters shows when the program starts, with its name; one that does not (sound on a
    machine without a sound card) must not keep a person from working.
    """
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        missing = missing_debian_packages(packages)
        if missing:
            install(missing)
    else:
        name_missing_libraries(packages)


def missing_debian_packages(packages: Sequence[SystemPackage]) -> list[SystemPackage]:
    """Those that dpkg does not know as installed; Ubuntu's renamed `…t64` packages count."""
    names = [name for package in packages for name in (package.name, f"{package.name}t64")]
    finished = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    installed = {line.split()[0] for line in finished.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in packages if not {package.name, f"{package.name}t64"} & installed]


def install(missing: Sequence[SystemPackage]) -> None:
    """Install by apt, saying what and why; without the right to do so, say the command."""
    names = [package.name for package in missing]
    say("These system packages are missing:")
    for package in missing:
        say(f"  {package.name:22} {package.reason}")
    prefix = administrator_prefix()
    if prefix is None:
        say(f"Ask an administrator to install them: apt-get install {' '.join(names)}")
        return
    say("Installing them with apt-get" + (" (sudo may ask for your password)" if prefix else ""))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    update = subprocess.call([*apt, "update"], stdout=subprocess.DEVNULL)
    # Never at the price of something else: a desktop may have chosen what conflicts with these.
    arguments = ["install", "--yes", "--no-install-recommends", "--no-remove", *names]
    if subprocess.call([*apt, *arguments], stdout=subprocess.DEVNULL):
        cause = "the package lists could not be fetched" if update else "apt-get says why above"
        say(f"They could not be installed ({cause}). Going on without; some things may not work.")


def administrator_prefix() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo when it can be used, None when neither."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    without_password = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo"] if without_password.returncode == 0 or sys.stdin.isatty() else None


def name_missing_libraries(packages: Sequence[SystemPackage]) -> None:
    """On other Linux systems: name the libraries the loader does not find."""
    missing = [p for p in packages if p.library and ctypes.util.find_library(p.library) is None]
    if not missing:
        return
    say("These libraries were not found; install them with your system's package manager:")
    for package in missing:
        say(f"  lib{package.library:20} {package.reason} (Debian calls it {package.name})")


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(sentence, file=sys.stderr, flush=True)
