"""Settings > Accounts: the servers of the Relay API, how to reach each, its key, and whether it answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QWidget,
)

from inference.sentences import sentence
from relay_desktop.accounts import DEFAULT_ADDRESS, MOST_AT_ONCE, Account, BadAddress, checked_address
from relay_desktop.panels.heading import retone, toned
from relay_desktop.panels.settings_pages.page import SettingsPage
from relay_desktop.session.account_desk import AccountDesk
from relay_desktop.translation import error_said, spoken

LIST_PX: Final = 84
_KEY_WORDS: Final = {
    "environment": sentence("comes from RELAY_API_KEY in the environment"),
    "keyring": sentence("kept in the keyring; leave empty to keep it"),
    "session": sentence("kept until the program ends; leave empty to keep it"),
    "": sentence("the API key of this server"),
}


class AccountsPage(SettingsPage):
    """What is typed counts when Save is pressed; Test asks with what is typed."""

    def __init__(self, desk: AccountDesk) -> None:
        super().__init__(sentence("Accounts"))
        self._desk = desk
        self._account = Account(self.tr("Relay"))
        self._is_new = True
        self.add_words(
            self.tr("Servers on which jobs can run. Nothing leaves this computer unless a job is made there.")
        )
        self.list = QListWidget()
        self.name = self._field("accountName", self.tr("Name"), self.tr("what you call it"))
        self.address = self._field("accountAddress", self.tr("Address"), DEFAULT_ADDRESS)
        self.key = self._field("accountKey", self.tr("API key"), "")
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.proxy = self._field("accountProxy", self.tr("Proxy"), self.tr("http://proxy:8080, or empty"))
        self.ca_bundle = self._field(
            "accountCertificates", self.tr("Certificates"), self.tr("a PEM file, or empty for those of the system")
        )
        self.at_once = QSpinBox()
        self.answer = toned("", "muted")
        self.add_button = QPushButton(self.tr("Add"))
        self.remove_button = QPushButton(self.tr("Remove"))
        self.browse_button = QPushButton(self.tr("Choose…"))
        self.test_button = QPushButton(self.tr("Test connection"))
        self.save_button = QPushButton(self.tr("Save"))
        self._dress()
        self._lay_out()
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """Show the accounts there are; the chosen one stays chosen."""
        chosen = self._account.id
        self.list.blockSignals(True)
        self.list.clear()
        for account in self._desk.accounts:
            self.list.addItem(f"{account.name}  ·  {account.base_url}")
        place = next((row for row, known in enumerate(self._desk.accounts) if known.id == chosen), -1)
        if place < 0 and self._desk.accounts and not self._is_new:
            place = 0
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        if place >= 0 and self._desk.accounts[place].id != chosen:
            self._show(self._desk.accounts[place])
        elif self._is_new and not self.name.text() and self._desk.accounts:
            self._choose(0)
        self._show_key_place()

    # -- inside ------------------------------------------------------------------------------------------------

    def _field(self, object_name: str, words: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(object_name)
        field.setAccessibleName(words)
        field.setPlaceholderText(hint)
        return field

    def _dress(self) -> None:
        self.list.setObjectName("accountList")
        self.list.setAccessibleName(self.tr("Accounts"))
        self.list.setFixedHeight(LIST_PX)
        self.at_once.setRange(1, MOST_AT_ONCE)
        self.at_once.setAccessibleName(self.tr("Uploads at once"))
        self.at_once.setValue(self._account.uploads_at_once)
        self.answer.setObjectName("accountAnswer")
        self.answer.setWordWrap(True)
        self.save_button.setProperty("kind", "primary")
        self.test_button.setToolTip(self.tr("Ask the server for its jobs with what is typed here; nothing is saved"))
        self.remove_button.setToolTip(self.tr("Remove this account and its key; its jobs stay on the server"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self.add_button)
        head.addWidget(self.remove_button)
        certificates = QHBoxLayout()
        certificates.addWidget(self.ca_bundle, 1)
        certificates.addWidget(self.browse_button)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            (self.tr("Name"), self.name),
            (self.tr("Address"), self.address),
            (self.tr("API key"), self.key),
            (self.tr("Proxy"), self.proxy),
        ):
            form.addRow(words, field)
        form.addRow(self.tr("Certificates"), certificates)
        form.addRow(self.tr("Uploads at once"), _left(self.at_once))
        foot = QHBoxLayout()
        foot.addWidget(self.test_button)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self.column.addWidget(self.list)
        self.column.addLayout(head)
        self.column.addSpacing(6)
        self.column.addLayout(form)
        self.column.addWidget(self.answer)
        self.column.addLayout(foot)
        self.column.addStretch(1)

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.add_button.clicked.connect(self._begin_new)
        self.remove_button.clicked.connect(self._remove)
        self.browse_button.clicked.connect(self._browse)
        self.save_button.clicked.connect(self._save)
        self.test_button.clicked.connect(self._test)
        self._desk.changed.connect(self.refresh)
        self._desk.answered.connect(self._on_answer)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._desk.accounts):
            self._show(self._desk.accounts[place])

    def _show(self, account: Account) -> None:
        self._account, self._is_new = account, False
        self.name.setText(account.name)
        self.address.setText(account.base_url)
        self.key.clear()
        self.proxy.setText(account.proxy)
        self.ca_bundle.setText(account.ca_bundle)
        self.at_once.setValue(account.uploads_at_once)
        self._say("", is_good=True)
        self._show_key_place()

    def _show_key_place(self) -> None:
        place = self._desk.key_places.get(self._account.id, "")
        self.key.setPlaceholderText(spoken(_KEY_WORDS.get(place, "")))
        is_kept = any(known.id == self._account.id for known in self._desk.accounts)
        self.remove_button.setEnabled(is_kept and self._account.id != "environment")

    def _begin_new(self) -> None:
        self._account, self._is_new = Account(""), True
        self.list.setCurrentRow(-1)
        for field in (self.name, self.address, self.key, self.proxy, self.ca_bundle):
            field.clear()
        self.at_once.setValue(self._account.uploads_at_once)
        self._say("", is_good=True)
        self._show_key_place()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> Account | None:
        """What stands in the fields; None, and a sentence, where it is no account."""
        try:
            address = checked_address(self.address.text() or DEFAULT_ADDRESS)
        except BadAddress as error:
            self._say(error_said(error), is_good=False)
            return None
        certificates = self.ca_bundle.text().strip()
        if certificates and not Path(certificates).expanduser().is_file():
            self._say(self.tr("There is no file {}.").format(certificates), is_good=False)
            return None
        return replace(
            self._account,
            name=self.name.text().strip() or address.partition("://")[2],
            base_url=address,
            proxy=self.proxy.text().strip(),
            ca_bundle=certificates,
            uploads_at_once=self.at_once.value(),
        )

    def _save(self) -> None:
        account = self._typed()
        if account is not None:
            self._account, self._is_new = account, False
            self._say(self.tr("Saving…"), is_good=True)
            self._desk.save_requested.emit(account, self.key.text())
            self.key.clear()

    def _test(self) -> None:
        account = self._typed()
        if account is not None:
            self._say(self.tr("Asking {}…").format(account.base_url), is_good=True)
            self._desk.test_requested.emit(account, self.key.text())

    def _remove(self) -> None:
        account = self._account
        self._begin_new()
        self._desk.remove_requested.emit(account)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Certificates"), "", self.tr("PEM (*.pem *.crt *.cer);;All files (*)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.ca_bundle.setText)
        dialog.open()

    def _on_answer(self, account_id: str, is_good: bool, sentence: str) -> None:
        if account_id == self._account.id:
            self._say(sentence, is_good=is_good)

    def _say(self, sentence: str, *, is_good: bool) -> None:
        self.answer.setText(sentence)
        retone(self.answer, "tone", "muted" if is_good else "danger")


def _left(control: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(control)
    row.addStretch(1)
    return row
