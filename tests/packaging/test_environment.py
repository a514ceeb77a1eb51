"""The pins are complete and true, and the environment is renewed when they change."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module packaging/environment.py."""
    monkeypatch.syspath_prepend(str(CHECKOUT / "packaging"))
    return importlib.import_module("environment")


def pins() -> dict[str, str]:
    """Canonical package name -> pinned version."""
    lines = (CHECKOUT / "packaging/constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def declared() -> list[Requirement]:
    """What pyproject.toml asks for on this system, every extra included."""
    extras = PROJECT["optional-dependencies"].values()
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in extra)]
    requirements = [Requirement(line) for line in lines]
    return [r for r in requirements if r.marker is None or r.marker.evaluate()]


def needed(requirements: list[Requirement], seen: set[str]) -> Iterator[str]:
    """Names of installed packages reached from `requirements`, each once."""
    for requirement in requirements:
        name = canonicalize_name(requirement.name)
        extras = requirement.extras or {""}
        if name in seen or not _is_installed(name):
            continue
        seen.add(name)
        yield name
        behind = [Requirement(line) for line in importlib.metadata.requires(name) or []]
        yield from needed(
            [r for r in behind if not r.marker or any(r.marker.evaluate({"extra": e}) for e in extras)], seen
        )


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def test_every_pin_lies_in_its_declared_range() -> None:
    outside = [str(r) for r in declared() if pins()[canonicalize_name(r.name)] not in r.specifier]
    assert outside == []


def test_every_package_in_use_is_pinned_to_what_is_installed() -> None:
    installed = {
        name: importlib.metadata.version(name).partition("+")[0] for name in needed(declared(), set())
    }
    assert len(installed) > 40
    assert {name: version for name, version in installed.items() if pins().get(name) != version} == {}


def test_the_fingerprint_follows_the_pins(environment: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "packaging").mkdir()
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    constraints = tmp_path / "packaging/constraints.txt"
    constraints.write_text("numpy==2.4.6\n", encoding="utf-8")
    before = environment.fingerprint(tmp_path)
    assert environment.fingerprint(tmp_path) == before
    constraints.write_text("numpy==2.4.7\n", encoding="utf-8")
    assert environment.fingerprint(tmp_path) != before


@pytest.mark.parametrize("content", ["", "[]", "{", '{"fingerprint": 1}'])
def test_a_damaged_stamp_means_install_again(environment: ModuleType, tmp_path: Path, content: str) -> None:
    (tmp_path / environment.STAMP).write_text(content, encoding="utf-8")
    assert environment.read_stamp(tmp_path) != environment.fingerprint(CHECKOUT)


def test_an_environment_that_does_not_start_is_noticed(environment: ModuleType, tmp_path: Path) -> None:
    assert not environment.works(tmp_path / "python")
    assert environment.works(Path(sys.executable))


def test_an_environment_that_cannot_be_made_says_what_to_do(environment: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(environment.PreparationFailed, match=r"could not be made: .*Error.*install python3"):
        environment.make(tmp_path / "file" / ".venv")
