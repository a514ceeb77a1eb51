#!/bin/sh
# Adds Relay Desktop, where it was unpacked, to the menus of the person who runs this; `--remove` takes it out again.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data="${XDG_DATA_HOME:-$HOME/.local/share}"
bin="$HOME/.local/bin"

refresh() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications" || true; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
}

if [ "${1:-}" = "--remove" ]; then
    rm -f "$bin/relay-desktop" "$data/applications/relay-desktop.desktop" "$data/mime/packages/relay-desktop.xml"
    rm -f "$data"/icons/hicolor/*/apps/relay-desktop.png "$data/icons/hicolor/scalable/apps/relay-desktop.svg"
    refresh
    echo "Relay Desktop is out of the menus. Delete $here to be rid of the program itself."
    exit 0
fi

mkdir -p "$bin" "$data/applications" "$data/mime/packages" "$data/icons"
ln -sf "$here/bin/relay-desktop" "$bin/relay-desktop"
sed "s|^Exec=relay-desktop|Exec=\"$here/bin/relay-desktop\"|" "$here/share/applications/relay-desktop.desktop" \
    > "$data/applications/relay-desktop.desktop"
cp "$here/share/mime/packages/relay-desktop.xml" "$data/mime/packages/"
cp -R "$here/share/icons/hicolor" "$data/icons/"
refresh
echo "Relay Desktop is in the menus. The command is $bin/relay-desktop."
