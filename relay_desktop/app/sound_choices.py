"""What a person prefers about playing, kept between two starts."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any, TypeVar

from relay_desktop.main_window import MainWindow
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.session.audition import AuditionChoices
from relay_desktop.session.sound_devices import OutputChoice, OutputDevice
from relay_desktop.settings import Settings

_AUDITION = "play/audition"
_OUTPUT = "play/output"
Choices = TypeVar("Choices", AuditionChoices, OutputChoice)


def keep_sound_choices(window: MainWindow, settings: Settings) -> None:
    """Puts the remembered choices in force and remembers every change."""
    audition, sound = window.hearing.audition, window.hearing.sound
    audition.set_choices(_read(settings, _AUDITION, AuditionChoices()))
    sound.choose(_read(settings, _OUTPUT, OutputChoice()))
    audition.choices_changed.connect(lambda: settings.write(_AUDITION, json.dumps(asdict(audition.choices))))
    sound.changed.connect(lambda: settings.write(_OUTPUT, json.dumps(asdict(sound.choice))))


def add_sound_page(window: MainWindow) -> None:
    """The page of the settings about sound."""

    def make() -> SettingsPage:
        from relay_desktop.panels.settings_pages.sound import SoundPage

        return SoundPage(window.hearing.sound, window.hearing.audition)

    window.dialogs.add_settings_page("Sound", make)


def _read(settings: Settings, key: str, default: Choices) -> Choices:
    """What was kept, as far as it makes sense; the default for everything else."""
    try:
        kept = json.loads(settings.text(key) or "{}")
    except ValueError:
        return default
    known = {field.name for field in fields(default)}
    values = {name: value for name, value in kept.items() if name in known} if isinstance(kept, dict) else {}
    try:
        if isinstance(values.get("device"), dict):
            values["device"] = OutputDevice(**values["device"])
        return type(default)(**{name: _like(getattr(default, name), value) for name, value in values.items()})
    except (TypeError, ValueError):
        return default


def _like(default: Any, value: Any) -> Any:
    """A kept value of the default's kind. Raises TypeError for another."""
    is_number = isinstance(default, float) and isinstance(value, (int, float))
    if default is not None and not is_number and not isinstance(value, type(default)):
        raise TypeError(f"{value!r} is no {type(default).__name__}")
    return value
