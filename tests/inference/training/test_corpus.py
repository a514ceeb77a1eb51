from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from inference.training.corpus import Corpus, CorpusMissing, fetch_corpus, index_corpus, open_corpus
from inference.training.screening import screen
from inference.training.sources import BY_NAME, PACKAGES, PARTS, find_sources, part_by_hash, unpack_archives

ALLOWED = {
    "asterisk-core-sounds-en-wav", "asterisk-core-sounds-en-g722", "asterisk-core-sounds-es-g722",
    "asterisk-core-sounds-fr-g722", "asterisk-core-sounds-fr-wav", "asterisk-core-sounds-it-g722",
    "asterisk-core-sounds-ru-g722", "festvox-ru", "warzone2100-music", "ufoai-music", "supertux-data",
    "frozen-bubble-data", "fb-music-high", "marsshooter-data", "pushover-data", "hedgewars-data",
    "boswars-data", "lincity-ng-data", "warmux-data", "hydrogen-drumkits", "hydrogen-drumkits-effects",
    "openttd-opensfx", "ufoai-sound", "lomiri-sounds", "sound-theme-freedesktop", "oxygen-sounds",
    "openttd-openmsx", "timgm6mb-soundfont",
}  # fmt: skip
NOISE = np.random.default_rng(0).standard_normal((8000, 1)).astype(np.float32) * 0.1


def _put(root: Path, place: str) -> None:
    path = root / "unpacked" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, NOISE, 8000)


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    places = [f"{p.name}/usr/share/sounds/{n}.wav" for p in PACKAGES if p.kind != "soundfont" for n in range(2)]
    kits = ("circAfrique v4", "Audiophob", "HardElectro1")
    places += [f"hydrogen-drumkits/usr/share/drumkits/{kit}/hit.flac" for kit in kits]
    places += [f"rendered/espeak/{voice}__0_{n}.wav" for voice in ("it", "es", "de", "fr") for n in range(2)]
    places += [f"rendered/midi/tune{n}.flac" for n in range(40)]
    places += [f"ufoai-music/base/music/{name}.ogg" for name in ("van_theme", "van_mission2", "PsymongN1", "PsymongO2")]
    for place in places:
        _put(tmp_path, place)
    return tmp_path


def test_only_the_named_packages_are_used_and_each_names_its_licence() -> None:
    assert set(BY_NAME) == ALLOWED
    assert all(package.licence for package in PACKAGES)


def test_no_speaker_kit_tune_or_package_crosses_the_parts(unpacked: Path) -> None:
    sources = find_sources(unpacked / "unpacked")
    parts: dict[tuple[str, str], set[str]] = {}
    for source in sources:
        parts.setdefault((source.package, source.group), set()).add(source.part)
    assert all(len(found) == 1 for found in parts.values())
    assert {source.part for source in sources} == set(PARTS)
    kits = {s.group: s.part for s in sources if s.package == "hydrogen-drumkits"}
    assert kits["circAfrique v4"] == "test"
    assert kits["HardElectro1"] == "validation"


def test_pools_share_no_source(corpus: Corpus) -> None:
    names = [{s.identity for s in corpus.part(part).sources} for part in PARTS]
    assert all(names)
    assert not (names[0] & names[1])
    assert not (names[0] & names[2])
    assert not (names[1] & names[2])


def test_index_decodes_screens_and_remembers(unpacked: Path) -> None:
    clipped = np.clip(NOISE * 8, -0.5, 0.5)
    soundfile.write(unpacked / "unpacked/oxygen-sounds/usr/share/sounds/0.wav", clipped, 8000)
    (unpacked / "unpacked/oxygen-sounds/usr/share/sounds/broken.wav").write_bytes(b"RIFF nothing")
    index_corpus(unpacked, workers=1)
    opened = open_corpus(unpacked)
    oxygen = [s for s in opened.test.sources if s.package == "oxygen-sounds"]
    assert [Path(s.identity).name for s in oxygen] == ["1.wav"]
    read = opened.test.read(oxygen[0], 100, 50)
    assert read.shape == (50, 1)
    assert np.allclose(read, NOISE[100:150], atol=1e-4)


def test_a_missing_corpus_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing, match=r"python -m inference\.training fetch"):
        open_corpus(tmp_path)


def test_a_missing_program_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CorpusMissing, match="fluidsynth"):
        fetch_corpus(tmp_path)


def test_picks_are_of_the_kind_asked_for(corpus: Corpus) -> None:
    rng = np.random.default_rng(0)
    assert {corpus.train.pick(rng, "drums").kind for _ in range(20)} == {"drums"}


def test_hash_parts_are_stable_and_of_the_size_asked_for() -> None:
    parts = [part_by_hash(f"tune {n}") for n in range(4000)]
    assert parts == [part_by_hash(f"tune {n}") for n in range(4000)]
    assert 0.09 < parts.count("test") / 4000 < 0.15
    assert 0.09 < parts.count("validation") / 4000 < 0.15


@pytest.mark.parametrize(
    ("samples", "reason"),
    [
        (NOISE, ""),
        (NOISE[:100], "shorter than 50 ms"),
        (NOISE * 0, "silent"),
        (np.clip(NOISE * 8, -0.3, 0.3), "clipped"),
        (np.concatenate([NOISE[:3000], NOISE[:800] * 0, NOISE[3000:]]), "holes with hard edges"),
    ],
)
def test_screening_by_reason(samples: np.ndarray, reason: str) -> None:
    assert screen(samples, 8000).reason == reason


def test_screening_finds_a_hole_with_hard_edges_but_no_pause() -> None:
    loud = np.full((8000, 1), 0.3, np.float32) * np.sin(np.arange(8000) * 0.7).astype(np.float32)[:, None]
    loud[2999], loud[3400] = 0.2, 0.2
    loud[3000:3400] = 0
    assert screen(loud, 8000).reason == "holes with hard edges"
    faded = loud.copy()
    faded[2900:3000] *= np.linspace(1, 0, 100, dtype=np.float32)[:, None]
    assert screen(faded, 8000).reason == ""


def test_game_archives_are_unpacked_once(tmp_path: Path) -> None:
    import io
    import zipfile

    wav = io.BytesIO()
    soundfile.write(wav, NOISE[:100], 8000, format="WAV")
    with zipfile.ZipFile(tmp_path / "0snd.pk3", "w") as pk3:
        pk3.writestr("sound/door.wav", wav.getvalue())
        pk3.writestr("sound/readme.txt", "no sound")
    (tmp_path / "opensfx.cat").write_bytes(b"\0" * 37 + wav.getvalue() + b"\0\5name" + wav.getvalue())
    unpack_archives(tmp_path)
    unpack_archives(tmp_path)
    names = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*") if p.suffix in (".wav", ".txt"))
    assert names == ["0snd/sound/door.wav", "opensfx/000.wav", "opensfx/001.wav"]
    assert len(soundfile.read(tmp_path / "opensfx/001.wav")[0]) == 100
