#!/bin/sh
# Makes the disk image for macOS: make_dmg.sh "Relay Desktop.app" OUT.dmg
#
# Signing hooks (see packaging/SIGNING.md): RELAY_CODESIGN_IDENTITY signs the program and the image,
# RELAY_NOTARY_PROFILE has them notarised. Without them the image is made unsigned and says so.
set -eu
app=$1
image=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [ -n "${RELAY_CODESIGN_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp --entitlements "$here/entitlements.plist" \
        --sign "$RELAY_CODESIGN_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
else
    echo "Not signed: RELAY_CODESIGN_IDENTITY is not set. macOS will ask before it opens the program." >&2
fi

cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
rm -f "$image"
hdiutil create -volname "Relay Desktop" -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$image"

if [ -n "${RELAY_CODESIGN_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$RELAY_CODESIGN_IDENTITY" "$image"
fi
if [ -n "${RELAY_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$RELAY_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
