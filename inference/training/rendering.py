"""Programme made by free synthesisers: tunes through fluidsynth, speech through espeak-ng."""

from __future__ import annotations

import subprocess
from pathlib import Path

import soundfile

# The first lines of public texts of human rights, weather-report style lines and numbers, per language.
_TEXTS: dict[str, tuple[str, ...]] = {
    "en-us": (
        "All human beings are born free and equal in dignity and rights.",
        "The train from platform seven leaves at a quarter past ten, and stops at every station.",
        "Please keep the receipt; it is needed when you return the parcel.",
        "Tomorrow will be cloudy in the north, with light rain and a cold wind from the sea.",
    ),
    "en-gb": (
        "They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.",
        "One, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve.",
        "Peter picked a peck of pickled peppers, and put the pot back upon the table.",
    ),
    "de": (
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
        "Der Zug nach Hamburg fährt heute von Gleis sieben ab, wir bitten um Ihr Verständnis.",
        "Eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn.",
    ),
    "fr": (
        "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
        "Le train à destination de Lyon partira de la voie douze à dix heures vingt.",
        "Un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix.",
    ),
    "ru": (
        "Все люди рождаются свободными и равными в своём достоинстве и правах.",
        "Завтра ожидается облачная погода, местами небольшой дождь.",
        "Один, два, три, четыре, пять, шесть, семь, восемь.",
    ),
    "pl": (
        "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.",
        "Pociąg do Krakowa odjedzie z toru trzeciego przy peronie drugim.",
    ),
    "es": (
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
        "Mañana estará nublado en el norte, con lluvia débil y viento frío.",
    ),
    "nl": (
        "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren.",
        "De trein naar Utrecht vertrekt over tien minuten van spoor vijf.",
    ),
    "it": (
        "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.",
        "Il treno per Milano è in partenza dal binario quattro.",
    ),
    "pt": (
        "Todos os seres humanos nascem livres e iguais em dignidade e em direitos.",
        "O comboio para Lisboa parte da linha dois às dez e meia.",
    ),
}
_VARIANTS = ("", "+f2", "+m3", "+f4", "+m5", "+croak")


def render_all(unpacked: Path) -> None:
    """Fill ``rendered/midi`` and ``rendered/espeak``; what is already there is kept."""
    _render_tunes(unpacked)
    _render_speech(unpacked / "rendered" / "espeak")


def _render_tunes(unpacked: Path) -> None:
    fonts = sorted((unpacked / "timgm6mb-soundfont").rglob("*.sf2"))
    folder = unpacked / "rendered" / "midi"
    folder.mkdir(parents=True, exist_ok=True)
    for tune in sorted((unpacked / "openttd-openmsx").rglob("*.mid")) if fonts else []:
        target = folder / f"{tune.stem}.flac"
        if not target.exists():
            _render_tune(tune, fonts[0], target)


def _render_tune(tune: Path, font: Path, target: Path) -> None:
    part = target.with_suffix(".part.wav")
    # A gain of 0.4 keeps full arrangements below full scale; screening drops what clips all the same.
    subprocess.run(
        ["fluidsynth", "-ni", "-q", "-g", "0.4", "-r", "44100", "-F", str(part), str(font), str(tune)],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    samples, rate = soundfile.read(part, dtype="int16", always_2d=True)
    soundfile.write(target, samples, rate)
    part.unlink()


def _render_speech(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for language, texts in _TEXTS.items():
        for number, variant in enumerate(_VARIANTS):
            for line, text in enumerate(texts):
                target = folder / f"{language}__{number}_{line}.wav"
                if not target.exists():
                    _speak(text, language + variant, 120 + 25 * number, 35 + 7 * number, target)


def _speak(text: str, voice: str, words_per_minute: int, pitch: int, target: Path) -> None:
    subprocess.run(
        ["espeak-ng", "-v", voice, "-s", str(words_per_minute), "-p", str(pitch), "-w", str(target), text],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
