; The installer for Windows. Made by packaging/build.py nsis, which defines VERSION, SOURCE (the frozen folder), OUTPUT,
; ICON and SIZE_KB. Installs for the one person who runs it, without administrator rights; /S installs silently.

Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Relay Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\RelayDesktop"

Name "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} installer"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\relay-desktop.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Signing hooks: the commands are given by the environment of whoever builds (see packaging/SIGNING.md).
!ifdef SIGN_COMMAND
  !finalize '${SIGN_COMMAND} "%1"'
  !uninstfinalize '${SIGN_COMMAND} "%1"'
!endif

Section "Relay Desktop" SecProgram
  SectionIn RO
  ; Files of an older version must not mix with the new ones.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\relay-desktop.exe"
  WriteRegStr HKCU "Software\${NAME}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\relay-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Relay Desktop contributors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "${SIZE_KB}"
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
SectionEnd

Section "Open .relay files" SecRelay
  WriteRegStr HKCU "Software\Classes\.relay" "" "RelayDesktop.Review"
  WriteRegStr HKCU "Software\Classes\RelayDesktop.Review" "" "Relay review package"
  WriteRegStr HKCU "Software\Classes\RelayDesktop.Review\DefaultIcon" "" "$INSTDIR\relay-desktop.exe,0"
  WriteRegStr HKCU "Software\Classes\RelayDesktop.Review\shell\open\command" "" '"$INSTDIR\relay-desktop.exe" "%1"'
  ${RefreshShellIcons}
SectionEnd

Section "Offer it for audio files" SecAudio
  WriteRegStr HKCU "Software\Classes\Applications\relay-desktop.exe\shell\open\command" "" '"$INSTDIR\relay-desktop.exe" "%1"'
  !macro OFFER_FOR ENDING
    WriteRegStr HKCU "Software\Classes\Applications\relay-desktop.exe\SupportedTypes" "${ENDING}" ""
    WriteRegStr HKCU "Software\Classes\${ENDING}\OpenWithList\relay-desktop.exe" "" ""
  !macroend
  !insertmacro OFFER_FOR ".wav"
  !insertmacro OFFER_FOR ".flac"
  !insertmacro OFFER_FOR ".aif"
  !insertmacro OFFER_FOR ".aiff"
  !insertmacro OFFER_FOR ".ogg"
  !insertmacro OFFER_FOR ".opus"
  !insertmacro OFFER_FOR ".mp3"
  !insertmacro OFFER_FOR ".caf"
  !insertmacro OFFER_FOR ".w64"
SectionEnd

Section /o "Desktop shortcut" SecDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\relay-desktop.exe"
SectionEnd

LangString WordsProgram ${LANG_ENGLISH} "The program itself."
LangString WordsRelay ${LANG_ENGLISH} "A double click on a .relay file opens it."
LangString WordsAudio ${LANG_ENGLISH} "Relay Desktop is among the choices of Open with."
!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SecProgram} $(WordsProgram)
  !insertmacro MUI_DESCRIPTION_TEXT ${SecRelay} $(WordsRelay)
  !insertmacro MUI_DESCRIPTION_TEXT ${SecAudio} $(WordsAudio)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "Uninstall"
  ; Jobs, verdicts and settings of the person stay; they lie in another folder.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\relay-desktop.exe"
  Delete "$INSTDIR\relay-desktop-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  !macro OFFER_NO_MORE ENDING
    DeleteRegKey HKCU "Software\Classes\${ENDING}\OpenWithList\relay-desktop.exe"
  !macroend
  !insertmacro OFFER_NO_MORE ".wav"
  !insertmacro OFFER_NO_MORE ".flac"
  !insertmacro OFFER_NO_MORE ".aif"
  !insertmacro OFFER_NO_MORE ".aiff"
  !insertmacro OFFER_NO_MORE ".ogg"
  !insertmacro OFFER_NO_MORE ".opus"
  !insertmacro OFFER_NO_MORE ".mp3"
  !insertmacro OFFER_NO_MORE ".caf"
  !insertmacro OFFER_NO_MORE ".w64"
  DeleteRegKey HKCU "Software\Classes\Applications\relay-desktop.exe"
  DeleteRegKey HKCU "Software\Classes\RelayDesktop.Review"
  ReadRegStr $0 HKCU "Software\Classes\.relay" ""
  StrCmp $0 "RelayDesktop.Review" 0 +2
    DeleteRegKey HKCU "Software\Classes\.relay"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${NAME}"
SectionEnd
