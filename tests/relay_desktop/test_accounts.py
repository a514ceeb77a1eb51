"""Accounts on disk, where their keys lie, and the page of the settings."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from pytestqt.qtbot import QtBot

from relay_desktop.accounts import Account, AccountBook, BadAddress, account_of_environment, checked_address
from relay_desktop.backend.account_client import try_account
from relay_desktop.backend.account_keys import ENVIRONMENT, KEYRING, SESSION, AccountKeys
from relay_desktop.panels.accounts_page import AccountsPage
from relay_desktop.session.account_desk import AccountDesk
from tests.relay_desktop.backend.unruly_server import Say, unruly

SECRET = "relay_very-secret"
STUDIO = Account("Studio", "https://relay.studio.example", id="studio")


class Drawer(KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    import keyring

    before, drawer = keyring.get_keyring(), Drawer()
    keyring.set_keyring(drawer)
    yield drawer
    keyring.set_keyring(before)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("relay.studio.example", "https://relay.studio.example"),
        (" https://relay.studio.example:8443/api/ ", "https://relay.studio.example:8443/api"),
        ("http://127.0.0.1:8765", "http://127.0.0.1:8765"),
    ],
)
def test_addresses_are_kept_whole(typed: str, kept: str) -> None:
    assert checked_address(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "ftp://x", "https://", "https://key@host", "https://host?key=1", "https://a b", "https://h:99999"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress):
        checked_address(typed)


def test_the_book_keeps_accounts_and_no_key(tmp_path: Path) -> None:
    book = AccountBook(tmp_path / "data" / "accounts.json")
    assert book.accounts() == []
    book.put(STUDIO)
    book.put(Account("Lab", "https://lab.example", id="lab", proxy="http://proxy:1", uploads_at_once=9))
    book.put(STUDIO.with_model("m1").with_model("m2").with_model("m1"))
    studio, lab = book.accounts()
    assert studio.model_ids == ("m1", "m2")
    assert (lab.proxy, lab.uploads_at_once) == ("http://proxy:1", 9)
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "data" / "accounts.json").stat().st_mode) == 0o600
    book.remove("studio")
    assert [account.id for account in book.accounts()] == ["lab"]


def test_a_damaged_book_is_an_empty_one_and_bad_entries_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    path.write_text("{")
    assert AccountBook(path).accounts() == []
    good = {"name": "Lab", "base_url": "https://lab.example", "id": "lab"}
    path.write_text(json.dumps({"accounts": [good, {"base_url": "nonsense://"}, 7, good | {"uploads_at_once": "x"}]}))
    assert [account.id for account in AccountBook(path).accounts()] == ["lab"]


def test_a_key_lies_in_the_keyring(drawer: Drawer) -> None:
    keys = AccountKeys()
    assert keys.find(STUDIO) is None
    assert keys.keep(STUDIO, SECRET) == KEYRING
    found = AccountKeys().find(STUDIO)
    assert found is not None
    assert (found.place, found.key) == (KEYRING, SECRET)
    assert SECRET not in repr(found)
    keys.forget(STUDIO)
    keys.forget(STUDIO)
    assert drawer.kept == {}


def test_without_a_keyring_it_is_kept_for_the_session() -> None:
    keys = AccountKeys()
    assert keys.keep(STUDIO, SECRET) == SESSION
    found = keys.find(STUDIO)
    assert found is not None
    assert (found.place, found.key) == (SESSION, SECRET)
    assert AccountKeys().find(STUDIO) is None
    keys.forget(STUDIO)
    assert keys.find(STUDIO) is None


def test_the_environment_wins_at_its_own_server_only(drawer: Drawer, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = AccountKeys()
    keys.keep(STUDIO, SECRET)
    monkeypatch.setenv("RELAY_API_KEY", "from-the-environment")
    monkeypatch.setenv("RELAY_BASE_URL", "https://relay.studio.example:443/")
    found = keys.find(STUDIO)
    assert found is not None
    assert (found.place, found.key) == (ENVIRONMENT, "from-the-environment")
    told = account_of_environment()
    assert told is not None
    assert told.name == "relay.studio.example"
    monkeypatch.delenv("RELAY_BASE_URL")
    found = keys.find(STUDIO)
    assert found is not None
    assert found.key == SECRET, "that key is for another server"


def test_a_server_is_tried() -> None:
    with unruly(Say(200, [{"id": "j"}])) as server:
        talk = try_account(Account("x", server.url), SECRET)
        assert (talk.is_good, talk.sentence) == (True, "Connected: the key is accepted, the server has one job.")
    with unruly(Say(401, {"detail": "No such key"})) as server:
        talk = try_account(Account("x", server.url), SECRET)
        assert not talk.is_good
        assert "No such key" in talk.sentence
        assert SECRET not in talk.sentence
    assert "no API key" in try_account(STUDIO, None).sentence


def test_calls_go_through_the_proxy_of_the_account() -> None:
    with unruly(Say(200, [])) as proxy:
        talk = try_account(Account("x", "http://relay.example", proxy=proxy.url), SECRET)
        assert talk.is_good, talk.sentence
        assert proxy.asked[0].path == "http://relay.example/api/v1/inference-jobs"


def test_certificates_and_proxy_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.pem"
    bundle.write_text("nothing")
    assert "certificates" in try_account(Account("x", STUDIO.base_url, ca_bundle=str(bundle)), SECRET).sentence
    assert "proxy" in try_account(Account("x", STUDIO.base_url, proxy="nonsense"), SECRET).sentence.lower()


@pytest.fixture
def desk(qapp: object) -> AccountDesk:
    return AccountDesk()


def test_the_page_saves_tests_and_removes(qtbot: QtBot, desk: AccountDesk) -> None:
    desk.set_accounts([STUDIO])
    desk.set_key_places({"studio": "keyring"})
    page = AccountsPage(desk)
    qtbot.addWidget(page)
    assert page.name.text() == "Studio"
    assert "keyring" in page.key.placeholderText()
    page.add_button.click()
    page.address.setText("lab.example")
    page.key.setText(SECRET)
    page.at_once.setValue(8)
    with qtbot.waitSignal(desk.test_requested) as tested:
        page.test_button.click()
    with qtbot.waitSignal(desk.save_requested) as saved:
        page.save_button.click()
    account, key = saved.args
    assert (account.name, account.base_url, account.uploads_at_once, key) == (
        "lab.example", "https://lab.example", 8, SECRET,
    )  # fmt: skip
    assert tested.args[0].base_url == "https://lab.example"
    assert page.key.text() == "", "what was typed does not stay on the screen"
    desk.set_accounts([STUDIO, account])
    desk.answered.emit(account.id, False, "This system has no keyring.")
    assert page.answer.text() == "This system has no keyring."
    with qtbot.waitSignal(desk.remove_requested) as removed:
        page.remove_button.click()
    assert removed.args[0].id == account.id


def test_the_page_does_not_save_what_is_no_account(qtbot: QtBot, desk: AccountDesk) -> None:
    page = AccountsPage(desk)
    qtbot.addWidget(page)
    page.address.setText("https://key@lab.example")
    with qtbot.assertNotEmitted(desk.save_requested):
        page.save_button.click()
    assert "keys do not belong in it" in page.answer.text()
    page.address.setText("lab.example")
    page.ca_bundle.setText("/there/is/none.pem")
    with qtbot.assertNotEmitted(desk.save_requested):
        page.save_button.click()
    assert "no file" in page.answer.text()
