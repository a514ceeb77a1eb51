"""The pages of the settings that belong to no single part; parts add their own where they are wired."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from relay_desktop.app.places import Places
from relay_desktop.main_window import MainWindow
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.translation import said
from relay_desktop.work.cache_keeper import CacheKeeper
from relay_desktop.work.tasks import Tasks


def wire_settings(
    window: MainWindow, choose_device: Callable[[str], None], places: Places, tasks: Tasks, parent: QObject
) -> None:
    """General, Appearance, Shortcuts, Caches, Privacy."""
    keeper = CacheKeeper(tasks, _cache_folders(places), _cache_titles(), parent)
    dialogs = window.dialogs

    def general() -> SettingsPage:
        from relay_desktop.panels.settings_pages.general import GeneralPage

        return GeneralPage(window.settings, choose_device)

    def appearance() -> SettingsPage:
        from relay_desktop.panels.settings_pages.appearance import AppearancePage

        return AppearancePage(window.settings, window.appearance)

    def shortcuts() -> SettingsPage:
        from relay_desktop.panels.settings_pages.shortcuts import ShortcutsPage

        return ShortcutsPage(window.keymap)

    def caches() -> SettingsPage:
        from relay_desktop.panels.settings_pages.caches import CachesPage

        return CachesPage(keeper)

    def privacy() -> SettingsPage:
        from relay_desktop.panels.settings_pages.privacy import PrivacyPage

        return PrivacyPage(_kept_places(places), _show_folder)

    dialogs.add_settings_page("General", general)
    dialogs.add_settings_page("Appearance", appearance)
    dialogs.add_settings_page("Shortcuts", shortcuts)
    dialogs.add_settings_page("Caches", caches)
    dialogs.add_settings_page("Privacy", privacy)


def _cache_folders(places: Places) -> dict[str, Path]:
    return {"peaks": places.cache / "peaks", "audio": places.cache / "audio"}


def _cache_titles() -> dict[str, tuple[str, str]]:
    return {
        "peaks": (
            said("Waveforms"),
            said("The outlines of recordings, so that they are drawn at once the next time."),
        ),
        "audio": (
            said("Fetched recordings"),
            said("Sound fetched from a remote service, so that it need not be fetched again."),
        ),
    }


def _kept_places(places: Places) -> list[tuple[str, Path]]:
    return [
        (said("Jobs, verdicts, notes and settings"), places.data),
        (said("Logs"), places.logs),
        (said("Caches"), places.cache),
    ]


def _show_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
