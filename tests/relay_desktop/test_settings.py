from pathlib import Path

from PySide6.QtCore import QByteArray

from relay_desktop.settings import Settings


def test_a_fresh_start_has_the_defaults(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "new" / "settings.ini")
    assert (settings.look, settings.device, settings.model_id) == ("dark", "auto", None)
    assert settings.detect_on_open
    assert settings.window_geometry.isEmpty()
    assert settings.last_folder is None
    assert not settings.has_opened_before


def test_everything_written_is_there_after_a_restart(tmp_path: Path) -> None:
    first = Settings(tmp_path / "settings.ini")
    first.look, first.device, first.model_id = "light", "cpu", "relay-2"
    first.detect_on_open, first.has_opened_before, first.last_folder = False, True, tmp_path
    first.window_geometry = QByteArray(b"\x00\x01geometry")
    first.write("panel/width", 240)
    first.sync()
    again = Settings(tmp_path / "settings.ini")
    assert (again.look, again.device, again.model_id) == ("light", "cpu", "relay-2")
    assert (again.detect_on_open, again.has_opened_before, again.last_folder) == (False, True, tmp_path)
    assert again.window_geometry == QByteArray(b"\x00\x01geometry")
    assert again.number("panel/width", 0) == 240


def test_a_hand_made_mistake_falls_back_to_the_default(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text(
        "[engine]\ndevice=quantum\n[window]\nlook=pink\ngeometry=zzz\n[a]\nb=x\n"
    )
    settings = Settings(tmp_path / "settings.ini")
    assert (settings.device, settings.look) == ("auto", "dark")
    assert settings.number("a/b", 7) == 7
    assert settings.window_geometry.isEmpty()


def test_a_change_is_told_once(tmp_path: Path) -> None:
    settings, told = Settings(tmp_path / "settings.ini"), []
    settings.changed.connect(told.append)
    calls: list[int] = []
    settings.on_change("device", lambda: calls.append(1))
    settings.device = "cpu"
    settings.device = "cpu"
    settings.look = "light"
    assert told == ["device", "look"]
    assert calls == [1]
