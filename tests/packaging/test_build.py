"""What is handed out: the tree a package installs, the lists of licences, what is left out, icons, installer script."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(autouse=True)
def _import_from_packaging(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.syspath_prepend(str(PACKAGING / "frozen"))


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A stand-in for the frozen folder: an executable and the list of licences."""
    folder = tmp_path / "frozen"
    (folder / "_internal" / "licences").mkdir(parents=True)
    (folder / "relay-desktop").write_text("#!/bin/sh\necho started\n")
    (folder / "relay-desktop").chmod(0o755)
    (folder / "_internal" / "licences" / "THIRD-PARTY.txt").write_text("numpy 2\n")
    return folder


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="makes a Debian package")
def test_a_package_holds_program_menus_types_and_licences(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import linux_tree

    monkeypatch.setattr(linux_tree, "BUILD", tmp_path / "build")
    deb = linux_tree.debian_package(frozen, "light", "1.2.3", tmp_path / "dist")
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(deb)], capture_output=True, text=True, check=True
    ).stdout
    for name in (
        "./usr/bin/relay-desktop -> ../lib/relay-desktop/relay-desktop",
        "./usr/share/applications/relay-desktop.desktop",
        "./usr/share/mime/packages/relay-desktop.xml",
        "./usr/share/metainfo/org.relay.desktop.metainfo.xml",
        "./usr/share/icons/hicolor/48x48/apps/relay-desktop.png",
        "./usr/share/doc/relay-desktop-light/copyright",
    ):
        assert name in listed
    assert "root/root" in listed
    fields = subprocess.run(
        ["dpkg-deb", "--field", str(deb)], capture_output=True, text=True, check=True
    ).stdout
    assert "Package: relay-desktop-light" in fields
    assert "Conflicts: relay-desktop\n" in fields


def test_a_package_asks_for_the_c_library_that_its_libraries_need(frozen: Path) -> None:
    import linux_tree

    assert linux_tree.needed_c_library(frozen) == "2.28"
    (frozen / "liba.so").write_bytes(b"\x7fELF..\0GLIBC_2.5\0GLIBC_2.36\0GLIBC_PRIVATE\0")
    (frozen / "notes.txt").write_bytes(b"..\0GLIBC_2.99\0")
    assert linux_tree.needed_c_library(frozen) == "2.36"


