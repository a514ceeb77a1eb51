"""Missing system packages: found by dpkg, installed by apt when allowed, named otherwise."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.test_dev import script

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="apt and dpkg are Linux's")
PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def system_packages(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module packaging/system_packages.py."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("system_packages")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of stand-ins for dpkg-query and apt-get, the only ones that are found."""
    folder = tmp_path / "tools"
    known = ("libegl1 installed", "libglib2.0-0t64 installed", "libgl1 config-files")
    script(folder / "dpkg-query", "".join(f'echo "{line}";' for line in known))
    script(folder / "apt-get", f'echo "$DEBIAN_FRONTEND $@" >> "{tmp_path}/apt.txt"')
    (folder / "env").symlink_to("/usr/bin/env")
    monkeypatch.setenv("PATH", str(folder))
    return folder


def wanted(system_packages: ModuleType, *names: str) -> list[object]:
    """The entries of the table with these names."""
    return [package for package in system_packages.TO_RUN if package.name in names]


def test_only_what_is_missing_is_installed(
    system_packages: ModuleType,
    tools: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system_packages.provide(wanted(system_packages, "libegl1", "libgl1", "libglib2.0-0"))
    lines = (tmp_path / "apt.txt").read_text().splitlines()
    assert lines == [
        "noninteractive -qq update",
        "noninteractive -qq install --yes --no-install-recommends --no-remove libgl1",
    ]
    assert "libgl1                 Qt draws with it" in capsys.readouterr().err


def test_nothing_missing_means_nothing_said(
    system_packages: ModuleType, tools: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    system_packages.provide(wanted(system_packages, "libegl1", "libglib2.0-0"))
    assert not (tmp_path / "apt.txt").exists()
    assert capsys.readouterr().err == ""


def test_without_the_right_the_command_is_told(
    system_packages: ModuleType,
    tools: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    system_packages.provide(wanted(system_packages, "libgl1"))
    assert "administrator to install them: apt-get install libgl1" in capsys.readouterr().err
    assert not (tmp_path / "apt.txt").exists()


def test_sudo_is_used_where_it_asks_nothing(
    system_packages: ModuleType, tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    script(tools / "sudo", '[ "$1" = -n ] && shift; [ "$1" = true ] || "$@"')
    system_packages.provide(wanted(system_packages, "libgl1"))
    assert (tmp_path / "apt.txt").read_text().endswith("libgl1\n")


def test_an_apt_that_fails_does_not_stop_the_person(
    system_packages: ModuleType,
    tools: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    script(tools / "apt-get", "exit 100")
    system_packages.provide(wanted(system_packages, "libgl1"))
    assert "could not be installed (the package lists could not be fetched)" in capsys.readouterr().err


def test_elsewhere_missing_libraries_are_named(
    system_packages: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    absent = system_packages.SystemPackage("libnone1", "nothing at all", "no-such-library")
    system_packages.provide([absent, system_packages.SystemPackage("fonts-x", "a font")])
    assert capsys.readouterr().err.count("libno-such-library") == 1