def test_the_script_that_adds_it_to_the_menus_takes_everything_back(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import linux_tree

    linux_tree.fill(tmp_path / "unpacked", frozen, "relay-desktop", "1.2.3")
    script = tmp_path / "unpacked" / "install-for-me.sh"
    shutil.copy(linux_tree.LINUX / script.name, script)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    subprocess.run([str(script)], check=True, capture_output=True)
    ran = subprocess.run([str(home / ".local/bin/relay-desktop")], capture_output=True, text=True, check=True)
    assert ran.stdout == "started\n"
    assert f'Exec="{tmp_path}' in (home / "data/applications/relay-desktop.desktop").read_text()
    subprocess.run([str(script), "--remove"], check=True, capture_output=True)
    assert [path for path in home.rglob("*relay-desktop*") if not path.is_dir()] == []


def test_the_list_of_licences_names_every_dependency_and_the_duties_of_qt(tmp_path: Path) -> None:
    import licences

    listed = licences.write(tmp_path / "light", ()).read_text(encoding="utf-8")
    for name in ("PySide6_Essentials", "numpy", "httpx", "Qt\n", "libsndfile", "Inter (font)"):
        assert name in listed
    assert "torch 2." not in listed
    assert "OFL" in listed
    full = licences.write(tmp_path / "full", ("embedded",)).read_text(encoding="utf-8")
    assert "torch 2." in full
    for text in ("lgpl-3.0.txt", "gpl-3.0.txt", "lgpl-2.1.txt", "python.txt"):
        assert (tmp_path / "full" / text).stat().st_size > 5000
    assert "replace" in (tmp_path / "full" / "LGPL.txt").read_text(encoding="utf-8")
    assert list((tmp_path / "full" / "numpy").iterdir()), "texts lie beside the list"


@pytest.mark.parametrize(
    ("name", "is_dropped"),
    [
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("torch/include/ATen/ATen.h", True),
        ("torch/testing/__init__.py", False),
        ("torch/lib/libtorch_cpu.so", False),
        ("libasound.so.2", True),
        ("libstdc++.so.6", True),
        ("numpy.libs/libgfortran-040039e1.so.5", False),
        ("libportaudio.so.2", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", True),
        ("resources/models/relay-artifacts-1/card.json", False),
    ],
)
def test_what_is_left_out(name: str, is_dropped: bool) -> None:
    import trim

    assert trim.is_dropped(name) is is_dropped


def test_system_libraries_that_only_left_out_parts_wanted_are_left_out() -> None:
    import trim

    lib = "/usr/lib/x86_64-linux-gnu/"
    linked = {
        "/wheels/PySide6/QtGui.so": ["libfontconfig.so.1", "libc.so.6"],
        f"{lib}libfontconfig.so.1": ["libexpat.so.1"],
        f"{lib}libgtk-3.so.0": ["libepoxy.so.0"],
    }
    names = ("libfontconfig.so.1", "libexpat.so.1", "libgtk-3.so.0", "libepoxy.so.0", "libdbus-1.so.3")
    entries = [("PySide6/QtGui.so", "/wheels/PySide6/QtGui.so", "EXTENSION")]
    entries += [(name, lib + name, "BINARY") for name in names]
    kept = trim.without_orphans(entries, lambda path: [(name, None) for name in linked.get(path, [])])
    assert [name for name, _, _ in kept] == [
        "PySide6/QtGui.so",
        "libfontconfig.so.1",
        "libexpat.so.1",
        "libdbus-1.so.3",
    ]


def _tables(work: Path, modules: dict[str, Path], files: dict[str, Path]) -> Path:
    """The tables of a build, as PyInstaller writes them."""
    work.mkdir()
    listed = [(name, str(path), "PYMODULE") for name, path in modules.items()] + [
        ("backports", "-", "PYMODULE")
    ]
    packed = [(name, str(path), "BINARY") for name, path in files.items()] + [
        ("liba.so", "b/liba.so", "SYMLINK")
    ]
    (work / "PYZ-00.toc").write_text(repr(("PYZ-00.pyz", listed)))
    (work / "COLLECT-00.toc").write_text(repr((packed,)))
    return work


def test_the_list_of_licences_is_that_of_what_was_really_taken(tmp_path: Path) -> None:
    import collected
    import httpx
    import licences
    import numpy

    site = Path(numpy.__file__).parents[1]
    work = _tables(
        tmp_path / "work",
        {"httpx": Path(httpx.__file__), "relay_desktop": PACKAGING.parent / "relay_desktop" / "__init__.py"},
        {
            "numpy.libs/libopenblas.so": site / "numpy.libs" / "libopenblas.so",
            "libm.so": Path("/usr/lib/libm.so.6"),
        },
    )
    taken = collected.collected_by(work)
    assert taken.distributions == {"httpx", "numpy"}
    assert taken.unowned == [Path("/usr/lib/libm.so.6")], "no Debian package has a file of that name there"
    with pytest.raises(licences.UnlistedPart, match=r"libm\.so\.6"):
        licences.write(tmp_path / "list", (), taken)
    taken.unowned.clear()
    listed = licences.write(tmp_path / "list", (), taken).read_text(encoding="utf-8")
    assert "numpy 2" in listed
    assert "pydantic" not in listed, "not taken, not listed"
    texts = list((tmp_path / "list" / "numpy").rglob("LICENSE*"))
    assert len(texts) > 3, "each text lies under its own place: many are called alike"


def test_what_no_dependency_brings_or_no_licence_allows_stops_a_build(tmp_path: Path) -> None:
    import collected
    import licences

    with pytest.raises(licences.UnlistedPart, match="click"):
        licences.write(tmp_path, (), collected.Collected(distributions={"click", "numpy"}))
    with pytest.raises(licences.UnlistedPart, match="GPL"):
        licences.write(
            tmp_path, (), collected.Collected(system={"libreadline8": Path("/lib/libreadline.so.8")})
        )


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="asks Debian's list of files")
def test_a_system_library_is_named_by_its_package() -> None:
    import collected

    assert collected.debian_package_of(Path("/lib/x86_64-linux-gnu/libdoes-not-exist.so")) is None
    shell = Path("/usr/bin/dpkg")
    assert collected.debian_package_of(shell) == "dpkg"
    assert collected.debian_package_of(Path("/bin/dpkg")) == "dpkg", "by the place before /bin became a link"


def test_icons_for_windows_and_macos(tmp_path: Path) -> None:
    import icons

    icons.write_ico(tmp_path / "a.ico")
    data = (tmp_path / "a.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert (kind, count) == (1, 7)
    size, offset = struct.unpack_from("<II", data, 6 + 8)
    assert data[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
    assert offset + size <= len(data)
    icons.write_icns(tmp_path / "a.icns")
    packed = (tmp_path / "a.icns").read_bytes()
    assert packed[:4] == b"icns"
    assert struct.unpack_from(">I", packed, 4)[0] == len(packed)


@pytest.mark.skipif(shutil.which("makensis") is None, reason="compiles the installer for Windows")
def test_the_installer_for_windows_compiles(frozen: Path, tmp_path: Path) -> None:
    import icons

    icons.write_ico(tmp_path / "a.ico")
    words = {
        "VERSION": "1.2.3", "SOURCE": str(frozen), "OUTPUT": str(tmp_path / "relay-1.2.3.exe"), "SIZE_KB": "10",
        "ICON": str(tmp_path / "a.ico"), "LICENSE": str(PACKAGING.parent / "LICENSE"),
    }  # fmt: skip
    script = str(PACKAGING / "windows" / "relay-desktop.nsi")
    command = ["makensis", "-V2", "-WX", *[f"-D{name}={value}" for name, value in words.items()], script]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert (tmp_path / "relay-1.2.3.exe").read_bytes()[:2] == b"MZ"


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="checks what software centres read")
def test_what_software_centres_read_is_valid(frozen: Path, tmp_path: Path) -> None:
    """The whole installed tree, so that the name of the menu entry and its icon are looked for too."""
    import linux_tree

    linux_tree.fill(tmp_path / "tree" / "usr", frozen, "relay-desktop", "1.2.3")
    command = ["appstreamcli", "validate-tree", "--no-net", "--pedantic", "--strict", str(tmp_path / "tree")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="checks the menu entry")
def test_the_menu_entry_is_valid() -> None:
    entry = PACKAGING / "linux" / "relay-desktop.desktop"
    ran = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_a_disk_image_is_refused_elsewhere() -> None:
    if sys.platform == "darwin":
        pytest.skip("here it can be made")
    ran = subprocess.run(
        [sys.executable, str(PACKAGING / "build.py"), "dmg"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "macOS only" in ran.stderr


@pytest.mark.parametrize("flavour", ["light", "full"])
def test_the_locks_hold_the_pinned_versions_with_hashes(flavour: str) -> None:
    pins = dict(_pins((PACKAGING / "constraints.txt").read_text(encoding="utf-8")))
    text = (PACKAGING / f"requirements-{flavour}.lock").read_text(encoding="utf-8")
    locked = dict(_pins(text))
    assert {name: version for name, version in locked.items() if pins.get(name, version) != version} == {}
    assert {"numpy", "httpx", "pyside6-essentials"} <= set(locked)
    assert text.count("--hash=sha256:") >= len(locked)
    assert not [name for name in locked if name.startswith(("torch", "nvidia", "cuda", "triton"))]
    assert {"pyinstaller", "pefile", "macholib"} <= set(locked), "also what only Windows or macOS need"
    for system in ("win32", "darwin", "linux"):
        assert f"sys_platform == '{system}'" in text
    assert not [line for line in text.splitlines() if line.startswith("--")], "names no index of any machine"


def test_the_workflows_name_what_is_there() -> None:
    yaml = pytest.importorskip("yaml")
    for path in sorted((PACKAGING.parent / ".github" / "workflows").glob("*.yml")):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        for job in workflow["jobs"].values():
            assert job["runs-on"] == "${{ matrix.os }}"
            commands = " ".join(step.get("run", "") for step in job["steps"])
            named = {word for word in commands.split() if word.startswith("packaging/") and "$" not in word}
            assert named, path.name
            assert [word for word in named if not (PACKAGING.parent / word).exists()] == []


def _pins(text: str) -> list[tuple[str, str]]:
    lines = [line.split("#")[0].split(";")[0].strip(" \\") for line in text.splitlines()]
    pairs = [line.split("==") for line in lines if "==" in line and not line.startswith("--")]
    return [(name.strip().lower().replace("_", "-"), version.strip()) for name, version in pairs]
