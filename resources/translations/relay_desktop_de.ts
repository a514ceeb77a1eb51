<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Relay Desktop</source>
        <translation>Über Relay Desktop</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Versions, device and the end of the log, without keys and passwords.</source>
        <translation>Versionen, Gerät und das Ende des Protokolls, ohne Schlüssel und Passwörter.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copied. It holds no keys and no passwords.</source>
        <translation>Kopiert. Schlüssel und Passwörter sind nicht enthalten.</translation>
    </message>
    <message>
        <source>Review, retune and sign the artifacts that Relay finds in audio.</source>
        <translation>Artefakte, die Relay in Aufnahmen findet, prüfen, nachregeln und abzeichnen.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>Servers on which jobs can run. Nothing leaves this computer unless a job is made there.</source>
        <translation>Server, auf denen Aufträge laufen können. Nichts verlässt diesen Computer, solange dort kein Auftrag angelegt wird.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>what you call it</source>
        <translation>wie Sie es nennen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http://proxy:8080, or empty</source>
        <translation>http://proxy:8080 oder leer</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>a PEM file, or empty for those of the system</source>
        <translation>eine PEM-Datei oder leer für die des Systems</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>Gleichzeitige Uploads</translation>
    </message>
    <message>
        <source>Ask the server for its jobs with what is typed here; nothing is saved</source>
        <translation>Den Server mit den Angaben hier nach seinen Aufträgen fragen; gespeichert wird nichts</translation>
    </message>
    <message>
        <source>Remove this account and its key; its jobs stay on the server</source>
        <translation>Dieses Konto und seinen Schlüssel entfernen; seine Aufträge bleiben auf dem Server</translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation>Es gibt keine Datei {}.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Asking {}…</source>
        <translation>{} wird gefragt…</translation>
    </message>
    <message>
        <source>PEM (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Wiederholen: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Compare reviewers</source>
        <translation>Prüfer vergleichen</translation>
    </message>
    <message>
        <source>First reviewer</source>
        <translation>Erster Prüfer</translation>
    </message>
    <message>
        <source>Second reviewer</source>
        <translation>Zweiter Prüfer</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>High contrast: black and white with strong lines, for tired eyes and bright rooms.</source>
        <translation>Hoher Kontrast: Schwarz und Weiß mit kräftigen Linien, für müde Augen und helle Räume.</translation>
    </message>
    <message>
        <source>Size of the words</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>For this program alone, beside what the system scales.</source>
        <translation>Nur für dieses Programm, zusätzlich zur Skalierung des Systems.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>From the next start on. Exports, times and file formats are the same in every language.</source>
        <translation>Gilt ab dem nächsten Start. Exporte, Zeiten und Dateiformate sind in jeder Sprache gleich.</translation>
    </message>
</context>
<context>
    <name>Audition</name>
    <message>
        <source>Nothing as long as this is free of detections in this file.</source>
        <translation>In dieser Datei ist nirgends so viel Ton ohne Treffer.</translation>
    </message>
    <message>
        <source>Only detections up to {seconds:g} seconds can be bridged.</source>
        <translation>Nur Treffer bis {seconds:g} Sekunden lassen sich überbrücken.</translation>
    </message>
    <message>
        <source>No detection is shown that could be played.</source>
        <translation>Es wird kein Treffer gezeigt, der sich abspielen ließe.</translation>
    </message>
    <message>
        <source>That was the last detection of this file.</source>
        <translation>Das war der letzte Treffer dieser Datei.</translation>
    </message>
</context>
<context>
    <name>AuditionPanel</name>
    <message>
        <source>Pre-roll</source>
        <translation>Vorlauf</translation>
    </message>
    <message>
        <source>Post-roll</source>
        <translation>Nachlauf</translation>
    </message>
    <message>
        <source>Silence between two rounds of a loop</source>
        <translation>Stille zwischen zwei Durchgängen einer Schleife</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After it</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Gap in loops</source>
        <translation>Pause in Schleifen</translation>
    </message>
    <message>
        <source>Soft seams in loops (2 ms)</source>
        <translation>Weiche Nahtstellen in Schleifen (2 ms)</translation>
    </message>
    <message>
        <source>Fades for two thousandths of a second where a loop begins again, so that the seam never clicks.</source>
        <translation>Blendet zwei Tausendstelsekunden lang über, wo eine Schleife neu beginnt, damit die Nahtstelle nie knackt.</translation>
    </message>
</context>
<context>
    <name>CachesPage</name>
    <message>
        <source>Kept only to be faster; it is made again when needed. Clearing costs no verdict and no result.</source>
        <translation>Nur der Geschwindigkeit wegen aufbewahrt und bei Bedarf neu erzeugt. Das Leeren kostet kein Urteil und kein Ergebnis.</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Size of {cache}</source>
        <translation>Größe: {cache}</translation>
    </message>
    <message>
        <source>Clear {cache}</source>
        <translation>Leeren: {cache}</translation>
    </message>
    <message>
        <source>clearing…</source>
        <translation>wird geleert…</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Choose audio files to review.</source>
        <translation>Audiodateien zum Prüfen auswählen.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Choose a folder; every audio file below it is added.</source>
        <translation>Einen Ordner wählen; jede Audiodatei darin kommt dazu.</translation>
    </message>
    <message>
        <source>Save review…</source>
        <translation>Prüfung speichern…</translation>
    </message>
    <message>
        <source>Write the open job with its verdicts into one .relay file to hand on. Your own work is saved already; this is a copy.</source>
        <translation>Den offenen Auftrag mit seinen Urteilen in eine .relay-Datei schreiben, um ihn weiterzugeben. Ihre eigene Arbeit ist längst gespeichert; dies ist eine Kopie.</translation>
    </message>
    <message>
        <source>Save review with audio…</source>
        <translation>Prüfung mit Audio speichern…</translation>
    </message>
    <message>
        <source>The same, with the recordings in it, for somebody who does not have them.</source>
        <translation>Dasselbe mit den Aufnahmen darin, für jemanden, der sie nicht hat.</translation>
    </message>
    <message>
        <source>Import markers…</source>
        <translation>Marker importieren…</translation>
    </message>
    <message>
        <source>Read markers of other programs (Audacity, REAPER, Praat and more) or an export of ours, see what would happen, then take it over.</source>
        <translation>Marker anderer Programme (Audacity, REAPER, Praat und weitere) oder einen eigenen Export lesen, ansehen, was geschähe, und dann übernehmen.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write detections and verdicts as markers, tables, reports or clips, for other programs and people.</source>
        <translation>Treffer und Urteile als Marker, Tabellen, Berichte oder Clips schreiben, für andere Programme und Menschen.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Take the chosen files off this list. The files on the disk stay as they are.</source>
        <translation>Die gewählten Dateien von dieser Liste nehmen. Die Dateien auf der Platte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Try the file again</source>
        <translation>Datei erneut versuchen</translation>
    </message>
    <message>
        <source>Send the chosen files through detection again.</source>
        <translation>Die gewählten Dateien noch einmal durch die Erkennung schicken.</translation>
    </message>
    <message>
        <source>Stop sending the file</source>
        <translation>Senden der Datei abbrechen</translation>
    </message>
    <message>
        <source>Stop the upload of the chosen files; the others go on.</source>
        <translation>Den Upload der gewählten Dateien abbrechen; die anderen laufen weiter.</translation>
    </message>
    <message>
        <source>Locate the file…</source>
        <translation>Datei suchen…</translation>
    </message>
    <message>
        <source>Say where a missing file lies now.</source>
        <translation>Angeben, wo eine fehlende Datei jetzt liegt.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window. Jobs and results are kept.</source>
        <translation>Das Fenster schließen. Aufträge und Ergebnisse bleiben erhalten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change.</source>
        <translation>Die letzte Änderung zurücknehmen.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back.</source>
        <translation>Das Zurückgenommene wieder tun.</translation>
    </message>
    <message>
        <source>Reset tuning</source>
        <translation>Abstimmung zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own values for all three sliders and every type.</source>
        <translation>Zurück zu den Werten des Modells für alle drei Regler und jeden Typ.</translation>
    </message>
    <message>
        <source>Show every type</source>
        <translation>Alle Typen zeigen</translation>
    </message>
    <message>
        <source>Make all hidden types visible again.</source>
        <translation>Alle ausgeblendeten Typen wieder zeigen.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Defaults, appearance, shortcuts, caches, privacy. What is changed applies at once.</source>
        <translation>Vorgaben, Aussehen, Tastenkürzel, Zwischenspeicher, Datenschutz. Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>See a shorter stretch.</source>
        <translation>Einen kürzeren Abschnitt sehen.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>See a longer stretch.</source>
        <translation>Einen längeren Abschnitt sehen.</translation>
    </message>
    <message>
        <source>Zoom to the selected detection</source>
        <translation>Auf den gewählten Treffer zoomen</translation>
    </message>
    <message>
        <source>Fill the view with the selected detection and a little of what is around it.</source>
        <translation>Die Ansicht mit dem gewählten Treffer und etwas Umgebung füllen.</translation>
    </message>
    <message>
        <source>Show the whole file</source>
        <translation>Ganze Datei zeigen</translation>
    </message>
    <message>
        <source>Fit the whole file into the view.</source>
        <translation>Die ganze Datei in die Ansicht einpassen.</translation>
    </message>
    <message>
        <source>Zoom to the selected stretch</source>
        <translation>Auf den gewählten Bereich zoomen</translation>
    </message>
    <message>
        <source>Fill the view with the stretch that was selected by dragging.</source>
        <translation>Die Ansicht mit dem Bereich füllen, der durch Ziehen gewählt wurde.</translation>
    </message>
    <message>
        <source>Stretch begins here</source>
        <translation>Bereich beginnt hier</translation>
    </message>
    <message>
        <source>Let the selected stretch begin at the playhead, as dragging over the sound does.</source>
        <translation>Den gewählten Bereich an der Abspielposition beginnen lassen, wie beim Ziehen über den Ton.</translation>
    </message>
    <message>
        <source>Stretch ends here</source>
        <translation>Bereich endet hier</translation>
    </message>
    <message>
        <source>Let the selected stretch end at the playhead.</source>
        <translation>Den gewählten Bereich an der Abspielposition enden lassen.</translation>
    </message>
    <message>
        <source>View before this one</source>
        <translation>Vorige Ansicht</translation>
    </message>
    <message>
        <source>Go back to the view before the last zoom.</source>
        <translation>Zurück zur Ansicht vor dem letzten Zoom.</translation>
    </message>
    <message>
        <source>View after this one</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>Go forward again after going back.</source>
        <translation>Nach dem Zurückgehen wieder vorwärts.</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Move the view a little earlier.</source>
        <translation>Die Ansicht ein wenig nach vorn schieben.</translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation>Weiterrollen</translation>
    </message>
    <message>
        <source>Move the view a little later.</source>
        <translation>Die Ansicht ein wenig nach hinten schieben.</translation>
    </message>
    <message>
        <source>One view back</source>
        <translation>Eine Ansicht zurück</translation>
    </message>
    <message>
        <source>Move the view by its whole width, earlier.</source>
        <translation>Die Ansicht um ihre ganze Breite nach vorn schieben.</translation>
    </message>
    <message>
        <source>One view on</source>
        <translation>Eine Ansicht weiter</translation>
    </message>
    <message>
        <source>Move the view by its whole width, later.</source>
        <translation>Die Ansicht um ihre ganze Breite nach hinten schieben.</translation>
    </message>
    <message>
        <source>View the start</source>
        <translation>Anfang zeigen</translation>
    </message>
    <message>
        <source>Scroll to the start of the file.</source>
        <translation>Zum Anfang der Datei rollen.</translation>
    </message>
    <message>
        <source>View the end</source>
        <translation>Ende zeigen</translation>
    </message>
    <message>
        <source>Scroll to the end of the file.</source>
        <translation>Zum Ende der Datei rollen.</translation>
    </message>
    <message>
        <source>Taller waveform</source>
        <translation>Höhere Wellenform</translation>
    </message>
    <message>
        <source>Make quiet sound visible: the waveform is drawn higher. What is heard stays the same.</source>
        <translation>Leises sichtbar machen: Die Wellenform wird höher gezeichnet. Was zu hören ist, bleibt gleich.</translation>
    </message>
    <message>
        <source>Lower waveform</source>
        <translation>Niedrigere Wellenform</translation>
    </message>
    <message>
        <source>Draw the waveform less high.</source>
        <translation>Die Wellenform weniger hoch zeichnen.</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Show frequencies under the waveform.</source>
        <translation>Frequenzen unter der Wellenform zeigen.</translation>
    </message>
    <message>
        <source>Waveform, spectrogram, or both</source>
        <translation>Wellenform, Spektrogramm oder beides</translation>
    </message>
    <message>
        <source>Both, the waveform alone, the spectrogram alone, round and round.</source>
        <translation>Beides, nur die Wellenform, nur das Spektrogramm, reihum.</translation>
    </message>
    <message>
        <source>View options…</source>
        <translation>Ansichtsoptionen…</translation>
    </message>
    <message>
        <source>Size and window of the transform, colours, levels, frequency scale, channels, units.</source>
        <translation>Größe und Fenster der Transformation, Farben, Pegel, Frequenzskala, Kanäle, Einheiten.</translation>
    </message>
    <message>
        <source>Waveform in decibels</source>
        <translation>Wellenform in Dezibel</translation>
    </message>
    <message>
        <source>Draw the waveform&apos;s height in decibels, so that quiet faults can be seen beside loud sound.</source>
        <translation>Die Höhe der Wellenform in Dezibel zeichnen, damit leise Fehler neben lautem Ton zu sehen sind.</translation>
    </message>
    <message>
        <source>Fit the waveform&apos;s height</source>
        <translation>Höhe der Wellenform anpassen</translation>
    </message>
    <message>
        <source>Draw the file&apos;s loudest sample at full height. What is heard stays the same.</source>
        <translation>Den lautesten Abtastwert der Datei in voller Höhe zeichnen. Was zu hören ist, bleibt gleich.</translation>
    </message>
    <message>
        <source>Click view</source>
        <translation>Knackser-Ansicht</translation>
    </message>
    <message>
        <source>Draw sudden changes in place of the waveform: a click of one sample stands out at any zoom.</source>
        <translation>Plötzliche Änderungen statt der Wellenform zeichnen: Ein Knackser von einem Abtastwert fällt bei jedem Zoom auf.</translation>
    </message>
    <message>
        <source>Next channels</source>
        <translation>Nächste Kanäle</translation>
    </message>
    <message>
        <source>Files of more than eight channels: show the next eight, after the last ones the first again.</source>
        <translation>Dateien mit mehr als acht Kanälen: die nächsten acht zeigen, nach den letzten wieder die ersten.</translation>
    </message>
    <message>
        <source>Previous channels</source>
        <translation>Vorige Kanäle</translation>
    </message>
    <message>
        <source>Files of more than eight channels: show the eight before.</source>
        <translation>Dateien mit mehr als acht Kanälen: die acht davor zeigen.</translation>
    </message>
    <message>
        <source>Candidates that the rules hide</source>
        <translation>Kandidaten, die die Regeln ausblenden</translation>
    </message>
    <message>
        <source>Show faintly, in the lanes, what threshold and minimum duration keep out.</source>
        <translation>In den Spuren blass zeigen, was Schwellwert und Mindestdauer fernhalten.</translation>
    </message>
    <message>
        <source>Score of the model</source>
        <translation>Bewertung des Modells</translation>
    </message>
    <message>
        <source>Show under the lanes how sure the model was at every moment, with the threshold on it.</source>
        <translation>Unter den Spuren zeigen, wie sicher das Modell in jedem Augenblick war, mit dem Schwellwert darauf.</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Einrasten</translation>
    </message>
    <message>
        <source>Dragged ends stick to detections, the playhead and the ruler&apos;s lines where these are near.</source>
        <translation>Gezogene Enden haften an Treffern, an der Abspielposition und an den Linien des Zeitlineals, wenn diese nahe sind.</translation>
    </message>
    <message>
        <source>Next unit of the ruler</source>
        <translation>Nächste Einheit des Zeitlineals</translation>
    </message>
    <message>
        <source>Count in h:m:s, seconds, samples, timecode 24, 25, 29.97 drop or 30.</source>
        <translation>In h:m:s, Sekunden, Abtastwerten, Timecode 24, 25, 29,97 Drop oder 30 zählen.</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Give the keyboard to the next part: jobs, files, timeline, detections, tuning.</source>
        <translation>Die Tastatur dem nächsten Teil geben: Aufträge, Dateien, Zeitleiste, Treffer, Abstimmung.</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Give the keyboard to the previous part.</source>
        <translation>Die Tastatur dem vorigen Teil geben.</translation>
    </message>
    <message>
        <source>Jobs and files</source>
        <translation>Aufträge und Dateien</translation>
    </message>
    <message>
        <source>Show or hide the left side.</source>
        <translation>Die linke Seite zeigen oder ausblenden.</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>Show or hide the right side.</source>
        <translation>Die rechte Seite zeigen oder ausblenden.</translation>
    </message>
    <message>
        <source>Table of detections</source>
        <translation>Trefferliste</translation>
    </message>
    <message>
        <source>Show or hide the table under the timeline.</source>
        <translation>Die Tabelle unter der Zeitleiste zeigen oder ausblenden.</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Play from the playhead, or pause. With a stretch selected: play that stretch.</source>
        <translation>Ab der Abspielposition wiedergeben oder anhalten. Mit gewähltem Bereich: diesen wiedergeben.</translation>
    </message>
    <message>
        <source>Play the selected detection</source>
        <translation>Gewählten Treffer abspielen</translation>
    </message>
    <message>
        <source>Play the selected detection with a little before and after it, from the beginning each time.</source>
        <translation>Den gewählten Treffer mit etwas davor und danach abspielen, jedes Mal von vorn.</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Play the same stretch again and again.</source>
        <translation>Denselben Abschnitt immer wieder abspielen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop playing. Pressed again: let go of the selected stretch.</source>
        <translation>Die Wiedergabe anhalten. Noch einmal gedrückt: den gewählten Bereich loslassen.</translation>
    </message>
    <message>
        <source>Play all shown detections in a row</source>
        <translation>Alle gezeigten Treffer hintereinander abspielen</translation>
    </message>
    <message>
        <source>Play every shown detection from the selected one on, and nothing of what lies between them.</source>
        <translation>Jeden gezeigten Treffer ab dem gewählten abspielen und nichts von dem, was dazwischen liegt.</translation>
    </message>
    <message>
        <source>Play a detection when it is selected</source>
        <translation>Treffer beim Auswählen abspielen</translation>
    </message>
    <message>
        <source>Hear each detection as soon as you come to it, also after a verdict.</source>
        <translation>Jeden Treffer hören, sobald Sie zu ihm kommen, auch nach einem Urteil.</translation>
    </message>
    <message>
        <source>Return to where playing began</source>
        <translation>An den Anfang der Wiedergabe zurück</translation>
    </message>
    <message>
        <source>After stopping, the playhead goes back to where it was; off: it stays where you stopped.</source>
        <translation>Nach dem Anhalten springt die Abspielposition dorthin zurück, wo sie war; aus: sie bleibt, wo Sie angehalten haben.</translation>
    </message>
    <message>
        <source>View follows the playhead</source>
        <translation>Ansicht folgt der Abspielposition</translation>
    </message>
    <message>
        <source>Scroll on when the playhead runs out of the view.</source>
        <translation>Weiterrollen, wenn die Abspielposition aus der Ansicht läuft.</translation>
    </message>
    <message>
        <source>Hear it bridged</source>
        <translation>Überbrückt hören</translation>
    </message>
    <message>
        <source>The selected detection is replaced by what its surroundings suggest, to hear whether it is what disturbs.</source>
        <translation>Der gewählte Treffer wird durch das ersetzt, was seine Umgebung nahelegt, um zu hören, ob er es ist, der stört.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Hear a clean neighbour</source>
        <translation>Saubere Nachbarstelle hören</translation>
    </message>
    <message>
        <source>As much sound from nearby without any detection, to compare with.</source>
        <translation>Gleich viel Ton aus der Nähe ohne Treffer, zum Vergleich.</translation>
    </message>
    <message>
        <source>Hear the other file</source>
        <translation>Andere Datei hören</translation>
    </message>
    <message>
        <source>Switch to the file you compare with, at the same place, and back.</source>
        <translation>Zur Vergleichsdatei wechseln, an dieselbe Stelle, und zurück.</translation>
    </message>
    <message>
        <source>Compare with another file…</source>
        <translation>Mit anderer Datei vergleichen…</translation>
    </message>
    <message>
        <source>Choose another file or version, to switch between the two while listening.</source>
        <translation>Eine andere Datei oder Fassung wählen, um beim Hören zwischen beiden zu wechseln.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Half, a quarter, a tenth of the speed.</source>
        <translation>Halbe, viertel, zehntel Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Speed and help for the ear</source>
        <translation>Geschwindigkeit und Hörhilfen</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Back towards full speed.</source>
        <translation>Zurück in Richtung voller Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Keep the pitch when slow</source>
        <translation>Tonhöhe bei Zeitlupe halten</translation>
    </message>
    <message>
        <source>Slow sound stays as high as it was. Off: lower, like a slow tape, and clicks stay clicks.</source>
        <translation>Langsamer Ton bleibt so hoch, wie er war. Aus: tiefer, wie ein langsames Band, und Knackser bleiben Knackser.</translation>
    </message>
    <message>
        <source>Louder for the ear</source>
        <translation>Lauter abhören</translation>
    </message>
    <message>
        <source>3 dB louder, up to 40; a soft limiter keeps it below full scale. The file stays as it is.</source>
        <translation>3 dB lauter, bis 40; ein weicher Begrenzer hält es unter Vollaussteuerung. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Quieter for the ear</source>
        <translation>Leiser abhören</translation>
    </message>
    <message>
        <source>3 dB quieter. The file stays as it is.</source>
        <translation>3 dB leiser. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Next choice of channels</source>
        <translation>Nächste Kanalauswahl</translation>
    </message>
    <message>
        <source>All channels, mono, mid, side, then each one alone.</source>
        <translation>Alle Kanäle, Mono, Mitte, Seite, dann jeder einzeln.</translation>
    </message>
    <message>
        <source>Hear it as it is</source>
        <translation>Unverändert hören</translation>
    </message>
    <message>
        <source>No gain, all channels, all frequencies, full speed.</source>
        <translation>Keine Verstärkung, alle Kanäle, alle Frequenzen, volle Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Shuttle back</source>
        <translation>Shuttle rückwärts</translation>
    </message>
    <message>
        <source>Play backwards; each further press twice as fast.</source>
        <translation>Rückwärts abspielen; jeder weitere Druck doppelt so schnell.</translation>
    </message>
    <message>
        <source>Move the playhead</source>
        <translation>Abspielposition bewegen</translation>
    </message>
    <message>
        <source>Shuttle stop</source>
        <translation>Shuttle anhalten</translation>
    </message>
    <message>
        <source>Stop shuttling.</source>
        <translation>Das Shuttle anhalten.</translation>
    </message>
    <message>
        <source>Shuttle on</source>
        <translation>Shuttle vorwärts</translation>
    </message>
    <message>
        <source>Play on; each further press twice as fast. The key L alone is the loop; the settings can swap them.</source>
        <translation>Vorwärts abspielen; jeder weitere Druck doppelt so schnell. Die Taste L allein ist die Schleife; in den Einstellungen lässt sich das tauschen.</translation>
    </message>
    <message>
        <source>Back one second</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>Move the playhead one second earlier.</source>
        <translation>Die Abspielposition eine Sekunde nach vorn setzen.</translation>
    </message>
    <message>
        <source>On one second</source>
        <translation>Eine Sekunde weiter</translation>
    </message>
    <message>
        <source>Move the playhead one second later.</source>
        <translation>Die Abspielposition eine Sekunde nach hinten setzen.</translation>
    </message>
    <message>
        <source>Nudge back</source>
        <translation>Ein wenig zurück</translation>
    </message>
    <message>
        <source>Move the playhead a hundredth of a second earlier.</source>
        <translation>Die Abspielposition eine Hundertstelsekunde nach vorn setzen.</translation>
    </message>
    <message>
        <source>Nudge on</source>
        <translation>Ein wenig weiter</translation>
    </message>
    <message>
        <source>Move the playhead a hundredth of a second later.</source>
        <translation>Die Abspielposition eine Hundertstelsekunde nach hinten setzen.</translation>
    </message>
    <message>
        <source>To the start of the file</source>
        <translation>An den Anfang der Datei</translation>
    </message>
    <message>
        <source>Put the playhead at the start.</source>
        <translation>Die Abspielposition an den Anfang setzen.</translation>
    </message>
    <message>
        <source>To the end of the file</source>
        <translation>Ans Ende der Datei</translation>
    </message>
    <message>
        <source>Put the playhead at the end.</source>
        <translation>Die Abspielposition ans Ende setzen.</translation>
    </message>
    <message>
        <source>Next detection</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Select the next shown detection; after the last one, the first of the next file.</source>
        <translation>Den nächsten gezeigten Treffer wählen; nach dem letzten den ersten der nächsten Datei.</translation>
    </message>
    <message>
        <source>Previous detection</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Select the shown detection before this one; before the first, the last of the file before.</source>
        <translation>Den gezeigten Treffer davor wählen; vor dem ersten den letzten der vorigen Datei.</translation>
    </message>
    <message>
        <source>Next without a verdict</source>
        <translation>Nächster ohne Urteil</translation>
    </message>
    <message>
        <source>Select the next shown detection that still needs a verdict, in the order of the queue.</source>
        <translation>Den nächsten gezeigten Treffer wählen, der noch ein Urteil braucht, in der Reihenfolge der Prüffolge.</translation>
    </message>
    <message>
        <source>Next of the same type</source>
        <translation>Nächster desselben Typs</translation>
    </message>
    <message>
        <source>Select the next shown detection of the selected one&apos;s type.</source>
        <translation>Den nächsten gezeigten Treffer vom Typ des gewählten wählen.</translation>
    </message>
    <message>
        <source>Previous of the same type</source>
        <translation>Voriger desselben Typs</translation>
    </message>
    <message>
        <source>Select the shown detection of the selected one&apos;s type before it.</source>
        <translation>Den gezeigten Treffer vom Typ des gewählten davor wählen.</translation>
    </message>
    <message>
        <source>It is an artifact</source>
        <translation>Es ist ein Artefakt</translation>
    </message>
    <message>
        <source>Judge the selected detections: this is an artifact. Saved at once.</source>
        <translation>Die gewählten Treffer beurteilen: Das ist ein Artefakt. Sofort gespeichert.</translation>
    </message>
    <message>
        <source>It is not an artifact</source>
        <translation>Es ist kein Artefakt</translation>
    </message>
    <message>
        <source>Judge the selected detections: nothing is wrong here. Saved at once.</source>
        <translation>Die gewählten Treffer beurteilen: Hier ist alles in Ordnung. Sofort gespeichert.</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Judge the selected detections: somebody else should decide. Saved at once.</source>
        <translation>Die gewählten Treffer beurteilen: Jemand anders soll entscheiden. Sofort gespeichert.</translation>
    </message>
    <message>
        <source>This and all less confident of its type: artifacts</source>
        <translation>Diesen und alle unsichereren seines Typs: Artefakte</translation>
    </message>
    <message>
        <source>Judge the selected detection and every one of its type that the model is less sure of and that has no verdict yet: artifacts. One undo takes it back.</source>
        <translation>Den gewählten Treffer und jeden seines Typs beurteilen, bei dem das Modell weniger sicher ist und der noch kein Urteil hat: Artefakte. Einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>This and all less confident of its type: not artifacts</source>
        <translation>Diesen und alle unsichereren seines Typs: keine Artefakte</translation>
    </message>
    <message>
        <source>The same, but nothing is wrong there.</source>
        <translation>Dasselbe, aber dort ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>This and all less confident of its type: unsure</source>
        <translation>Diesen und alle unsichereren seines Typs: unsicher</translation>
    </message>
    <message>
        <source>The same, but somebody else should decide.</source>
        <translation>Dasselbe, aber jemand anders soll entscheiden.</translation>
    </message>
    <message>
        <source>All shown without a verdict: artifacts</source>
        <translation>Alle gezeigten ohne Urteil: Artefakte</translation>
    </message>
    <message>
        <source>Judge every detection of the table that has no verdict yet: artifacts. One undo takes it back.</source>
        <translation>Jeden Treffer der Tabelle beurteilen, der noch kein Urteil hat: Artefakte. Einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>All shown without a verdict: not artifacts</source>
        <translation>Alle gezeigten ohne Urteil: keine Artefakte</translation>
    </message>
    <message>
        <source>All shown without a verdict: unsure</source>
        <translation>Alle gezeigten ohne Urteil: unsicher</translation>
    </message>
    <message>
        <source>Mark the file as reviewed, or not</source>
        <translation>Datei als geprüft markieren oder nicht</translation>
    </message>
    <message>
        <source>Say that the file needs no further look: the queue leaves it out and its row says so.</source>
        <translation>Festhalten, dass die Datei keinen weiteren Blick braucht: Die Prüffolge lässt sie aus, und ihre Zeile sagt es.</translation>
    </message>
    <message>
        <source>Compare reviewers…</source>
        <translation>Prüfer vergleichen…</translation>
    </message>
    <message>
        <source>How far two people who judged this job agree, and what they do not agree on.</source>
        <translation>Wie weit zwei Personen, die diesen Auftrag beurteilt haben, übereinstimmen und worin nicht.</translation>
    </message>
    <message>
        <source>Compare with another run…</source>
        <translation>Mit anderem Durchlauf vergleichen…</translation>
    </message>
    <message>
        <source>What another model, setting or version found on the same audio; carry its verdicts over.</source>
        <translation>Was ein anderes Modell, eine andere Einstellung oder Version im selben Ton gefunden hat; seine Urteile übernehmen.</translation>
    </message>
    <message>
        <source>Find in notes</source>
        <translation>In Notizen suchen</translation>
    </message>
    <message>
        <source>Show only detections whose note contains a text.</source>
        <translation>Nur Treffer zeigen, deren Notiz einen Text enthält.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Show again everything that the rules leave.</source>
        <translation>Wieder alles zeigen, was die Regeln übrig lassen.</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Nächste Datei</translation>
    </message>
    <message>
        <source>Open the next file of the list.</source>
        <translation>Die nächste Datei der Liste öffnen.</translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation>Vorige Datei</translation>
    </message>
    <message>
        <source>Open the file before this one.</source>
        <translation>Die Datei davor öffnen.</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Let go of the selected detection.</source>
        <translation>Den gewählten Treffer loslassen.</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Gewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected detections as a table (tabs between the columns).</source>
        <translation>Die gewählten Treffer als Tabelle kopieren (Tabulatoren zwischen den Spalten).</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Früher beginnen</translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s start earlier, by a pixel or a millisecond. The model&apos;s own stays kept.</source>
        <translation>Den Beginn des gewählten Treffers nach vorn schieben, um einen Bildpunkt oder eine Millisekunde. Der des Modells bleibt erhalten.</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Später beginnen</translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s start later, by a pixel or a millisecond.</source>
        <translation>Den Beginn des gewählten Treffers nach hinten schieben, um einen Bildpunkt oder eine Millisekunde.</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Früher enden</translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s end earlier, by a pixel or a millisecond.</source>
        <translation>Das Ende des gewählten Treffers nach vorn schieben, um einen Bildpunkt oder eine Millisekunde.</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Später enden</translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s end later, by a pixel or a millisecond.</source>
        <translation>Das Ende des gewählten Treffers nach hinten schieben, um einen Bildpunkt oder eine Millisekunde.</translation>
    </message>
    <message>
        <source>Remove what was made by hand</source>
        <translation>Von Hand Gesetztes entfernen</translation>
    </message>
    <message>
        <source>Take the selected hand-made detection away; what it stood for is shown again.</source>
        <translation>Den gewählten von Hand gesetzten Treffer entfernen; wofür er stand, wird wieder gezeigt.</translation>
    </message>
    <message>
        <source>Mark the stretch as the first type</source>
        <translation>Bereich als ersten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the first lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der ersten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the second type</source>
        <translation>Bereich als zweiten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the second lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der zweiten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the third type</source>
        <translation>Bereich als dritten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the third lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der dritten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the fourth type</source>
        <translation>Bereich als vierten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the fourth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der vierten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the fifth type</source>
        <translation>Bereich als fünften Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the fifth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der fünften Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the sixth type</source>
        <translation>Bereich als sechsten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the sixth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der sechsten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the seventh type</source>
        <translation>Bereich als siebten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the seventh lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der siebten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the eighth type</source>
        <translation>Bereich als achten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the eighth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der achten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Mark the stretch as the ninth type</source>
        <translation>Bereich als neunten Typ markieren</translation>
    </message>
    <message>
        <source>Add a detection of the ninth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation>Über dem durch Ziehen gewählten Bereich einen Treffer vom Typ der neunten Spur hinzufügen.</translation>
    </message>
    <message>
        <source>Run detection</source>
        <translation>Erkennung starten</translation>
    </message>
    <message>
        <source>Listen to every file of the list with the chosen model, on this computer.</source>
        <translation>Jede Datei der Liste mit dem gewählten Modell auf diesem Computer abhören lassen.</translation>
    </message>
    <message>
        <source>New job…</source>
        <translation>Neuer Auftrag…</translation>
    </message>
    <message>
        <source>Choose where a job runs, with which model and on which files, or begin with an empty list.</source>
        <translation>Wählen, wo ein Auftrag läuft, mit welchem Modell und mit welchen Dateien, oder mit leerer Liste beginnen.</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Stop the job that is open. What is finished is kept.</source>
        <translation>Den offenen Auftrag anhalten. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Try failed files again</source>
        <translation>Fehlgeschlagene Dateien erneut versuchen</translation>
    </message>
    <message>
        <source>Send the failed files of the open job through detection again.</source>
        <translation>Die fehlgeschlagenen Dateien des offenen Auftrags noch einmal durch die Erkennung schicken.</translation>
    </message>
    <message>
        <source>Forget the job…</source>
        <translation>Auftrag vergessen…</translation>
    </message>
    <message>
        <source>Take the job and its results off this computer&apos;s list. Your audio files are not touched.</source>
        <translation>Den Auftrag und seine Ergebnisse von der Liste dieses Computers nehmen. Ihre Audiodateien bleiben unberührt.</translation>
    </message>
    <message>
        <source>Run again raw</source>
        <translation>Erneut als Roherfassung</translation>
    </message>
    <message>
        <source>Run the open job&apos;s files again as a job that keeps everything, so that every setting is exact.</source>
        <translation>Die Dateien des offenen Auftrags noch einmal als Auftrag laufen lassen, der alles behält, damit jede Einstellung genau ist.</translation>
    </message>
    <message>
        <source>Download the recordings</source>
        <translation>Aufnahmen herunterladen</translation>
    </message>
    <message>
        <source>Fetch the recordings of the open job from its server, to see and hear them here.</source>
        <translation>Die Aufnahmen des offenen Auftrags von seinem Server holen, um sie hier zu sehen und zu hören.</translation>
    </message>
    <message>
        <source>Look for the recordings in a folder…</source>
        <translation>Aufnahmen in einem Ordner suchen…</translation>
    </message>
    <message>
        <source>Find the recordings of the open job on this computer, by name, size and content.</source>
        <translation>Die Aufnahmen des offenen Auftrags auf diesem Computer finden, nach Name, Größe und Inhalt.</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>Ordner überwachen…</translation>
    </message>
    <message>
        <source>Detect in every recording that appears in a folder, here or on a server.</source>
        <translation>In jeder Aufnahme erkennen, die in einem Ordner erscheint, hier oder auf einem Server.</translation>
    </message>
    <message>
        <source>Refresh the list of jobs</source>
        <translation>Liste der Aufträge auffrischen</translation>
    </message>
    <message>
        <source>Ask this computer and the servers for their jobs again.</source>
        <translation>Diesen Computer und die Server noch einmal nach ihren Aufträgen fragen.</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Konten…</translation>
    </message>
    <message>
        <source>Servers on which jobs can run, and their keys.</source>
        <translation>Server, auf denen Aufträge laufen können, und ihre Schlüssel.</translation>
    </message>
    <message>
        <source>About the model…</source>
        <translation>Über das Modell…</translation>
    </message>
    <message>
        <source>What the chosen model was trained on, how well it hears, its licence.</source>
        <translation>Womit das gewählte Modell trainiert wurde, wie gut es hört, seine Lizenz.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What each slider does, formats, keys, services.</source>
        <translation>Was jeder Regler tut, Formate, Tasten, Dienste.</translation>
    </message>
    <message>
        <source>Show the tour</source>
        <translation>Rundgang zeigen</translation>
    </message>
    <message>
        <source>The short tour of the first start.</source>
        <translation>Der kurze Rundgang des ersten Starts.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>This sheet.</source>
        <translation>Diese Übersicht.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Open the folder with the program&apos;s log file.</source>
        <translation>Den Ordner mit der Protokolldatei des Programms öffnen.</translation>
    </message>
    <message>
        <source>About Relay Desktop</source>
        <translation>Über Relay Desktop</translation>
    </message>
    <message>
        <source>Versions, device, licences, and diagnostics to copy.</source>
        <translation>Versionen, Gerät, Lizenzen und Diagnose zum Kopieren.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation>In der Zeitleiste</translation>
    </message>
    <message>
        <source>In the table of detections</source>
        <translation>In der Trefferliste</translation>
    </message>
    <message>
        <source>In the list of files</source>
        <translation>In der Liste der Dateien</translation>
    </message>
    <message>
        <source>In the list of jobs</source>
        <translation>In der Liste der Aufträge</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare with another run</source>
        <translation>Mit anderem Durchlauf vergleichen</translation>
    </message>
    <message>
        <source>Carry its verdicts over</source>
        <translation>Seine Urteile übernehmen</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>Alle Unterschiede</translation>
    </message>
    <message>
        <source>No other job has results that are kept here. Open that job once, then compare again.</source>
        <translation>Kein anderer Auftrag hat hier Ergebnisse. Öffnen Sie jenen Auftrag einmal, dann vergleichen Sie noch einmal.</translation>
    </message>
    <message>
        <source>No verdict of the other run fits a detection here that is still open.</source>
        <translation>Kein Urteil des anderen Durchlaufs passt hier auf einen noch offenen Treffer.</translation>
    </message>
</context>
<context>
    <name>ConfidenceHistogram</name>
    <message>
        <source>Histogram of confidences</source>
        <translation>Verteilung der Konfidenzen</translation>
    </message>
</context>
<context>
    <name>DetectionTable</name>
    <message>
        <source>Detections of the file</source>
        <translation>Treffer der Datei</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>DisplayPanel</name>
    <message>
        <source>View options</source>
        <translation>Ansichtsoptionen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Decibels</source>
        <translation>Dezibel</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Fit the file&apos;s loudest sample</source>
        <translation>An lautesten Wert der Datei anpassen</translation>
    </message>
    <message>
        <source>Click view</source>
        <translation>Knackser-Ansicht</translation>
    </message>
    <message>
        <source>SPECTROGRAM</source>
        <translation>SPEKTROGRAMM</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation>Frequenzen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Darkest at</source>
        <translation>Dunkelste bei</translation>
    </message>
    <message>
        <source>Brightest at</source>
        <translation>Hellste bei</translation>
    </message>
    <message>
        <source>DETECTIONS AND RULER</source>
        <translation>TREFFER UND ZEITLINEAL</translation>
    </message>
    <message>
        <source>Candidates that the rules hide</source>
        <translation>Kandidaten, die die Regeln ausblenden</translation>
    </message>
    <message>
        <source>Score of the model</source>
        <translation>Bewertung des Modells</translation>
    </message>
    <message>
        <source>Snap dragged ends</source>
        <translation>Gezogene Enden einrasten</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Zeitlineal</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>All {}</source>
        <translation>Alle {}</translation>
    </message>
</context>
<context>
    <name>EarPanel</name>
    <message>
        <source>Only from</source>
        <translation>Nur ab</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Hear it as it is</source>
        <translation>Unverändert hören</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Gain, exact value</source>
        <translation>Verstärkung, genauer Wert</translation>
    </message>
    <message>
        <source>Louder for the ear; a soft limiter keeps it below full scale. The file stays as it is.</source>
        <translation>Lauter abhören; ein weicher Begrenzer hält es unter Vollaussteuerung. Die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Only a band of frequencies</source>
        <translation>Nur ein Frequenzband</translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation>Tiefste Frequenz</translation>
    </message>
    <message>
        <source>Highest frequency</source>
        <translation>Höchste Frequenz</translation>
    </message>
    <message>
        <source>Another file or version; it is heard at the same times as the one on the desk.</source>
        <translation>Eine andere Datei oder Fassung; sie ist an denselben Zeiten zu hören wie die offene.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Andere Datei</translation>
    </message>
    <message>
        <source>Another file: {name}</source>
        <translation>Andere Datei: {name}</translation>
    </message>
</context>
<context>
    <name>EmptyDesk</name>
    <message>
        <source>No file is open</source>
        <translation>Keine Datei ist offen</translation>
    </message>
    <message>
        <source>Drop audio here</source>
        <translation>Audio hier ablegen</translation>
    </message>
    <message>
        <source>Files or whole folders: WAV, RF64, AIFF, FLAC, OGG, Opus, MP3</source>
        <translation>Dateien oder ganze Ordner: WAV, RF64, AIFF, FLAC, OGG, Opus, MP3</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence for thresholds</source>
        <translation>Belege für Schwellwerte</translation>
    </message>
    <message>
        <source>Precision by threshold</source>
        <translation>Präzision nach Schwellwert</translation>
    </message>
    <message>
        <source>Type the evidence is about</source>
        <translation>Typ, um den es geht</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>Als Tabelle speichern…</translation>
    </message>
    <message>
        <source>Open a file with detections first.</source>
        <translation>Öffnen Sie zuerst eine Datei mit Treffern.</translation>
    </message>
    <message>
        <source>Precision to reach</source>
        <translation>Angestrebte Präzision</translation>
    </message>
    <message>
        <source>Give the type this threshold</source>
        <translation>Dem Typ diesen Schwellwert geben</translation>
    </message>
    <message>
        <source>Give this type the proposed threshold as its own; the numbers are kept with the review.</source>
        <translation>Diesem Typ den vorgeschlagenen Schwellwert als eigenen geben; die Zahlen bleiben bei der Prüfung.</translation>
    </message>
    <message>
        <source>Save the evidence as a table</source>
        <translation>Die Belege als Tabelle speichern</translation>
    </message>
    <message>
        <source>Precision, recall and their intervals of every type at every threshold, as CSV.</source>
        <translation>Präzision, Recall und ihre Intervalle für jeden Typ und jeden Schwellwert, als CSV.</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export detections</source>
        <translation>Treffer exportieren</translation>
    </message>
    <message>
        <source>All recordings in one file</source>
        <translation>Alle Aufnahmen in eine Datei</translation>
    </message>
    <message>
        <source>click&lt;=5, dropout&lt;=0, hum&lt;=2/min, *&lt;=20</source>
        <translation>click&lt;=5, dropout&lt;=0, hum&lt;=2/min, *&lt;=20</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Replace files that are already there</source>
        <translation>Vorhandene Dateien ersetzen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Sound around</source>
        <translation>Ton ringsum</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Pass when</source>
        <translation>Bestanden, wenn</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation>Die ersten Zeilen</translation>
    </message>
</context>
<context>
    <name>FilePanel</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Filter files by name</source>
        <translation>Dateien nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Text in notes</source>
        <translation>Text in Notizen</translation>
    </message>
    <message>
        <source>In notes…</source>
        <translation>In Notizen…</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Die ganze Datei</translation>
    </message>
    <message>
        <source>Only the selected stretch</source>
        <translation>Nur der gewählte Bereich</translation>
    </message>
    <message>
        <source>Leave out the selected stretch</source>
        <translation>Gewählten Bereich auslassen</translation>
    </message>
    <message>
        <source>Hide what lies in stretches left out</source>
        <translation>Ausgelassene Bereiche ausblenden</translation>
    </message>
    <message>
        <source>Forget stretches left out</source>
        <translation>Ausgelassene Bereiche vergessen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>Severity, duration, time range, stretches left out.</source>
        <translation>Schweregrad, Dauer, Zeitraum, ausgelassene Bereiche.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Detect when files are opened</source>
        <translation>Beim Öffnen von Dateien erkennen</translation>
    </message>
    <message>
        <source>Off: files wait in their rows until you run the detection.</source>
        <translation>Aus: Dateien warten in ihren Zeilen, bis Sie die Erkennung starten.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Open what was open last</source>
        <translation>Zuletzt Geöffnetes wieder öffnen</translation>
    </message>
    <message>
        <source>The files, their tuning, the stretch in view and the selected detection.</source>
        <translation>Die Dateien, ihre Abstimmung, der sichtbare Abschnitt und der gewählte Treffer.</translation>
    </message>
    <message>
        <source>One window for all files</source>
        <translation>Ein Fenster für alle Dateien</translation>
    </message>
    <message>
        <source>Files opened from outside go to the window that is there, instead of a second one.</source>
        <translation>Von außen geöffnete Dateien kommen in das vorhandene Fenster statt in ein zweites.</translation>
    </message>
    <message>
        <source>Detection on this computer</source>
        <translation>Erkennung auf diesem Computer</translation>
    </message>
    <message>
        <source>The engine runs on</source>
        <translation>Die Erkennung läuft auf</translation>
    </message>
    <message>
        <source>If the chosen device is not there, the engine says so and uses the processor.</source>
        <translation>Fehlt das gewählte Gerät, sagt die Erkennung es und nimmt den Prozessor.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Text of the topic</source>
        <translation>Text des Themas</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import markers</source>
        <translation>Marker importieren</translation>
    </message>
    <message>
        <source>Take verdicts, severities and notes over</source>
        <translation>Urteile, Schweregrade und Notizen übernehmen</translation>
    </message>
    <message>
        <source>Add what lies on no detection as made by hand</source>
        <translation>Was auf keinem Treffer liegt, als von Hand gesetzt hinzufügen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Markers of</source>
        <translation>Marker von</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>In</translation>
    </message>
</context>
<context>
    <name>JobFilterRow</name>
    <message>
        <source>Filter jobs by words</source>
        <translation>Aufträge nach Wörtern filtern</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>Aufträge filtern</translation>
    </message>
    <message>
        <source>Words that stand in the name, the model, the server or the job&apos;s id</source>
        <translation>Wörter aus Name, Modell, Server oder Kennung des Auftrags</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Filter jobs by server, model and status</source>
        <translation>Aufträge nach Server, Modell und Zustand filtern</translation>
    </message>
    <message>
        <source>Show jobs of one server, one model or one status only</source>
        <translation>Nur Aufträge eines Servers, eines Modells oder eines Zustands zeigen</translation>
    </message>
    <message>
        <source>Refresh jobs</source>
        <translation>Aufträge auffrischen</translation>
    </message>
    <message>
        <source>Ask this computer and the servers for their jobs again (F5)</source>
        <translation>Diesen Computer und die Server noch einmal nach ihren Aufträgen fragen (F5)</translation>
    </message>
    <message>
        <source>{} set</source>
        <translation>{} gesetzt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>JobNotice</name>
    <message>
        <source>About this job</source>
        <translation>Über diesen Auftrag</translation>
    </message>
    <message>
        <source>approximate</source>
        <translation>ungefähr</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Link a local copy…</source>
        <translation>Lokale Kopie verknüpfen…</translation>
    </message>
    <message>
        <source>Look in a folder…</source>
        <translation>In einem Ordner suchen…</translation>
    </message>
    <message>
        <source>Run again raw</source>
        <translation>Erneut als Roherfassung</translation>
    </message>
    <message>
        <source>Fetch the recording from the server and keep it on this computer</source>
        <translation>Die Aufnahme vom Server holen und auf diesem Computer behalten</translation>
    </message>
    <message>
        <source>Choose the same recording on this computer; it is compared first</source>
        <translation>Dieselbe Aufnahme auf diesem Computer wählen; sie wird zuerst verglichen</translation>
    </message>
    <message>
        <source>Find the recordings of this whole job in a folder, by name, size and content</source>
        <translation>Die Aufnahmen dieses ganzen Auftrags in einem Ordner finden, nach Name, Größe und Inhalt</translation>
    </message>
    <message>
        <source>The same files as a new job that keeps everything, so that every setting can be shown exactly</source>
        <translation>Dieselben Dateien als neuer Auftrag, der alles behält, damit sich jede Einstellung genau zeigen lässt</translation>
    </message>
    <message>
        <source>The recording is on {}{}.</source>
        <translation>Die Aufnahme liegt auf {}{}.</translation>
    </message>
</context>
<context>
    <name>JobNotices</name>
    <message>
        <source>Tell me when a long job ends</source>
        <translation>Melden, wenn ein langer Auftrag endet</translation>
    </message>
    <message>
        <source>By a message of the system, while this window is not the active one.</source>
        <translation>Durch eine Nachricht des Systems, während dieses Fenster nicht das aktive ist.</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>+ New</source>
        <translation>+ Neu</translation>
    </message>
    <message>
        <source>Begin a new job: where it runs, with which model, on which files</source>
        <translation>Einen neuen Auftrag beginnen: wo er läuft, mit welchem Modell, mit welchen Dateien</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Auftrag</translation>
    </message>
</context>
<context>
    <name>LevelStrip</name>
    <message>
        <source>Level meters</source>
        <translation>Aussteuerungsanzeige</translation>
    </message>
    <message>
        <source>Peak and RMS of what is heard. Click to take back the held peak and the clip lights.</source>
        <translation>Spitze und RMS des Gehörten. Ein Klick löscht die gehaltene Spitze und die Übersteuerungslampen.</translation>
    </message>
    <message>
        <source>The sound was interrupted {count} times: this computer was too busy. A longer buffer (Settings, Sound) helps.</source>
        <translation>Der Ton ist {count}-mal ausgesetzt: Dieser Computer war zu beschäftigt. Ein größerer Puffer (Einstellungen, Ton) hilft.</translation>
    </message>
    <message>
        <source>{count} gap</source>
        <translation>{count} Aussetzer</translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation>{count} Aussetzer</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
</context>
<context>
    <name>Model cards</name>
    <message>
        <source>Finds clicks, buffer glitches, dropouts, clipping, distortion, noise bursts and mains hum in speech, music and effects at any sample rate. Runs on this computer.</source>
        <translation>Findet Knackser, Glitches aus Puffern, Aussetzer, Übersteuerung, Verzerrung, Rauschstöße und Netzbrumm in Sprache, Musik und Effekten bei jeder Abtastrate. Läuft auf diesem Rechner.</translation>
    </message>
    <message>
        <source>An impulsive click or pop of one to some hundred samples that is not part of the programme.</source>
        <translation>Ein Knacksen von einem bis zu einigen hundert Samples, das nicht zum Programm gehört.</translation>
    </message>
    <message>
        <source>A digital buffer fault: a repeated, skipped, stuttered, shuffled or stale piece, or a hard jump.</source>
        <translation>Ein digitaler Pufferfehler: ein wiederholtes, übersprungenes, stotterndes, vertauschtes oder altes Stück, oder ein harter Sprung.</translation>
    </message>
    <message>
        <source>The programme falls to silence, or nearly, for 2 ms to 1.5 s and comes back.</source>
        <translation>Das Programm fällt für 2 ms bis 1,5 s in Stille, oder beinahe, und kommt wieder.</translation>
    </message>
    <message>
        <source>Tops cut off, hard or soft, at any level: also what was clipped and turned down later.</source>
        <translation>Abgeschnittene Spitzen, hart oder weich, bei jedem Pegel: auch was übersteuert und danach leiser gemacht wurde.</translation>
    </message>
    <message>
        <source>Bit reduction, sample hold, aliasing, overflow, mush of a starved codec, robotic loss concealment.</source>
        <translation>Zu wenige Bits, gehaltene Samples, Aliasing, übergelaufene Zahlen, Matsch aus einem ausgehungerten Codec, blecherne Verdeckung verlorener Pakete.</translation>
    </message>
    <message>
        <source>A short burst of noise, static or radio interference over the programme.</source>
        <translation>Ein kurzer Stoß von Rauschen, Knistern oder Funkstörung über dem Programm.</translation>
    </message>
    <message>
        <source>Mains hum at 50 or 60 Hz with its harmonics over half a second or more.</source>
        <translation>Netzbrumm bei 50 oder 60 Hz mit seinen Obertönen, eine halbe Sekunde oder länger.</translation>
    </message>
    <message>
        <source>drums</source>
        <translation>Schlagzeug</translation>
    </message>
    <message>
        <source>music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>effects</source>
        <translation>Effekte</translation>
    </message>
    <message>
        <source>mixture</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>electronic</source>
        <translation>Elektronisches</translation>
    </message>
    <message>
        <source>Calibrated on pieces of the calibration and validation sources with thirteen hours of untouched programme, on noise alone and on faults that come over and over; what real decoders make of damage may be called glitch, distortion or noise burst there. How many false alarms each type may cost, what counts for a confidence and how far the network moved when it learned on was settled with the figures of both parts in view; nothing else was chosen by the test part. About half of the false alarms in its four hours of untouched programme are faults of the recordings themselves: mains hum, and loops of effects that do not close.</source>
        <translation>Eingestellt an Stücken der Quellen für Kalibrierung und Validierung mit dreizehn Stunden unberührten Programms, an bloßem Rauschen und an Fehlern, die immer wieder kommen; was echte Decoder aus Schäden machen, darf dort Glitch, Verzerrung oder Rauschstoß heißen. Wie viele Fehlalarme jeder Typ kosten darf, was für eine Konfidenz zählt und wie weit das Netz beim Weiterlernen ging, wurde mit den Zahlen beider Teile vor Augen festgelegt; sonst wurde nichts nach dem Testteil gewählt. Etwa die Hälfte der Fehlalarme in seinen vier Stunden unberührten Programms sind Fehler der Aufnahmen selbst: Netzbrummen und Schleifen von Effekten, die nicht schließen.</translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>About the model</source>
        <translation>Über das Modell</translation>
    </message>
    <message>
        <source>Measured quality</source>
        <translation>Gemessene Güte</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
</context>
<context>
    <name>NewJobDialog</name>
    <message>
        <source>New job</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>Where the job runs</source>
        <translation>Wo der Auftrag läuft</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Keep everything (raw capture)</source>
        <translation>Alles behalten (Roherfassung)</translation>
    </message>
    <message>
        <source>Raw capture</source>
        <translation>Roherfassung</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellwert</translation>
    </message>
    <message>
        <source>Merge window</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Minimum duration</source>
        <translation>Mindestdauer</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>DATEIEN</translation>
    </message>
    <message>
        <source>the id of a model on this server</source>
        <translation>die Kennung eines Modells auf diesem Server</translation>
    </message>
    <message>
        <source>Every slider can show every setting exactly afterwards.</source>
        <translation>Danach kann jeder Regler jede Einstellung genau zeigen.</translation>
    </message>
    <message>
        <source>What these settings leave out cannot be shown later; the job would have to run again.</source>
        <translation>Was diese Einstellungen auslassen, lässt sich später nicht zeigen; der Auftrag müsste noch einmal laufen.</translation>
    </message>
    <message>
        <source>Models of earlier jobs on this server are offered.</source>
        <translation>Modelle früherer Aufträge auf diesem Server stehen zur Wahl.</translation>
    </message>
    <message>
        <source>The files are uploaded to {}.</source>
        <translation>Die Dateien werden zu {} hochgeladen.</translation>
    </message>
    <message>
        <source>Without files an empty list begins; drop audio on the window then.</source>
        <translation>Ohne Dateien beginnt eine leere Liste; ziehen Sie dann Audio auf das Fenster.</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Audio for the job</source>
        <translation>Audio für den Auftrag</translation>
    </message>
</context>
<context>
    <name>OptionsButton</name>
    <message>
        <source>View options</source>
        <translation>Ansichtsoptionen</translation>
    </message>
    <message>
        <source>View options: spectrogram, channels, units (Ctrl+D)</source>
        <translation>Ansichtsoptionen: Spektrogramm, Kanäle, Einheiten (Strg+D)</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the whole recording</source>
        <translation>Übersicht der ganzen Aufnahme</translation>
    </message>
</context>
<context>
    <name>PlayTools</name>
    <message>
        <source>Playing a detection</source>
        <translation>Abspielen eines Treffers</translation>
    </message>
    <message>
        <source>For the ear only</source>
        <translation>Nur zum Abhören</translation>
    </message>
    <message>
        <source>Ear</source>
        <translation>Abhören</translation>
    </message>
    <message>
        <source>Gain, channels, a band of frequencies, comparing: for the ear only, the file stays as it is.</source>
        <translation>Verstärkung, Kanäle, ein Frequenzband, Vergleichen: nur zum Abhören, die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation>Geschwindigkeit: {speed}</translation>
    </message>
    <message>
        <source>How fast it is played. Slow without its pitch kept is right for clicks.</source>
        <translation>Wie schnell abgespielt wird. Zeitlupe ohne gehaltene Tonhöhe ist richtig für Knackser.</translation>
    </message>
    <message>
        <source>Bridged</source>
        <translation>Überbrückt</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>Nachbar</translation>
    </message>
    <message>
        <source>Other file</source>
        <translation>Andere Datei</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
</context>
<context>
    <name>PrecisionPlot</name>
    <message>
        <source>Precision by threshold</source>
        <translation>Präzision nach Schwellwert</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>This program sends nothing about you or your work to anybody: no statistics, no reports of crashes, no search for updates.</source>
        <translation>Dieses Programm sendet niemandem etwas über Sie oder Ihre Arbeit: keine Statistik, keine Absturzberichte, keine Suche nach Aktualisierungen.</translation>
    </message>
    <message>
        <source>Detection on this computer stays on this computer. Only when you run a job on a remote service do the files of that job, their names and what you set for the job go to that service.</source>
        <translation>Die Erkennung auf diesem Computer bleibt auf diesem Computer. Nur wenn Sie einen Auftrag auf einem entfernten Dienst laufen lassen, gehen die Dateien dieses Auftrags, ihre Namen und seine Einstellungen an jenen Dienst.</translation>
    </message>
    <message>
        <source>API keys lie in the keyring of the system, never in a settings file. Logs hold names of files and what went wrong; they leave this computer only if you send them.</source>
        <translation>API-Schlüssel liegen im Schlüsselbund des Systems, nie in einer Einstellungsdatei. Protokolle enthalten Dateinamen und was schiefging; sie verlassen diesen Computer nur, wenn Sie sie senden.</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>Was hier aufbewahrt wird</translation>
    </message>
    <message>
        <source>Show in the file browser</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Review queue</source>
        <translation>Prüffolge</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Draw another sample</source>
        <translation>Neue Stichprobe ziehen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>Reihenfolge der Prüffolge</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Per type and tenth</source>
        <translation>Je Typ und Zehntel</translation>
    </message>
</context>
<context>
    <name>RemoteParts</name>
    <message>
        <source>Where are the recordings?</source>
        <translation>Wo sind die Aufnahmen?</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Every verdict, note and export is signed with it.</source>
        <translation>Jedes Urteil, jede Notiz und jeder Export wird damit gezeichnet.</translation>
    </message>
    <message>
        <source>Review blind</source>
        <translation>Blind prüfen</translation>
    </message>
    <message>
        <source>Verdicts of other reviewers stay out of sight until Review &gt; Compare reviewers shows both.</source>
        <translation>Urteile anderer Prüfer bleiben verborgen, bis Prüfung &gt; Prüfer vergleichen beide zeigt.</translation>
    </message>
    <message>
        <source>Go on after a verdict</source>
        <translation>Nach einem Urteil weitergehen</translation>
    </message>
    <message>
        <source>Select the next detection of the queue as soon as one was judged.</source>
        <translation>Den nächsten Treffer der Prüffolge wählen, sobald einer beurteilt ist.</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Tuning, evidence, queue</source>
        <translation>Abstimmung, Belege, Prüffolge</translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message>
        <source>Selected detection</source>
        <translation>Gewählter Treffer</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>A person added it or moved its bounds; no rule hides it.</source>
        <translation>Jemand hat ihn hinzugefügt oder seine Grenzen verschoben; keine Regel blendet ihn aus.</translation>
    </message>
    <message>
        <source>Confidence of the model; of a joined detection, the highest of its members.</source>
        <translation>Konfidenz des Modells; bei einem zusammengefassten Treffer die höchste seiner Teile.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{name} is not audio this program can read; WAV, AIFF, FLAC, Ogg, Opus and MP3 are.</source>
        <translation>{name} ist kein Audio, das dieses Programm lesen kann; WAV, AIFF, FLAC, Ogg, Opus und MP3 sind es.</translation>
    </message>
    <message>
        <source>{name} claims a sample rate of {rate} Hz, which cannot be.</source>
        <translation>{name} gibt eine Abtastrate von {rate} Hz an, die es nicht geben kann.</translation>
    </message>
    <message>
        <source>{name} is damaged: it cannot be decoded after {seconds:.1f} s.</source>
        <translation>{name} ist beschädigt: Nach {seconds:.1f} s lässt sich nichts mehr dekodieren.</translation>
    </message>
    <message>
        <source>{name} is of a kind this program cannot decode. Convert it to WAV or FLAC first.</source>
        <translation>{name} ist von einer Art, die dieses Programm nicht dekodieren kann. Wandeln Sie es zuerst in WAV oder FLAC um.</translation>
    </message>
    <message>
        <source>{name} is damaged or is not really an audio file: its header cannot be read.</source>
        <translation>{name} ist beschädigt oder gar keine Audiodatei: Ihr Kopf lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{name} holds no sound: its length is zero.</source>
        <translation>{name} enthält keinen Ton: Die Länge ist null.</translation>
    </message>
    <message>
        <source>{name} has {channels} channels; up to {most} can be read.</source>
        <translation>{name} hat {channels} Kanäle; gelesen werden bis zu {most}.</translation>
    </message>
    <message>
        <source>{name} is not there any more. It may have been moved or renamed.</source>
        <translation>{name} ist nicht mehr da. Die Datei wurde vielleicht verschoben oder umbenannt.</translation>
    </message>
    <message>
        <source>{name} is a folder, not an audio file.</source>
        <translation>{name} ist ein Ordner, keine Audiodatei.</translation>
    </message>
    <message>
        <source>{name} may not be read by you: check its permissions.</source>
        <translation>{name} dürfen Sie nicht lesen: Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {error}.</source>
        <translation>{name} lässt sich nicht öffnen: {error}.</translation>
    </message>
    <message>
        <source>{name} is empty: it has no bytes at all.</source>
        <translation>{name} ist leer: Die Datei hat kein einziges Byte.</translation>
    </message>
    <message>
        <source>The address must begin with https:// and name a server.</source>
        <translation>Die Adresse muss mit https:// beginnen und einen Server nennen.</translation>
    </message>
    <message>
        <source>The address holds more than a server and a path; keys do not belong in it.</source>
        <translation>Die Adresse enthält mehr als Server und Pfad; Schlüssel gehören nicht hinein.</translation>
    </message>
    <message>
        <source>The address is not valid.</source>
        <translation>Die Adresse ist nicht gültig.</translation>
    </message>
    <message>
        <source>A recording with faults in it</source>
        <translation>Eine Aufnahme mit Fehlern</translation>
    </message>
    <message>
        <source>The engine on this computer listens to it now. Coloured regions are what it found; each type has its colour, its mark and its lane. N and P go from one to the next.</source>
        <translation>Die Erkennung auf diesem Computer hört sie gerade ab. Farbige Bereiche sind, was sie gefunden hat; jeder Typ hat seine Farbe, sein Zeichen und seine Spur. N und P gehen von einem zum nächsten.</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Return plays the selected detection with a little around it, Space plays from the playhead, L repeats.</source>
        <translation>Die Eingabetaste spielt den gewählten Treffer mit etwas Umgebung, die Leertaste spielt ab der Abspielposition, L wiederholt.</translation>
    </message>
    <message>
        <source>Three numbers decide what you see</source>
        <translation>Drei Zahlen bestimmen, was Sie sehen</translation>
    </message>
    <message>
        <source>Threshold, merge window, minimum duration. Drag them: everything follows at once, and Reset brings the model&apos;s own values back.</source>
        <translation>Schwellwert, Zusammenfassen, Mindestdauer. Ziehen Sie daran: Alles folgt sofort, und Zurücksetzen bringt die Werte des Modells zurück.</translation>
    </message>
    <message>
        <source>Judge with one key</source>
        <translation>Urteilen mit einer Taste</translation>
    </message>
    <message>
        <source>A: an artifact. X: not one. U: unsure. Each verdict is on the disk before the next key, and Ctrl+Z takes it back.</source>
        <translation>A: ein Artefakt. X: keins. U: unsicher. Jedes Urteil ist vor dem nächsten Tastendruck auf der Platte, und Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Now your own recordings</source>
        <translation>Jetzt Ihre eigenen Aufnahmen</translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in the window. File &gt; Export… hands on what you decided. Help says more about everything.</source>
        <translation>Ziehen Sie Dateien oder Ordner irgendwo auf das Fenster. Datei &gt; Exportieren… gibt weiter, was Sie entschieden haben. Die Hilfe sagt mehr über alles.</translation>
    </message>
    <message>
        <source>{title} on {place}: {what}</source>
        <translation>{title} auf {place}: {what}</translation>
    </message>
    <message>
        <source>A job is done.</source>
        <translation>Ein Auftrag ist fertig.</translation>
    </message>
    <message>
        <source>{title} on {place}, {count}.</source>
        <translation>{title} auf {place}, {count}.</translation>
    </message>
    <message>
        <source>A job has failed.</source>
        <translation>Ein Auftrag ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Detect when files are opened</source>
        <translation>Beim Öffnen von Dateien erkennen</translation>
    </message>
    <message>
        <source>Off: files wait in their rows until you run the detection.</source>
        <translation>Aus: Dateien warten in ihren Zeilen, bis Sie die Erkennung starten.</translation>
    </message>
    <message>
        <source>No audio was found there.</source>
        <translation>Dort wurde kein Audio gefunden.</translation>
    </message>
    <message>
        <source>Nothing in {names} is an audio file this program can read.</source>
        <translation>Nichts in {names} ist eine Audiodatei, die dieses Programm lesen kann.</translation>
    </message>
    <message>
        <source>Choose a folder with WAV, AIFF, FLAC, Ogg, Opus or MP3 files.</source>
        <translation>Wählen Sie einen Ordner mit Dateien in WAV, AIFF, FLAC, Ogg, Opus oder MP3.</translation>
    </message>
    <message>
        <source>A verdict could not be saved.</source>
        <translation>Ein Urteil konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>What you decided before is safe. Free some space on the disk of your home folder, then judge it again.</source>
        <translation>Was Sie vorher entschieden haben, ist sicher. Schaffen Sie Platz auf der Platte Ihres Benutzerordners, dann urteilen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The library of jobs and verdicts cannot be opened.</source>
        <translation>Die Bibliothek der Aufträge und Urteile lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>You can look and listen, but nothing you decide now is kept. Put this right, then start the program again.</source>
        <translation>Sie können sehen und hören, aber was Sie jetzt entscheiden, bleibt nicht erhalten. Beheben Sie das, dann starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The list of jobs was damaged, a new one was begun.</source>
        <translation>Die Liste der Aufträge war beschädigt, eine neue wurde begonnen.</translation>
    </message>
    <message>
        <source>The damaged file was kept as {path}.</source>
        <translation>Die beschädigte Datei wurde aufgehoben als {path}.</translation>
    </message>
    <message>
        <source>Jobs that the service on this computer still has appear again by themselves.</source>
        <translation>Aufträge, die der Dienst auf diesem Computer noch hat, erscheinen von selbst wieder.</translation>
    </message>
    <message>
        <source>A library failed ({fault}). What every part was doing is in {path}.</source>
        <translation>Eine Programmbibliothek ist ausgefallen ({fault}). Was jeder Teil gerade tat, steht in {path}.</translation>
    </message>
    <message>
        <source>It was ended from outside, or the computer lost power.</source>
        <translation>Es wurde von außen beendet, oder der Computer verlor den Strom.</translation>
    </message>
    <message>
        <source>The program ended without being closed the last time.</source>
        <translation>Das Programm endete beim letzten Mal, ohne geschlossen zu werden.</translation>
    </message>
    <message>
        <source>Nothing you decided is lost: every verdict was on the disk before the next key. What was open is open again.</source>
        <translation>Nichts von dem, was Sie entschieden haben, ist verloren: Jedes Urteil war vor dem nächsten Tastendruck auf der Platte. Was offen war, ist wieder offen.</translation>
    </message>
    <message>
        <source>Show the logs</source>
        <translation>Protokolle zeigen</translation>
    </message>
    <message>
        <source>{found:,} of {wanted:,} recordings were found there and linked.</source>
        <translation>{found:,} von {wanted:,} Aufnahmen wurden dort gefunden und verknüpft.</translation>
    </message>
    <message>
        <source>The markers are taken over. Undo takes them back.</source>
        <translation>Die Marker sind übernommen. Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Relabel as {type}</source>
        <translation>Als {type} einordnen</translation>
    </message>
    <message>
        <source>The sound device stopped answering.</source>
        <translation>Das Audiogerät antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>Check it, then press play again.</source>
        <translation>Prüfen Sie es, dann drücken Sie noch einmal Wiedergabe.</translation>
    </message>
    <message>
        <source>Sound is not set up on this computer.</source>
        <translation>Auf diesem Computer ist kein Ton eingerichtet.</translation>
    </message>
    <message>
        <source>Install the package libasound2-data, then press play again; everything else works without sound.</source>
        <translation>Installieren Sie das Paket libasound2-data, dann drücken Sie noch einmal Wiedergabe; alles andere geht ohne Ton.</translation>
    </message>
    <message>
        <source>The sound device “{name}” is gone.</source>
        <translation>Das Audiogerät „{name}“ ist verschwunden.</translation>
    </message>
    <message>
        <source>Choose another device, or connect it again.</source>
        <translation>Wählen Sie ein anderes Gerät oder schließen Sie es wieder an.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>Die Audiobibliothek PortAudio fehlt.</translation>
    </message>
    <message>
        <source>Install the package libportaudio2, then press play again; everything else works without sound.</source>
        <translation>Installieren Sie das Paket libportaudio2, dann drücken Sie noch einmal Wiedergabe; alles andere geht ohne Ton.</translation>
    </message>
    <message>
        <source>{advice} (The sound system says: {error})</source>
        <translation>{advice} (Das Audiosystem meldet: {error})</translation>
    </message>
    <message>
        <source>Correct it in Settings &gt; Accounts &gt; {name}.</source>
        <translation>Berichtigen Sie es unter Einstellungen &gt; Konten &gt; {name}.</translation>
    </message>
    <message>
        <source>There is no API key for {name}.</source>
        <translation>Für {name} gibt es keinen API-Schlüssel.</translation>
    </message>
    <message>
        <source>Enter it in Settings &gt; Accounts.</source>
        <translation>Geben Sie ihn unter Einstellungen &gt; Konten ein.</translation>
    </message>
    <message>
        <source>Connected: the key is accepted, the server has no jobs yet.</source>
        <translation>Verbunden: Der Schlüssel gilt, der Server hat noch keine Aufträge.</translation>
    </message>
    <message>
        <source>The certificates in {path} cannot be read.</source>
        <translation>Die Zertifikate in {path} lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The proxy address {address} is not valid.</source>
        <translation>Die Proxy-Adresse {address} ist nicht gültig.</translation>
    </message>
    <message>
        <source>{title} {advice}</source>
        <translation>{title} {advice}</translation>
    </message>
    <message>
        <source>{title} It says: {detail}</source>
        <translation>{title} Er meldet: {detail}</translation>
    </message>
    <message>
        <source>{title} (status {status})</source>
        <translation>{title} (Status {status})</translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation>Der Dienst hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server address is not valid.</source>
        <translation>Die Adresse des Servers ist nicht gültig.</translation>
    </message>
    <message>
        <source>Check the address of this account.</source>
        <translation>Prüfen Sie die Adresse dieses Kontos.</translation>
    </message>
    <message>
        <source>The connection to the service broke off.</source>
        <translation>Die Verbindung zum Dienst ist abgerissen.</translation>
    </message>
    <message>
        <source>The proxy does not let the call through.</source>
        <translation>Der Proxy lässt die Anfrage nicht durch.</translation>
    </message>
    <message>
        <source>Check the proxy settings of this account.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen dieses Kontos.</translation>
    </message>
    <message>
        <source>The server points to another address ({host}).</source>
        <translation>Der Server verweist auf eine andere Adresse ({host}).</translation>
    </message>
    <message>
        <source>The service gave an answer that could not be understood (not JSON).</source>
        <translation>Der Dienst gab eine Antwort, die nicht zu verstehen ist (kein JSON).</translation>
    </message>
    <message>
        <source>The service gave an answer that could not be understood (a web page).</source>
        <translation>Der Dienst gab eine Antwort, die nicht zu verstehen ist (eine Webseite).</translation>
    </message>
    <message>
        <source>The API key is empty or holds characters that no key has.</source>
        <translation>Der API-Schlüssel ist leer oder enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>Remote services work without. To detect on this computer: {install_command}</source>
        <translation>Entfernte Dienste gehen auch ohne sie. Zum Erkennen auf diesem Computer: {install_command}</translation>
    </message>
    <message>
        <source>This is another recording.</source>
        <translation>Das ist eine andere Aufnahme.</translation>
    </message>
    <message>
        <source>Choose the file that was sent to the server, or download it.</source>
        <translation>Wählen Sie die Datei, die an den Server geschickt wurde, oder laden Sie sie herunter.</translation>
    </message>
    <message>
        <source>{name} has {size:,} bytes, the server&apos;s file {expected:,}.</source>
        <translation>{name} hat {size:,} Bytes, die Datei des Servers {expected:,}.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {error}.</source>
        <translation>{name} lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>{name} has the right size but other content.</source>
        <translation>{name} hat die richtige Größe, aber anderen Inhalt.</translation>
    </message>
    <message>
        <source>{name} has other content than the server&apos;s file.</source>
        <translation>{name} hat anderen Inhalt als die Datei des Servers.</translation>
    </message>
    <message>
        <source>The detection engine of this computer ended at once (status {status}).</source>
        <translation>Die Erkennung dieses Computers endete sofort (Status {status}).</translation>
    </message>
    <message>
        <source>{said} {advice}</source>
        <translation>{said} {advice}</translation>
    </message>
    <message>
        <source>The detection engine of this computer said something unexpected.</source>
        <translation>Die Erkennung dieses Computers sagte etwas Unerwartetes.</translation>
    </message>
    <message>
        <source>{error}: {filename}.</source>
        <translation>{error}: {filename}.</translation>
    </message>
    <message>
        <source>The storage refused the file (status {status}).</source>
        <translation>Der Speicher hat die Datei abgelehnt (Status {status}).</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file cannot be written: {error}.</source>
        <translation>Die Datei lässt sich nicht schreiben: {error}.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Prüfen Sie die Zugriffsrechte des Ordners.</translation>
    </message>
    <message>
        <source>The file changed while it was being sent.</source>
        <translation>Die Datei änderte sich, während sie gesendet wurde.</translation>
    </message>
    <message>
        <source>Try again when it is finished.</source>
        <translation>Versuchen Sie es noch einmal, wenn sie fertig ist.</translation>
    </message>
    <message>
        <source>{size:,} bytes arrived, but the server speaks of {expected_bytes:,}.</source>
        <translation>{size:,} Bytes kamen an, der Server spricht aber von {expected_bytes:,}.</translation>
    </message>
    <message>
        <source>The server asked for a file to be put where it has no right to.</source>
        <translation>Der Server wollte eine Datei dorthin legen lassen, wo er kein Recht dazu hat.</translation>
    </message>
    <message>
        <source>Check the server address of this account.</source>
        <translation>Prüfen Sie die Serveradresse dieses Kontos.</translation>
    </message>
    <message>
        <source>The folder of the detection engine is gone ({parent}).</source>
        <translation>Der Ordner der Erkennung ist verschwunden ({parent}).</translation>
    </message>
    <message>
        <source>Only {done:,} of {total:,} bytes of the file arrived.</source>
        <translation>Nur {done:,} von {total:,} Bytes der Datei kamen an.</translation>
    </message>
    <message>
        <source>The file became shorter while it was being sent.</source>
        <translation>Die Datei wurde kürzer, während sie gesendet wurde.</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file cannot be read: {error}.</source>
        <translation>Die Datei lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} ist ein Ordner.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there.</source>
        <translation>Der Ordner {folder} ist nicht da.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, send us the log (Help &gt; Show log).</source>
        <translation>Versuchen Sie es noch einmal. Geschieht es wieder, senden Sie uns das Protokoll (Hilfe &gt; Protokoll zeigen).</translation>
    </message>
    <message>
        <source>The service does not answer.</source>
        <translation>Der Dienst antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the network connection and the server address; the program tries again by itself.</source>
        <translation>Prüfen Sie die Netzverbindung und die Serveradresse; das Programm versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The service refused the request.</source>
        <translation>Der Dienst hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The service did not accept the API key.</source>
        <translation>Der Dienst hat den API-Schlüssel nicht angenommen.</translation>
    </message>
    <message>
        <source>Check the key of this account; it may have been revoked or belong to another server.</source>
        <translation>Prüfen Sie den Schlüssel dieses Kontos; er wurde vielleicht gesperrt oder gehört zu einem anderen Server.</translation>
    </message>
    <message>
        <source>The service does not know this job or file.</source>
        <translation>Der Dienst kennt diesen Auftrag oder diese Datei nicht.</translation>
    </message>
    <message>
        <source>It may have been removed there, or made on another server. Run the detection again.</source>
        <translation>Vielleicht wurde sie dort entfernt oder auf einem anderen Server angelegt. Starten Sie die Erkennung noch einmal.</translation>
    </message>
    <message>
        <source>The job is in a state that does not allow this.</source>
        <translation>Der Zustand des Auftrags erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Refresh the job list; a cancelled or failed job takes no more files, start a new one.</source>
        <translation>Frischen Sie die Liste der Aufträge auf; ein abgebrochener oder fehlgeschlagener Auftrag nimmt keine Dateien mehr an, beginnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>The service did not accept what was sent.</source>
        <translation>Der Dienst hat das Gesendete nicht angenommen.</translation>
    </message>
    <message>
        <source>Check the model, the settings of the job and the size of the file.</source>
        <translation>Prüfen Sie das Modell, die Einstellungen des Auftrags und die Größe der Datei.</translation>
    </message>
    <message>
        <source>The service asks to slow down.</source>
        <translation>Der Dienst bittet um langsamere Anfragen.</translation>
    </message>
    <message>
        <source>The program waits and goes on by itself.</source>
        <translation>Das Programm wartet und macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The disk of the service is full.</source>
        <translation>Die Platte des Dienstes ist voll.</translation>
    </message>
    <message>
        <source>Free space where the service keeps its data, then try again.</source>
        <translation>Schaffen Sie Platz, wo der Dienst seine Daten hält, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The service has a problem of its own.</source>
        <translation>Der Dienst hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>The program tries again by itself. If it lasts, tell whoever runs the server.</source>
        <translation>Das Programm versucht es von selbst wieder. Dauert es an, sagen Sie es denen, die den Server betreiben.</translation>
    </message>
    <message>
        <source>The service gave an answer that could not be understood.</source>
        <translation>Der Dienst gab eine Antwort, die nicht zu verstehen ist.</translation>
    </message>
    <message>
        <source>Check that the server address is that of a Relay service and nothing in between changes it.</source>
        <translation>Prüfen Sie, ob die Serveradresse die eines Relay-Dienstes ist und nichts dazwischen sie verändert.</translation>
    </message>
    <message>
        <source>The server points to another address.</source>
        <translation>Der Server verweist auf eine andere Adresse.</translation>
    </message>
    <message>
        <source>Enter that address in the account yourself if you trust it; the key is not sent along.</source>
        <translation>Tragen Sie jene Adresse selbst im Konto ein, wenn Sie ihr vertrauen; der Schlüssel wird nicht mitgeschickt.</translation>
    </message>
    <message>
        <source>The file could not be transferred.</source>
        <translation>Die Datei konnte nicht übertragen werden.</translation>
    </message>
    <message>
        <source>The file could not be uploaded.</source>
        <translation>Die Datei konnte nicht hochgeladen werden.</translation>
    </message>
    <message>
        <source>Check the connection, then retry the file.</source>
        <translation>Prüfen Sie die Verbindung, dann versuchen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The file could not be downloaded.</source>
        <translation>Die Datei konnte nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation>Prüfen Sie die Verbindung, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation>Die Übertragung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Retry the file to send it after all.</source>
        <translation>Versuchen Sie die Datei erneut, um sie doch zu senden.</translation>
    </message>
    <message>
        <source>The detection engine of this computer does not start.</source>
        <translation>Die Erkennung dieses Computers startet nicht.</translation>
    </message>
    <message>
        <source>Close other programs to free memory and try again; the log says more (Help &gt; Show log).</source>
        <translation>Schließen Sie andere Programme, um Speicher freizugeben, und versuchen Sie es noch einmal; das Protokoll sagt mehr (Hilfe &gt; Protokoll zeigen).</translation>
    </message>
    <message>
        <source>This is the light program; it has no detection engine of its own.</source>
        <translation>Dies ist das leichte Programm; es hat keine eigene Erkennung.</translation>
    </message>
    <message>
        <source>The file cannot be used.</source>
        <translation>Die Datei lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Check that the file is still there and may be read.</source>
        <translation>Prüfen Sie, ob die Datei noch da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Platte ist voll.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie etwas Platz, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No sound device was found.</source>
        <translation>Es wurde kein Audiogerät gefunden.</translation>
    </message>
    <message>
        <source>Connect or switch on a sound device, then press play again. Or choose Play &gt; Sound &gt; No sound: then the playhead and everything else go on without it.</source>
        <translation>Schließen Sie ein Audiogerät an oder schalten Sie es ein, dann drücken Sie noch einmal Wiedergabe. Oder wählen Sie Wiedergabe &gt; Ton &gt; Kein Ton: Dann laufen die Abspielposition und alles andere ohne ihn weiter.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>The detection engine is starting; the first time this takes some seconds.
Files wait in line for it, everything else works already.</source>
        <translation>Die Erkennung startet; beim ersten Mal dauert das einige Sekunden.
Dateien warten in der Reihe, alles andere geht schon.</translation>
    </message>
    <message>
        <source>The detection engine is not running. Press Try again in the message above.</source>
        <translation>Die Erkennung läuft nicht. Drücken Sie in der Meldung oben auf Erneut versuchen.</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>What the detection of this file ran on, and how fast.</source>
        <translation>Worauf die Erkennung dieser Datei lief und wie schnell.</translation>
    </message>
    <message>
        <source>Forget this job?</source>
        <translation>Diesen Auftrag vergessen?</translation>
    </message>
    <message>
        <source>Its results leave this computer&apos;s list. Your audio files are not touched.</source>
        <translation>Seine Ergebnisse verschwinden von der Liste dieses Computers. Ihre Audiodateien bleiben unberührt.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>No stretch is selected.</source>
        <translation>Kein Bereich ist gewählt.</translation>
    </message>
    <message>
        <source>Drag over the waveform to select one.</source>
        <translation>Ziehen Sie über die Wellenform, um einen zu wählen.</translation>
    </message>
    <message>
        <source>Relay Desktop is free software under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public License, version 3: you may replace their libraries by your own builds; their sources are at https://download.qt.io/official_releases/QtForPython/. Everything else it is made of:</source>
        <translation>Relay Desktop ist freie Software unter der MIT-Lizenz. Es verwendet Qt und PySide6 unter der GNU Lesser General Public License, Version 3: Sie dürfen deren Bibliotheken durch eigene ersetzen; ihre Quellen liegen unter https://download.qt.io/official_releases/QtForPython/. Alles andere, woraus es besteht:</translation>
    </message>
    <message>
        <source>Each installed Python package carries its own; python3 packaging/build.py licences lists them all.</source>
        <translation>Jedes installierte Python-Paket bringt seine eigene mit; python3 packaging/build.py licences führt alle auf.</translation>
    </message>
    <message>
        <source>comes from RELAY_API_KEY in the environment</source>
        <translation>kommt aus RELAY_API_KEY in der Umgebung</translation>
    </message>
    <message>
        <source>kept in the keyring; leave empty to keep it</source>
        <translation>im Schlüsselbund; leer lassen, um ihn zu behalten</translation>
    </message>
    <message>
        <source>kept until the program ends; leave empty to keep it</source>
        <translation>gilt bis zum Programmende; leer lassen, um ihn zu behalten</translation>
    </message>
    <message>
        <source>the API key of this server</source>
        <translation>der API-Schlüssel dieses Servers</translation>
    </message>
    <message>
        <source>Kappa is agreement beyond chance: 1 is perfect, 0 is what chance gives. Only detections that both judged count. Double-click a disagreement to see and hear it; who judges it then has the last word.</source>
        <translation>Kappa ist Übereinstimmung über den Zufall hinaus: 1 ist vollkommen, 0 ist, was der Zufall ergibt. Nur Treffer, die beide beurteilt haben, zählen. Ein Doppelklick auf eine Abweichung zeigt und spielt sie; wer sie dann beurteilt, hat das letzte Wort.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>alle Typen</translation>
    </message>
    <message>
        <source>Agreement by type</source>
        <translation>Übereinstimmung nach Typ</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht bestimmt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Judged by both</source>
        <translation>Von beiden beurteilt</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>First says</source>
        <translation>Erster sagt</translation>
    </message>
    <message>
        <source>Second says</source>
        <translation>Zweiter sagt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Only one person has judged this job so far.</source>
        <translation>Bisher hat nur eine Person diesen Auftrag beurteilt.</translation>
    </message>
    <message>
        <source>Disagreements: {n:,}</source>
        <translation>Abweichungen: {n:,}</translation>
    </message>
    <message>
        <source>Both runs are shown under the present tuning. Double-click a line to look at it. Verdicts are carried over by type and time, onto detections that have none yet.</source>
        <translation>Beide Durchläufe werden unter der jetzigen Abstimmung gezeigt. Ein Doppelklick auf eine Zeile zeigt die Stelle. Urteile werden nach Typ und Zeit auf Treffer übertragen, die noch keins haben.</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation>Nur dort</translation>
    </message>
    <message>
        <source>Other bounds</source>
        <translation>Andere Grenzen</translation>
    </message>
    <message>
        <source>Other confidence</source>
        <translation>Andere Konfidenz</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>Confidence here</source>
        <translation>Konfidenz hier</translation>
    </message>
    <message>
        <source>there</source>
        <translation>dort</translation>
    </message>
    <message>
        <source>Other run</source>
        <translation>Anderer Durchlauf</translation>
    </message>
    <message>
        <source>File of the other run</source>
        <translation>Datei des anderen Durchlaufs</translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation>Welche Unterschiede</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Place in the order of time</source>
        <translation>Platz in der zeitlichen Reihenfolge</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>Wo er beginnt</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>Wo er endet</translation>
    </message>
    <message>
        <source>How long it lasts</source>
        <translation>Wie lange er dauert</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>How sure the model is, 0 to 1</source>
        <translation>Wie sicher das Modell ist, 0 bis 1</translation>
    </message>
    <message>
        <source>How many raw detections the merge window joined into this one</source>
        <translation>Wie viele Rohtreffer zu diesem zusammengefasst wurden</translation>
    </message>
    <message>
        <source>What was decided: an artifact, not one, unsure; mixed or in part where joined detections differ</source>
        <translation>Was entschieden wurde: ein Artefakt, keins, unsicher; gemischt oder teilweise, wo zusammengefasste Treffer abweichen</translation>
    </message>
    <message>
        <source>What was noted with the verdict</source>
        <translation>Was zum Urteil notiert wurde</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>{what}. Click to sort.</source>
        <translation>{what}. Klicken zum Sortieren.</translation>
    </message>
    <message>
        <source>{verdict}, in part</source>
        <translation>{verdict}, teilweise</translation>
    </message>
    <message>
        <source>No detections yet. Run detection (Ctrl+Return) to let the model listen to this file.</source>
        <translation>Noch keine Treffer. Erkennung starten (Strg+Return) lässt das Modell diese Datei abhören.</translation>
    </message>
    <message>
        <source>No detections at this setting: {below:,} are below the threshold, {short:,} are shorter than the minimum duration. Lower one of them, or press Reset.</source>
        <translation>Keine Treffer bei dieser Einstellung: {below:,} liegen unter dem Schwellwert, {short:,} sind kürzer als die Mindestdauer. Senken Sie einen der beiden oder drücken Sie Zurücksetzen.</translation>
    </message>
    <message>
        <source>Open a file to see its detections.</source>
        <translation>Öffnen Sie eine Datei, um ihre Treffer zu sehen.</translation>
    </message>
    <message>
        <source>This file waits for its turn; detections appear here.</source>
        <translation>Diese Datei wartet, bis sie an der Reihe ist; die Treffer erscheinen hier.</translation>
    </message>
    <message>
        <source>Detection of this file was cancelled. Run detection to start again.</source>
        <translation>Die Erkennung dieser Datei wurde abgebrochen. Erkennung starten beginnt von vorn.</translation>
    </message>
    <message>
        <source>The model heard no artifacts in this file.</source>
        <translation>Das Modell hat in dieser Datei keine Artefakte gehört.</translation>
    </message>
    <message>
        <source>Audio and reviews ({endings});;All files (*)</source>
        <translation>Audio und Prüfungen ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation>Audiodateien öffnen</translation>
    </message>
    <message>
        <source>Open a folder of audio</source>
        <translation>Einen Ordner mit Audio öffnen</translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation>Wo ist {name}?</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Open a file and let it be heard.</source>
        <translation>Öffnen Sie eine Datei und lassen Sie sie abhören.</translation>
    </message>
    <message>
        <source>It is {path}.</source>
        <translation>Es ist {path}.</translation>
    </message>
    <message>
        <source>This window writes none.</source>
        <translation>Dieses Fenster schreibt keines.</translation>
    </message>
    <message>
        <source>No model is known yet.</source>
        <translation>Noch ist kein Modell bekannt.</translation>
    </message>
    <message>
        <source>The log could not be opened.</source>
        <translation>Das Protokoll konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Wait until the detection engine is ready.</source>
        <translation>Warten Sie, bis die Erkennung bereit ist.</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen ablegen</translation>
    </message>
    <message>
        <source>Channel {number} alone</source>
        <translation>Nur Kanal {number}</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Mid (left + right)</source>
        <translation>Mitte (links + rechts)</translation>
    </message>
    <message>
        <source>Side (left − right)</source>
        <translation>Seite (links − rechts)</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Nur links</translation>
    </message>
    <message>
        <source>Right alone</source>
        <translation>Nur rechts</translation>
    </message>
    <message>
        <source>Every verdict is one sample. Precision: how many of the verdicts at or above a threshold said artifact.
The band is the 95 % interval (Wilson). Judge a sample of every confidence or a random one for an unbiased
picture: verdicts on the most uncertain ones alone say little about the rest.</source>
        <translation>Jedes Urteil ist eine Stichprobe. Präzision: wie viele der Urteile ab einem Schwellwert Artefakt lauteten.
Das Band ist das 95-%-Intervall (Wilson). Für ein unverzerrtes Bild beurteilen Sie eine Stichprobe über alle
Konfidenzen oder eine zufällige: Urteile nur über die unsichersten sagen wenig über den Rest.</translation>
    </message>
    <message>
        <source>n = {decided:,}, interval {low:.0%} to {high:.0%}</source>
        <translation>n = {decided:,}, Intervall {low:.0%} bis {high:.0%}</translation>
    </message>
    <message>
        <source>For at least {target} precision on {type}: threshold {threshold:.2f} ({numbers}).</source>
        <translation>Für mindestens {target} Präzision bei {type}: Schwellwert {threshold:.2f} ({numbers}).</translation>
    </message>
    <message>
        <source>It keeps {recall:.0%} of the artifacts that were found ({missed}).</source>
        <translation>Er behält {recall:.0%} der gefundenen Artefakte ({missed}).</translation>
    </message>
    <message>
        <source>Applied {day} by {person}: {threshold:.2f} for {target:.0%} (n = {decided:,}).</source>
        <translation>Übernommen {day} von {person}: {threshold:.2f} für {target:.0%} (n = {decided:,}).</translation>
    </message>
    <message>
        <source>Judge at least {fewest} detections of {type} for a proposal; {so_far} so far.</source>
        <translation>Beurteilen Sie für einen Vorschlag mindestens {fewest} Treffer vom Typ {type}; bisher {so_far}.</translation>
    </message>
    <message>
        <source>No threshold reaches {target} on {type} yet. The best is {precision:.0%} at {best:.2f} ({numbers}).</source>
        <translation>Noch erreicht kein Schwellwert {target} bei {type}. Am besten sind {precision:.0%} bei {best:.2f} ({numbers}).</translation>
    </message>
    <message>
        <source>{n:,} added by hand</source>
        <translation>{n:,} von Hand hinzugefügt</translation>
    </message>
    <message>
        <source>nothing added by hand, so recall is too high</source>
        <translation>nichts von Hand hinzugefügt, der Recall ist also zu hoch</translation>
    </message>
    <message>
        <source>More verdicts would narrow it.</source>
        <translation>Weitere Urteile würden es eingrenzen.</translation>
    </message>
    <message>
        <source>Shown with the present tuning and filter</source>
        <translation>Gezeigt bei jetziger Abstimmung und Filterung</translation>
    </message>
    <message>
        <source>Confirmed as artifacts</source>
        <translation>Als Artefakte bestätigt</translation>
    </message>
    <message>
        <source>All raw detections</source>
        <translation>Alle Rohtreffer</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Which detections</source>
        <translation>Welche Treffer</translation>
    </message>
    <message>
        <source>Which recordings</source>
        <translation>Welche Aufnahmen</translation>
    </message>
    <message>
        <source>All in one file</source>
        <translation>Alles in eine Datei</translation>
    </message>
    <message>
        <source>Frame rate of the timeline</source>
        <translation>Bildrate der Timeline</translation>
    </message>
    <message>
        <source>Sound before and after each detection</source>
        <translation>Ton vor und nach jedem Treffer</translation>
    </message>
    <message>
        <source>Names of the clips</source>
        <translation>Namen der Clips</translation>
    </message>
    <message>
        <source>Pass/fail rules</source>
        <translation>Regeln für bestanden und nicht bestanden</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation>Die ersten Zeilen</translation>
    </message>
    <message>
        <source>None open</source>
        <translation>Keine offen</translation>
    </message>
    <message>
        <source>The one in view: {name}</source>
        <translation>Die gezeigte: {name}</translation>
    </message>
    <message>
        <source>There are no detections to export yet.</source>
        <translation>Es gibt noch keine Treffer zu exportieren.</translation>
    </message>
    <message>
        <source>This format is not text; there is nothing to show here before it is written.</source>
        <translation>Dieses Format ist kein Text; vor dem Schreiben gibt es hier nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Drop audio files or folders here, or press Open.</source>
        <translation>Ziehen Sie Audiodateien oder Ordner hierher oder drücken Sie Öffnen.</translation>
    </message>
    <message>
        <source>Forget stretches left out</source>
        <translation>Ausgelassene Bereiche vergessen</translation>
    </message>
    <message>
        <source>{what} of what is shown.</source>
        <translation>{what} des Gezeigten.</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Jedes Urteil</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>Not one</source>
        <translation>Keins</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Mixed or in part</source>
        <translation>Gemischt oder teilweise</translation>
    </message>
    <message>
        <source>Any severity</source>
        <translation>Jeder Schweregrad</translation>
    </message>
    <message>
        <source>FYI</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Mangel</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>Blocker</translation>
    </message>
    <message>
        <source>No severity</source>
        <translation>Kein Schweregrad</translation>
    </message>
    <message>
        <source>Show which verdicts</source>
        <translation>Welche Urteile zeigen</translation>
    </message>
    <message>
        <source>Show which severity</source>
        <translation>Welchen Schweregrad zeigen</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>Kleinste Konfidenz</translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation>Größte Konfidenz</translation>
    </message>
    <message>
        <source>Shortest duration</source>
        <translation>Kürzeste Dauer</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Longest duration</source>
        <translation>Längste Dauer</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>zum Ende</translation>
    </message>
    <message>
        <source>{n:,} hidden</source>
        <translation>{n:,} ausgeblendet</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Die ganze Datei</translation>
    </message>
    <message>
        <source>**Audio that can be opened:** {endings}; any sample rate from 8 to 384 kHz, up to {most} channels. AAC and WMA cannot be read; convert them to FLAC or WAV first.</source>
        <translation>**Audio, das sich öffnen lässt:** {endings}; jede Abtastrate von 8 bis 384 kHz, bis zu {most} Kanäle. AAC und WMA lassen sich nicht lesen; wandeln Sie sie zuerst in FLAC oder WAV um.</translation>
    </message>
    <message>
        <source>**What can be written** (File &gt; Export…):</source>
        <translation>**Was sich schreiben lässt** (Datei &gt; Exportieren…):</translation>
    </message>
    <message>
        <source>They can be changed in *Settings &gt; Shortcuts*.</source>
        <translation>Sie lassen sich unter *Einstellungen &gt; Tastenkürzel* ändern.</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>Endung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Drag the line to set the threshold; double-click to reset it. Heights are square roots.</source>
        <translation>Ziehen Sie die Linie, um den Schwellwert zu setzen; ein Doppelklick setzt ihn zurück. Die Höhen sind Quadratwurzeln.</translation>
    </message>
    <message>
        <source>The job kept nothing below {least:.2f}, so nothing is known here.</source>
        <translation>Der Auftrag behielt nichts unter {least:.2f}, hier ist also nichts bekannt.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Verdict taken over</source>
        <translation>Urteil übernommen</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>Von Hand hinzugefügt</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Import markers from {name}</source>
        <translation>Marker aus {name} importieren</translation>
    </message>
    <message>
        <source>What would be imported</source>
        <translation>Was importiert würde</translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation>Was ausgelassen wird</translation>
    </message>
    <message>
        <source>No file of the desk has detections yet. Open the recording and let it be heard first.</source>
        <translation>Noch hat keine offene Datei Treffer. Öffnen Sie zuerst die Aufnahme und lassen Sie sie abhören.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>Warum es ausgelassen wird</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Recording in the file of markers</source>
        <translation>Aufnahme in der Markerdatei</translation>
    </message>
    <message>
        <source>File of the desk</source>
        <translation>Offene Datei</translation>
    </message>
    <message>
        <source>the file of markers</source>
        <translation>die Markerdatei</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>model not known</source>
        <translation>Modell unbekannt</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Job {id}</source>
        <translation>Auftrag {id}</translation>
    </message>
    <message>
        <source>Fetching {name} from {place}: {done:.0%}</source>
        <translation>{name} wird von {place} geholt: {done:.0%}</translation>
    </message>
    <message>
        <source>No jobs yet. Open audio, then run detection.</source>
        <translation>Noch keine Aufträge. Öffnen Sie Audio, dann starten Sie die Erkennung.</translation>
    </message>
    <message>
        <source>No job fits the filter.</source>
        <translation>Kein Auftrag passt zum Filter.</translation>
    </message>
    <message>
        <source>Cancel this job: stop it and keep what is finished</source>
        <translation>Diesen Auftrag abbrechen: anhalten und behalten, was fertig ist</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Send the failed files of this job through detection again</source>
        <translation>Die fehlgeschlagenen Dateien dieses Auftrags noch einmal durch die Erkennung schicken</translation>
    </message>
    <message>
        <source>Retry job</source>
        <translation>Auftrag erneut versuchen</translation>
    </message>
    <message>
        <source>Forget this job. Your audio files are not touched</source>
        <translation>Diesen Auftrag vergessen. Ihre Audiodateien bleiben unberührt</translation>
    </message>
    <message>
        <source>Forget job</source>
        <translation>Auftrag vergessen</translation>
    </message>
    <message>
        <source>True peak: {level:.1f} dBTP</source>
        <translation>True Peak: {level:.1f} dBTP</translation>
    </message>
    <message>
        <source>advised: threshold {threshold:g}, merge window {merge} ms, minimum duration {least} ms</source>
        <translation>empfohlen: Schwellwert {threshold:g}, Zusammenfassen {merge} ms, Mindestdauer {least} ms</translation>
    </message>
    <message>
        <source>the file&apos;s own</source>
        <translation>die der Datei</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Files and licence</source>
        <translation>Dateien und Lizenz</translation>
    </message>
    <message>
        <source>About the model {name}</source>
        <translation>Über das Modell {name}</translation>
    </message>
    <message>
        <source>{name} · version {version}</source>
        <translation>{name} · Version {version}</translation>
    </message>
    <message>
        <source>Audio ({endings});;All files (*)</source>
        <translation>Audio ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A detection is played with {before:g} s before it and {after:g} s after it.</source>
        <translation>Ein Treffer wird mit {before:g} s davor und {after:g} s danach abgespielt.</translation>
    </message>
    <message>
        <source>Confidence {low:.2f} to {high:.2f}: {right:,} artifacts, {wrong:,} not, {open:,} open.</source>
        <translation>Konfidenz {low:.2f} bis {high:.2f}: {right:,} Artefakte, {wrong:,} keine, {open:,} offen.</translation>
    </message>
    <message>
        <source>At threshold {threshold:.2f}: precision {precision:.0%} ({low:.0%} to {high:.0%}, n = {decided:,}).</source>
        <translation>Bei Schwellwert {threshold:.2f}: Präzision {precision:.0%} ({low:.0%} bis {high:.0%}, n = {decided:,}).</translation>
    </message>
    <message>
        <source>No verdicts on this type yet</source>
        <translation>Noch keine Urteile über diesen Typ</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>and {n:,} more</source>
        <translation>und {n:,} weitere</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>{place:,} of {total:,}</source>
        <translation>{place:,} von {total:,}</translation>
    </message>
    <message>
        <source>{time} left at your pace</source>
        <translation>noch {time} in Ihrem Tempo</translation>
    </message>
    <message>
        <source>In order of time</source>
        <translation>Nach der Zeit</translation>
    </message>
    <message>
        <source>From the selected one on, then the next files.</source>
        <translation>Ab dem gewählten, dann die nächsten Dateien.</translation>
    </message>
    <message>
        <source>Most uncertain first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>Those with a confidence nearest to {half:.1f}, over all files.</source>
        <translation>Die mit einer Konfidenz am nächsten an {half:.1f}, über alle Dateien.</translation>
    </message>
    <message>
        <source>Most confident first</source>
        <translation>Sicherste zuerst</translation>
    </message>
    <message>
        <source>Those the model is surest of, over all files.</source>
        <translation>Die, bei denen das Modell am sichersten ist, über alle Dateien.</translation>
    </message>
    <message>
        <source>Sample of every confidence</source>
        <translation>Stichprobe über alle Konfidenzen</translation>
    </message>
    <message>
        <source>So many of each type from each tenth of confidence: the best ground for thresholds.</source>
        <translation>So viele von jedem Typ aus jedem Zehntel der Konfidenz: die beste Grundlage für Schwellwerte.</translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation>Zufallsstichprobe</translation>
    </message>
    <message>
        <source>So many detections drawn by lot over all files.</source>
        <translation>So viele Treffer, über alle Dateien ausgelost.</translation>
    </message>
    <message>
        <source>Detections in the sample</source>
        <translation>Treffer in der Stichprobe</translation>
    </message>
    <message>
        <source>Detections per type and tenth</source>
        <translation>Treffer je Typ und Zehntel</translation>
    </message>
    <message>
        <source>Your pace: one verdict in {pace:.1f} s.</source>
        <translation>Ihr Tempo: ein Urteil in {pace:.1f} s.</translation>
    </message>
    <message>
        <source>Your pace shows after some verdicts.</source>
        <translation>Ihr Tempo zeigt sich nach einigen Urteilen.</translation>
    </message>
    <message>
        <source>Progress: {what}</source>
        <translation>Fortschritt: {what}</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>nichts mehr offen</translation>
    </message>
    <message>
        <source>Import markers</source>
        <translation>Marker importieren</translation>
    </message>
    <message>
        <source>Markers ({endings});;All files (*)</source>
        <translation>Marker ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation>Belege speichern</translation>
    </message>
    <message>
        <source>Tables ({endings})</source>
        <translation>Tabellen ({endings})</translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation>Prüfung speichern</translation>
    </message>
    <message>
        <source>Relay reviews ({endings})</source>
        <translation>Relay-Prüfungen ({endings})</translation>
    </message>
    <message>
        <source>There is nothing to import into yet.</source>
        <translation>Noch gibt es nichts, wohin importiert werden könnte.</translation>
    </message>
    <message>
        <source>Open the recording and let it be heard first.</source>
        <translation>Öffnen Sie zuerst die Aufnahme und lassen Sie sie abhören.</translation>
    </message>
    <message>
        <source>There is no review to save yet.</source>
        <translation>Noch gibt es keine Prüfung zu speichern.</translation>
    </message>
    <message>
        <source>Open a file and let it be heard first.</source>
        <translation>Öffnen Sie zuerst eine Datei und lassen Sie sie abhören.</translation>
    </message>
    <message>
        <source>shown from threshold {threshold:g}, its own</source>
        <translation>gezeigt ab Schwellwert {threshold:g}, dem eigenen</translation>
    </message>
    <message>
        <source>shown from threshold {threshold:g}</source>
        <translation>gezeigt ab Schwellwert {threshold:g}</translation>
    </message>
    <message>
        <source>Nothing selected. N and P go through the detections.</source>
        <translation>Nichts gewählt. N und P gehen durch die Treffer.</translation>
    </message>
    <message>
        <source>Nothing selected.</source>
        <translation>Nichts gewählt.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>Das schnellste vorhandene</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation>Apple-Grafik (MPS)</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Relay Desktop</source>
        <translation>Relay Desktop</translation>
    </message>
    <message>
        <source>Like Audacity</source>
        <translation>Wie Audacity</translation>
    </message>
    <message>
        <source>Like REAPER</source>
        <translation>Wie REAPER</translation>
    </message>
    <message>
        <source>Left hand judges, right hand on the mouse</source>
        <translation>Linke Hand urteilt, rechte Hand an der Maus</translation>
    </message>
    <message>
        <source>J, K and L shuttle, as in video editors</source>
        <translation>J, K und L als Shuttle wie im Videoschnitt</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>With a stretch selected by dragging</source>
        <translation>Mit einem durch Ziehen gewählten Bereich</translation>
    </message>
    <message>
        <source>Engine: starting…</source>
        <translation>Erkennung: startet…</translation>
    </message>
    <message>
        <source>Engine: ready</source>
        <translation>Erkennung: bereit</translation>
    </message>
    <message>
        <source>Engine: not running</source>
        <translation>Erkennung: läuft nicht</translation>
    </message>
    <message>
        <source>{device} · {speed:,.0f}× real time</source>
        <translation>{device} · {speed:,.0f}× Echtzeit</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>Format der Datei</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Detection engine</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>View {start} – {stop}</source>
        <translation>Ansicht {start} – {stop}</translation>
    </message>
    <message>
        <source>{n:,} selected</source>
        <translation>{n:,} gewählt</translation>
    </message>
    <message>
        <source>Best there is</source>
        <translation>Das beste vorhandene</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Run detection</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Listen with</source>
        <translation>Erkennen mit</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>noch kein Modell</translation>
    </message>
    <message>
        <source>Detection engine: {words}</source>
        <translation>Erkennung: {words}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Only detections with at least this confidence are used ({usual:.1f} unless you change it).
What is below bridges no gap. Raising it usually shows fewer, but the number can rise: a long
detection may split in two when its weak middle falls away. Double-click to reset.</source>
        <translation>Nur Treffer mit mindestens dieser Konfidenz zählen ({usual:.1f}, wenn Sie es nicht ändern).
Was darunter liegt, überbrückt keine Lücke. Ein höherer Wert zeigt meist weniger, die Zahl kann aber steigen:
Ein langer Treffer kann zerfallen, wenn seine schwache Mitte wegfällt. Doppelklick setzt zurück.</translation>
    </message>
    <message>
        <source>Detections of one type are joined while the gap between them is at most this long (200 ms).
The joined one runs from the first start to the last end and takes the highest confidence.
Usually fewer remain, but the number can rise: short ones, joined, may last long enough to pass
the minimum duration. Double-click to reset.</source>
        <translation>Treffer eines Typs werden zusammengefasst, solange die Lücke zwischen ihnen höchstens so lang ist (200 ms).
Der zusammengefasste reicht vom ersten Beginn bis zum letzten Ende und hat die höchste Konfidenz.
Meist bleiben weniger, die Zahl kann aber steigen: Kurze können zusammen lang genug
für die Mindestdauer sein. Doppelklick setzt zurück.</translation>
    </message>
    <message>
        <source>Detections shorter than this are hidden, measured after joining (50 ms). Lone clicks last 0 to 5 ms:
keep it at 0 for them. Raising it never shows more. Double-click to reset.</source>
        <translation>Kürzere Treffer werden ausgeblendet, gemessen nach dem Zusammenfassen (50 ms). Einzelne Knackser dauern
0 bis 5 ms: Lassen Sie den Wert für sie auf 0. Ein höherer Wert zeigt nie mehr. Doppelklick setzt zurück.</translation>
    </message>
    <message>
        <source>approximate: the job left out a part</source>
        <translation>ungefähr: Der Auftrag ließ einen Teil aus</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} shown</source>
        <translation>{shown:,} von {total:,} gezeigt</translation>
    </message>
    <message>
        <source>hidden: {below:,} by threshold, {short:,} by minimum duration</source>
        <translation>verborgen: {below:,} Schwellwert, {short:,} Mindestdauer</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellwert</translation>
    </message>
    <message>
        <source>Merge window</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Minimum duration</source>
        <translation>Mindestdauer</translation>
    </message>
    <message>
        <source>No detections yet</source>
        <translation>Noch keine Treffer</translation>
    </message>
    <message>
        <source>{n:,} hidden by the filter</source>
        <translation>{n:,} durch den Filter ausgeblendet</translation>
    </message>
    <message>
        <source>{n:,} in hidden types</source>
        <translation>{n:,} in ausgeblendeten Typen</translation>
    </message>
    <message>
        <source>{n:,} joined to others</source>
        <translation>{n:,} mit anderen zusammengefasst</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>the newest installed one</source>
        <translation>das neueste installierte</translation>
    </message>
    <message>
        <source>Waveforms</source>
        <translation>Wellenformen</translation>
    </message>
    <message>
        <source>The outlines of recordings, so that they are drawn at once the next time.</source>
        <translation>Die Umrisse von Aufnahmen, damit sie beim nächsten Mal sofort gezeichnet sind.</translation>
    </message>
    <message>
        <source>Fetched recordings</source>
        <translation>Geholte Aufnahmen</translation>
    </message>
    <message>
        <source>Sound fetched from a remote service, so that it need not be fetched again.</source>
        <translation>Ton, der von einem entfernten Dienst geholt wurde, damit er nicht noch einmal geholt werden muss.</translation>
    </message>
    <message>
        <source>Jobs, verdicts, notes and settings</source>
        <translation>Aufträge, Urteile, Notizen und Einstellungen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Playing a detection</source>
        <translation>Abspielen eines Treffers</translation>
    </message>
    <message>
        <source>Nothing to show at this setting so far; the model is still listening.</source>
        <translation>Bei dieser Einstellung bisher nichts; das Modell hört noch zu.</translation>
    </message>
    <message>
        <source>The model is listening; what it hears appears here.</source>
        <translation>Das Modell hört zu; was es findet, erscheint hier.</translation>
    </message>
    <message>
        <source>For the ear only</source>
        <translation>Nur zum Abhören</translation>
    </message>
    <message>
        <source>{title} (macro F1 {macro:.2f})</source>
        <translation>{title} (Makro-F1 {macro:.2f})</translation>
    </message>
    <message>
        <source>On recordings it never met</source>
        <translation>Auf Aufnahmen, die es nie gehört hat</translation>
    </message>
    <message>
        <source>On recordings it was adjusted by</source>
        <translation>Auf Aufnahmen, an denen es eingestellt wurde</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>100 ms F1</source>
        <translation>F1 100 ms</translation>
    </message>
    <message>
        <source>average precision</source>
        <translation>mittl. Präzision</translation>
    </message>
    <message>
        <source>false alarms/h</source>
        <translation>Fehlalarme/h</translation>
    </message>
    <message>
        <source>Real damage by decoders and devices: {found} found, {right} of what it says there is right.</source>
        <translation>Echte Schäden durch Decoder und Geräte: {found} gefunden, {right} seiner Meldungen dort sind richtig.</translation>
    </message>
    <message>
        <source>False alarms in an hour of untouched programme: {count} ({hours:.1f} h heard); by kind: {kinds}.</source>
        <translation>Fehlalarme je Stunde unberührten Programms: {count} ({hours:.1f} h gehört); nach Art: {kinds}.</translation>
    </message>
    <message>
        <source>F1 by kind: {kinds}.</source>
        <translation>F1 nach Art: {kinds}.</translation>
    </message>
    <message>
        <source>F1 by sample rate in Hz: {rates}.</source>
        <translation>F1 nach Abtastrate in Hz: {rates}.</translation>
    </message>
    <message>
        <source>Confidence, and how often it is right: {pairs}.</source>
        <translation>Konfidenz und wie oft sie recht hat: {pairs}.</translation>
    </message>
    <message>
        <source>Found means: begins within 50 ms of where it should, clipping and distortion within 0.2 s, hum within 0.5 s.</source>
        <translation>Gefunden heißt: beginnt höchstens 50 ms neben der richtigen Stelle, Übersteuerung und Verzerrung höchstens 0,2 s, Brumm höchstens 0,5 s daneben.</translation>
    </message>
    <message>
        <source>{found} so far</source>
        <translation>{found} bisher</translation>
    </message>
    <message>
        <source>of all types</source>
        <translation>für alle Typen</translation>
    </message>
    <message>
        <source>of {type} alone</source>
        <translation>nur für {type}</translation>
    </message>
    <message>
        <source>threshold {threshold:g}, merge window {merge} ms, minimum duration {least} ms</source>
        <translation>Schwellwert {threshold:g}, Zusammenfassen {merge} ms, Mindestdauer {least} ms</translation>
    </message>
    <message>
        <source>{type} follows the common values: {values}.</source>
        <translation>{type} folgt den gemeinsamen Werten: {values}.</translation>
    </message>
    <message>
        <source>{type} has values of its own: {values}.</source>
        <translation>{type} hat eigene Werte: {values}.</translation>
    </message>
    <message>
        <source>Tune {type} alone</source>
        <translation>Nur {type} abstimmen</translation>
    </message>
    <message>
        <source>Show {type} only</source>
        <translation>Nur {type} zeigen</translation>
    </message>
    <message>
        <source>Show {type} only; click again to show every type.</source>
        <translation>Nur {type} zeigen; noch ein Klick zeigt alle Typen.</translation>
    </message>
    <message>
        <source>{type}: {n} shown</source>
        <translation>{type}: {n} gezeigt</translation>
    </message>
    <message>
        <source>{shown:,} shown of {raw:,} raw; hidden: {below:,} by threshold, {short:,} by minimum duration.</source>
        <translation>{shown:,} von {raw:,} Rohtreffern gezeigt; verborgen: {below:,} durch Schwellwert, {short:,} durch Mindestdauer.</translation>
    </message>
    <message>
        <source>Click to go back to the common values.</source>
        <translation>Klicken, um zu den gemeinsamen Werten zurückzukehren.</translation>
    </message>
    <message>
        <source>Click to tune this type alone.</source>
        <translation>Klicken, um nur diesen Typ abzustimmen.</translation>
    </message>
    <message>
        <source>Hide {type}</source>
        <translation>{type} ausblenden</translation>
    </message>
    <message>
        <source>Show {type}</source>
        <translation>{type} zeigen</translation>
    </message>
    <message>
        <source>{type} is shown. Click to hide it.</source>
        <translation>{type} wird gezeigt. Klicken zum Ausblenden.</translation>
    </message>
    <message>
        <source>{type} is hidden. Click to show it.</source>
        <translation>{type} ist ausgeblendet. Klicken zum Zeigen.</translation>
    </message>
    <message>
        <source>The job was made with {value:g}: below it (hatched) nothing can be shown that it left out.</source>
        <translation>Der Auftrag lief mit {value:g}: Darunter (schraffiert) lässt sich nicht zeigen, was er ausließ.</translation>
    </message>
    <message>
        <source>{what}, exact value</source>
        <translation>{what}, genauer Wert</translation>
    </message>
    <message>
        <source>{what}: drop the own value</source>
        <translation>{what}: eigenen Wert aufgeben</translation>
    </message>
    <message>
        <source>issue</source>
        <translation>Mangel</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>Blocker</translation>
    </message>
    <message>
        <source>creative intent</source>
        <translation>gestalterische Absicht</translation>
    </message>
    <message>
        <source>best possible</source>
        <translation>bestmöglich</translation>
    </message>
    <message>
        <source>not audible</source>
        <translation>nicht hörbar</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>falscher Typ</translation>
    </message>
    <message>
        <source>wrong bounds</source>
        <translation>falsche Grenzen</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>Severity of the verdict</source>
        <translation>Schweregrad des Urteils</translation>
    </message>
    <message>
        <source>Severity of the verdict; saved as soon as it is chosen.</source>
        <translation>Schweregrad des Urteils; gespeichert, sobald er gewählt ist.</translation>
    </message>
    <message>
        <source>Reason of the verdict</source>
        <translation>Grund des Urteils</translation>
    </message>
    <message>
        <source>Reason of the verdict; saved as soon as it is chosen.</source>
        <translation>Grund des Urteils; gespeichert, sobald er gewählt ist.</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>Kein Grund</translation>
    </message>
    <message>
        <source>Partly reviewed: some of what was joined here has no verdict.</source>
        <translation>Teilweise geprüft: Einiges von dem, was hier zusammengefasst ist, hat noch kein Urteil.</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} reviewed</source>
        <translation>{done:,} von {total:,} geprüft</translation>
    </message>
    <message>
        <source>by {person}, {day}</source>
        <translation>von {person}, {day}</translation>
    </message>
    <message>
        <source>Not reviewed yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Mixed: its parts were judged differently. A verdict now settles all of them.</source>
        <translation>Gemischt: Seine Teile wurden verschieden beurteilt. Ein Urteil jetzt gilt für alle.</translation>
    </message>
    <message>
        <source>Every recording that appears in the folder, once it is complete, is detected; one job for each batch. It goes on after a restart and takes nothing twice.</source>
        <translation>Jede Aufnahme, die in dem Ordner erscheint, wird erkannt, sobald sie vollständig ist; ein Auftrag je Schub. Das geht nach einem Neustart weiter und nimmt nichts doppelt.</translation>
    </message>
    <message>
        <source>{words} · {waiting:,} waiting · {done:,} done</source>
        <translation>{words} · {waiting:,} warten · {done:,} fertig</translation>
    </message>
    <message>
        <source>{folder} · {waiting:,} waiting, {done:,} done</source>
        <translation>{folder} · {waiting:,} warten, {done:,} fertig</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>uploading</source>
        <translation>wird hochgeladen</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>wird übergeben</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>steht aus</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Reihe</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>hört zu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation>{n} Kanäle</translation>
    </message>
    <message>
        <source>Your work is kept. If it happens again, send us the log file (Help, Show log).</source>
        <translation>Ihre Arbeit bleibt erhalten. Geschieht es wieder, senden Sie uns die Protokolldatei (Hilfe, Protokoll zeigen).</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm selbst ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>The disk or the system refused something.</source>
        <translation>Die Platte oder das System hat etwas verweigert.</translation>
    </message>
    <message>
        <source>Nothing was judged: every detection shown has a verdict, or none is selected.</source>
        <translation>Nichts wurde beurteilt: Jeder gezeigte Treffer hat ein Urteil, oder keiner ist gewählt.</translation>
    </message>
    <message>
        <source>The library says: {error}.</source>
        <translation>Die Bibliothek meldet: {error}.</translation>
    </message>
    <message>
        <source>This job was made with threshold {threshold:g}, merge window {merge} ms and minimum duration {least} ms; what it left out (hatched on the sliders) cannot be shown.</source>
        <translation>Dieser Auftrag lief mit Schwellwert {threshold:g}, Zusammenfassen {merge} ms und Mindestdauer {least} ms; was er ausließ (auf den Reglern schraffiert), lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>The server does not say how this job was made: what the sliders would need may be missing.</source>
        <translation>Der Server sagt nicht, wie dieser Auftrag lief: Was die Regler bräuchten, fehlt vielleicht.</translation>
    </message>
    <message>
        <source>The rule “{text}” is not understood.</source>
        <translation>Die Regel „{text}“ ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Write rules like: click&lt;=5, dropout&lt;=0, hum&lt;=2/min, *&lt;=20.</source>
        <translation>Schreiben Sie Regeln wie: click&lt;=5, dropout&lt;=0, hum&lt;=2/min, *&lt;=20.</translation>
    </message>
    <message>
        <source>it does not begin with a time in seconds</source>
        <translation>es beginnt nicht mit einer Zeit in Sekunden</translation>
    </message>
    <message>
        <source>This is no Audition marker list: it lacks the columns Name, Start and Duration.</source>
        <translation>Das ist keine Markerliste von Audition: Die Spalten Name, Start und Duration fehlen.</translation>
    </message>
    <message>
        <source>its times are in “{form}”; export with decimal times</source>
        <translation>die Zeiten sind in „{form}“; exportieren Sie mit dezimalen Zeiten</translation>
    </message>
    <message>
        <source>Clips are many files; choose a folder for them.</source>
        <translation>Clips sind viele Dateien; wählen Sie einen Ordner dafür.</translation>
    </message>
    <message>
        <source>Relay JSON (lossless)</source>
        <translation>Relay JSON (verlustfrei)</translation>
    </message>
    <message>
        <source>Everything, to be read again by this program.</source>
        <translation>Alles, damit dieses Programm es wieder lesen kann.</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>One row per detection with every field, for spreadsheets.</source>
        <translation>Eine Zeile je Treffer mit jedem Feld, für Tabellenkalkulationen.</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet-Tabelle</translation>
    </message>
    <message>
        <source>The table in columns; needs pyarrow.</source>
        <translation>Die Tabelle in Spalten; braucht pyarrow.</translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation>Audacity-Textmarken</translation>
    </message>
    <message>
        <source>File &gt; Import &gt; Labels in Audacity.</source>
        <translation>Datei &gt; Importieren &gt; Textmarken in Audacity.</translation>
    </message>
    <message>
        <source>REAPER regions</source>
        <translation>REAPER-Regionen</translation>
    </message>
    <message>
        <source>Region/Marker Manager &gt; Import in REAPER.</source>
        <translation>Region/Marker Manager &gt; Import in REAPER.</translation>
    </message>
    <message>
        <source>Adobe Audition markers</source>
        <translation>Adobe-Audition-Marker</translation>
    </message>
    <message>
        <source>Markers panel &gt; Import in Audition.</source>
        <translation>Marker-Bedienfeld &gt; Importieren in Audition.</translation>
    </message>
    <message>
        <source>iZotope RX markers</source>
        <translation>iZotope-RX-Marker</translation>
    </message>
    <message>
        <source>Markers and regions window &gt; Import in RX.</source>
        <translation>Fenster Markers and Regions &gt; Import in RX.</translation>
    </message>
    <message>
        <source>Raven selection table</source>
        <translation>Raven-Auswahltabelle</translation>
    </message>
    <message>
        <source>File &gt; Open selection table in Raven.</source>
        <translation>File &gt; Open selection table in Raven.</translation>
    </message>
    <message>
        <source>Sonic Visualiser regions (CSV)</source>
        <translation>Sonic-Visualiser-Bereiche (CSV)</translation>
    </message>
    <message>
        <source>File &gt; Import Annotation Layer in Sonic Visualiser.</source>
        <translation>File &gt; Import Annotation Layer in Sonic Visualiser.</translation>
    </message>
    <message>
        <source>Sonic Visualiser layer</source>
        <translation>Sonic-Visualiser-Ebene</translation>
    </message>
    <message>
        <source>The same, exact to the sample.</source>
        <translation>Dasselbe, auf den Abtastwert genau.</translation>
    </message>
    <message>
        <source>Praat TextGrid</source>
        <translation>Praat TextGrid</translation>
    </message>
    <message>
        <source>Open &gt; Read from file in Praat; a tier per type.</source>
        <translation>Open &gt; Read from file in Praat; eine Ebene je Typ.</translation>
    </message>
    <message>
        <source>SubRip subtitles</source>
        <translation>SubRip-Untertitel</translation>
    </message>
    <message>
        <source>For video players and editors.</source>
        <translation>Für Videoplayer und Schnittprogramme.</translation>
    </message>
    <message>
        <source>WebVTT subtitles</source>
        <translation>WebVTT-Untertitel</translation>
    </message>
    <message>
        <source>For players in web pages.</source>
        <translation>Für Player in Webseiten.</translation>
    </message>
    <message>
        <source>DaVinci Resolve markers (EDL)</source>
        <translation>DaVinci-Resolve-Marker (EDL)</translation>
    </message>
    <message>
        <source>Timelines &gt; Import &gt; Timeline Markers from EDL.</source>
        <translation>Timelines &gt; Import &gt; Timeline Markers from EDL.</translation>
    </message>
    <message>
        <source>EBU QC report</source>
        <translation>EBU-QC-Bericht</translation>
    </message>
    <message>
        <source>The report broadcasters exchange, one per recording.</source>
        <translation>Der Bericht, den Sender austauschen, einer je Aufnahme.</translation>
    </message>
    <message>
        <source>Report (HTML)</source>
        <translation>Bericht (HTML)</translation>
    </message>
    <message>
        <source>One page to read and to print; confirmed detections only.</source>
        <translation>Eine Seite zum Lesen und Drucken; nur bestätigte Treffer.</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>Bericht (PDF)</translation>
    </message>
    <message>
        <source>The same page for printing and signing.</source>
        <translation>Dieselbe Seite zum Drucken und Unterschreiben.</translation>
    </message>
    <message>
        <source>WAV with markers</source>
        <translation>WAV mit Markern</translation>
    </message>
    <message>
        <source>A copy of the recording with cue points in it.</source>
        <translation>Eine Kopie der Aufnahme mit Cue-Punkten darin.</translation>
    </message>
    <message>
        <source>Clips of the detections</source>
        <translation>Clips der Treffer</translation>
    </message>
    <message>
        <source>A WAV of every detection with some context.</source>
        <translation>Eine WAV-Datei von jedem Treffer mit etwas Umgebung.</translation>
    </message>
    <message>
        <source>{name} is in no format that can be read.</source>
        <translation>{name} hat kein Format, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>Readable are {known}.</source>
        <translation>Lesbar sind {known}.</translation>
    </message>
    <message>
        <source>There is no format “{key}”.</source>
        <translation>Es gibt kein Format „{key}“.</translation>
    </message>
    <message>
        <source>Choose one of {known}.</source>
        <translation>Wählen Sie eines von {known}.</translation>
    </message>
    <message>
        <source>{format} hold one recording per file.</source>
        <translation>{format}: Dieses Format fasst eine Aufnahme je Datei.</translation>
    </message>
    <message>
        <source>Export one file per recording into a folder.</source>
        <translation>Exportieren Sie eine Datei je Aufnahme in einen Ordner.</translation>
    </message>
    <message>
        <source>There is no recording to export.</source>
        <translation>Es gibt keine Aufnahme zu exportieren.</translation>
    </message>
    <message>
        <source>Open a file or a result first.</source>
        <translation>Öffnen Sie zuerst eine Datei oder ein Ergebnis.</translation>
    </message>
    <message>
        <source>{format} can be written only.</source>
        <translation>{format} lässt sich nur schreiben.</translation>
    </message>
    <message>
        <source>The names “{template}” cannot be made.</source>
        <translation>Die Namen „{template}“ lassen sich nicht bilden.</translation>
    </message>
    <message>
        <source>They may use {names}.</source>
        <translation>Sie dürfen {names} verwenden.</translation>
    </message>
    <message>
        <source>The audio of {name} is not on this computer.</source>
        <translation>Der Ton von {name} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation>Laden Sie ihn zuerst herunter.</translation>
    </message>
    <message>
        <source>A detection of {name} lies after the end of its audio; is it the same recording?</source>
        <translation>Ein Treffer von {name} liegt hinter dem Ende des Tons; ist es dieselbe Aufnahme?</translation>
    </message>
    <message>
        <source>This table has no columns artifact_type, start_ms and end_ms.</source>
        <translation>Diese Tabelle hat keine Spalten artifact_type, start_ms und end_ms.</translation>
    </message>
    <message>
        <source>This table is damaged at line {line}: {error}.</source>
        <translation>Diese Tabelle ist in Zeile {line} beschädigt: {error}.</translation>
    </message>
    <message>
        <source>Markers in a WAV file reach {hours:.1f} hours far, and {name} has later ones.</source>
        <translation>Marker in einer WAV-Datei reichen {hours:.1f} Stunden weit, und {name} hat spätere.</translation>
    </message>
    <message>
        <source>The markers this WAV file already has leave no numbers for more.</source>
        <translation>Die Marker, die diese WAV-Datei schon hat, lassen keine Nummern für weitere.</translation>
    </message>
    <message>
        <source>This cannot be exported.</source>
        <translation>Das lässt sich nicht exportieren.</translation>
    </message>
    <message>
        <source>Choose another format, or other recordings.</source>
        <translation>Wählen Sie ein anderes Format oder andere Aufnahmen.</translation>
    </message>
    <message>
        <source>This format holds one recording per file; export one file per recording.</source>
        <translation>Dieses Format fasst eine Aufnahme je Datei; exportieren Sie eine Datei je Aufnahme.</translation>
    </message>
    <message>
        <source>“{item}” is no EBU QC item: it may hold letters, digits and hyphens only.</source>
        <translation>„{item}“ ist kein EBU-QC-Item: Es darf nur Buchstaben, Ziffern und Bindestriche enthalten.</translation>
    </message>
    <message>
        <source>A timeline at {frame_rate} frames per second is not known.</source>
        <translation>Eine Timeline mit {frame_rate} Bildern pro Sekunde ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Choose {known}.</source>
        <translation>Wählen Sie {known}.</translation>
    </message>
    <message>
        <source>This JSON holds no detections: there is neither a list of them nor “files”.</source>
        <translation>Dieses JSON enthält keine Treffer: Es gibt weder eine Liste davon noch „files“.</translation>
    </message>
    <message>
        <source>its detection did not complete: {what}</source>
        <translation>die Erkennung wurde nicht fertig: {what}</translation>
    </message>
    <message>
        <source>This is not JSON: {error}.</source>
        <translation>Das ist kein JSON: {error}.</translation>
    </message>
    <message>
        <source>it is not a recording</source>
        <translation>das ist keine Aufnahme</translation>
    </message>
    <message>
        <source>it is not a detection</source>
        <translation>das ist kein Treffer</translation>
    </message>
    <message>
        <source>The tuning rules in this file cannot be read.</source>
        <translation>Die Abstimmungsregeln in dieser Datei lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>This Parquet file was not written by Relay Desktop.</source>
        <translation>Diese Parquet-Datei wurde nicht von Relay Desktop geschrieben.</translation>
    </message>
    <message>
        <source>This Parquet file is damaged or is none.</source>
        <translation>Diese Parquet-Datei ist beschädigt oder gar keine.</translation>
    </message>
    <message>
        <source>Choose another folder, or check its permissions.</source>
        <translation>Wählen Sie einen anderen Ordner oder prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{name} is already there.</source>
        <translation>{name} ist schon da.</translation>
    </message>
    <message>
        <source>{name} and {n} more are already there.</source>
        <translation>{name} und {n} weitere sind schon da.</translation>
    </message>
    <message>
        <source>{place} could not be written: {reason}.</source>
        <translation>{place} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or allow what is there to be replaced.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner, oder erlauben Sie, Vorhandenes zu ersetzen.</translation>
    </message>
    <message>
        <source>The disk is full: {name} could not be written.</source>
        <translation>Die Platte ist voll: {name} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {error}.</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen: {error}.</translation>
    </message>
    <message>
        <source>{name} is a recording of this review and is not replaced.</source>
        <translation>{name} ist eine Aufnahme dieser Prüfung und wird nicht ersetzt.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The sample rate of the recording must be known to read positions in samples.</source>
        <translation>Um Stellen in Abtastwerten zu lesen, muss die Abtastrate der Aufnahme bekannt sein.</translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation>es endet, bevor es beginnt</translation>
    </message>
    <message>
        <source>it begins before the recording does</source>
        <translation>es beginnt vor der Aufnahme</translation>
    </message>
    <message>
        <source>it begins after the end of the recording ({length})</source>
        <translation>es beginnt nach dem Ende der Aufnahme ({length})</translation>
    </message>
    <message>
        <source>This is not text in UTF-8, so it cannot be read as markers.</source>
        <translation>Das ist kein Text in UTF-8 und lässt sich daher nicht als Marker lesen.</translation>
    </message>
    <message>
        <source>The length of {name} is not known, so the times of the recordings after it cannot be given.</source>
        <translation>Die Länge von {name} ist nicht bekannt, daher lassen sich die Zeiten der Aufnahmen danach nicht angeben.</translation>
    </message>
    <message>
        <source>Export one table per recording, or make the audio reachable.</source>
        <translation>Exportieren Sie eine Tabelle je Aufnahme oder machen Sie den Ton erreichbar.</translation>
    </message>
    <message>
        <source>This is no Raven selection table: it lacks Begin Time (s) and End Time (s).</source>
        <translation>Das ist keine Auswahltabelle von Raven: Begin Time (s) und End Time (s) fehlen.</translation>
    </message>
    <message>
        <source>This is no REAPER region list: it lacks the columns #, Name and Start.</source>
        <translation>Das ist keine Regionenliste von REAPER: Die Spalten #, Name und Start fehlen.</translation>
    </message>
    <message>
        <source>This list is damaged at line {line}: {error}.</source>
        <translation>Diese Liste ist in Zeile {line} beschädigt: {error}.</translation>
    </message>
    <message>
        <source>{error}; {advice}</source>
        <translation>{error}; {advice}</translation>
    </message>
    <message>
        <source>This is no WAV file.</source>
        <translation>Das ist keine WAV-Datei.</translation>
    </message>
    <message>
        <source>This WAV file is damaged: it does not say its format.</source>
        <translation>Diese WAV-Datei ist beschädigt: Sie nennt ihr Format nicht.</translation>
    </message>
    <message>
        <source>This WAV file is damaged: its format cannot be.</source>
        <translation>Diese WAV-Datei ist beschädigt: Ihr Format kann es nicht geben.</translation>
    </message>
    <message>
        <source>There are too many markers for a WAV file.</source>
        <translation>Das sind zu viele Marker für eine WAV-Datei.</translation>
    </message>
    <message>
        <source>it names no artifact type</source>
        <translation>es nennt keinen Artefakttyp</translation>
    </message>
    <message>
        <source>it lacks start_ms or end_ms</source>
        <translation>start_ms oder end_ms fehlt</translation>
    </message>
    <message>
        <source>its {what} “{value}” is none of {allowed}</source>
        <translation>{what} „{value}“ ist keines von {allowed}</translation>
    </message>
    <message>
        <source>its {name} lies outside any recording</source>
        <translation>{name} liegt außerhalb jeder Aufnahme</translation>
    </message>
    <message>
        <source>its {name} is not a number</source>
        <translation>{name} ist keine Zahl</translation>
    </message>
    <message>
        <source>its confidence is not between 0 and 1</source>
        <translation>die Konfidenz liegt nicht zwischen 0 und 1</translation>
    </message>
    <message>
        <source>its {name} is not whole</source>
        <translation>{name} ist nicht ganzzahlig</translation>
    </message>
    <message>
        <source>its members cannot be read</source>
        <translation>die Teile lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>This is no RX marker file with times or samples: its first two lines do not say so.</source>
        <translation>Das ist keine Markerdatei von RX mit Zeiten oder Abtastwerten: Ihre ersten zwei Zeilen sagen es nicht.</translation>
    </message>
    <message>
        <source>its second word is no time</source>
        <translation>das zweite Wort ist keine Zeit</translation>
    </message>
    <message>
        <source>This is no table of Sonic Visualiser: its first line names neither TIME nor FRAME.</source>
        <translation>Das ist keine Tabelle von Sonic Visualiser: Ihre erste Zeile nennt weder TIME noch FRAME.</translation>
    </message>
    <message>
        <source>it holds no time: {error}</source>
        <translation>es enthält keine Zeit: {error}</translation>
    </message>
    <message>
        <source>A Sonic Visualiser layer counts in samples, and the sample rate of {name} is not known.</source>
        <translation>Eine Ebene von Sonic Visualiser zählt in Abtastwerten, und die Abtastrate von {name} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Choose the CSV for Sonic Visualiser, which counts in seconds, or make the audio reachable.</source>
        <translation>Wählen Sie die CSV für Sonic Visualiser, die in Sekunden zählt, oder machen Sie den Ton erreichbar.</translation>
    </message>
    <message>
        <source>This layer defines entities of its own and is not read.</source>
        <translation>Diese Ebene definiert eigene Entitäten und wird nicht gelesen.</translation>
    </message>
    <message>
        <source>This file of Sonic Visualiser holds no layer of regions.</source>
        <translation>Diese Datei von Sonic Visualiser enthält keine Ebene mit Bereichen.</translation>
    </message>
    <message>
        <source>This is no layer of Sonic Visualiser: {error}.</source>
        <translation>Das ist keine Ebene von Sonic Visualiser: {error}.</translation>
    </message>
    <message>
        <source>its frame, duration or value is no number</source>
        <translation>frame, duration oder value ist keine Zahl</translation>
    </message>
    <message>
        <source>This is no Praat TextGrid: its first lines do not say so.</source>
        <translation>Das ist kein TextGrid von Praat: Die ersten Zeilen sagen es nicht.</translation>
    </message>
    <message>
        <source>This TextGrid is damaged: it breaks off or holds text where a number belongs.</source>
        <translation>Dieses TextGrid ist beschädigt: Es bricht ab oder enthält Text, wo eine Zahl hingehört.</translation>
    </message>
    <message>
        <source>“{strip}” is not a time</source>
        <translation>„{strip}“ ist keine Zeit</translation>
    </message>
    <message>
        <source>“{strip}” is not a time on this recording</source>
        <translation>„{strip}“ ist keine Zeit in dieser Aufnahme</translation>
    </message>
    <message>
        <source>The audio of {name} is not on this computer, so no marked copy can be made.</source>
        <translation>Der Ton von {name} ist nicht auf diesem Computer, daher lässt sich keine markierte Kopie machen.</translation>
    </message>
    <message>
        <source>Download it, or export a marker file instead.</source>
        <translation>Laden Sie ihn herunter oder exportieren Sie stattdessen eine Markerdatei.</translation>
    </message>
    <message>
        <source>The recording became shorter while it was copied.</source>
        <translation>Die Aufnahme wurde kürzer, während sie kopiert wurde.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Mark {name} as done</source>
        <translation>{name} als fertig markieren</translation>
    </message>
    <message>
        <source>Mark {name} as not done</source>
        <translation>{name} als nicht fertig markieren</translation>
    </message>
    <message>
        <source>Leave out {start:.3f} to {end:.3f} s</source>
        <translation>{start:.3f} bis {end:.3f} s auslassen</translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation>{what} verschieben</translation>
    </message>
    <message>
        <source>Relabel {what}</source>
        <translation>{what} anders einordnen</translation>
    </message>
    <message>
        <source>{type} at {time:.3f} s</source>
        <translation>{type} bei {time:.3f} s</translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation>{what} hinzufügen</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>{what} entfernen</translation>
    </message>
    <message>
        <source>Select a detection first, then move its bounds.</source>
        <translation>Wählen Sie zuerst einen Treffer, dann verschieben Sie seine Grenzen.</translation>
    </message>
    <message>
        <source>This detection is the model&apos;s. Judge it with X where nothing is wrong.</source>
        <translation>Dieser Treffer ist vom Modell. Beurteilen Sie ihn mit X, wenn dort alles in Ordnung ist.</translation>
    </message>
    <message>
        <source>Wait until the detection of this file has ended, then mark what it missed.</source>
        <translation>Warten Sie, bis die Erkennung dieser Datei beendet ist, dann markieren Sie, was sie überhört hat.</translation>
    </message>
    <message>
        <source>The recording is not at its old place. Use Locate the file to hear it.</source>
        <translation>Die Aufnahme ist nicht an ihrem alten Ort. Mit Datei suchen wird sie wieder hörbar.</translation>
    </message>
    <message>
        <source>There is no job “{job}” in the library.</source>
        <translation>Es gibt keinen Auftrag „{job}“ in der Bibliothek.</translation>
    </message>
    <message>
        <source>Its id stands in the tooltip of the job&apos;s row.</source>
        <translation>Seine Kennung steht im Tooltip der Zeile des Auftrags.</translation>
    </message>
    <message>
        <source>There is no library at {path}.</source>
        <translation>Unter {path} gibt es keine Bibliothek.</translation>
    </message>
    <message>
        <source>Give --data-dir, or a file with a result.</source>
        <translation>Geben Sie --data-dir an oder eine Datei mit einem Ergebnis.</translation>
    </message>
    <message>
        <source>The library {path} cannot be read: {error}.</source>
        <translation>Die Bibliothek {path} lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>The library {path} was written by a newer version of Relay Desktop. Start that version, or move the file away to begin a new library.</source>
        <translation>Die Bibliothek {path} wurde von einer neueren Version von Relay Desktop geschrieben. Starten Sie jene Version, oder verschieben Sie die Datei, um eine neue Bibliothek zu beginnen.</translation>
    </message>
    <message>
        <source>Verdicts of markers</source>
        <translation>Urteile aus Markern</translation>
    </message>
    <message>
        <source>The audio of {name} is not at its place.</source>
        <translation>Der Ton von {name} ist nicht an seinem Ort.</translation>
    </message>
    <message>
        <source>Locate it first, or save the review without audio.</source>
        <translation>Geben Sie zuerst seinen Ort an, oder speichern Sie die Prüfung ohne Audio.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of Relay Desktop.</source>
        <translation>{name} wurde von einer neueren Version von Relay Desktop geschrieben.</translation>
    </message>
    <message>
        <source>Install that version to open it.</source>
        <translation>Installieren Sie jene Version, um es zu öffnen.</translation>
    </message>
    <message>
        <source>{name} is larger than any review</source>
        <translation>{name} ist größer als jede Prüfung</translation>
    </message>
    <message>
        <source>{name} is no place for a recording</source>
        <translation>{name} ist kein Ort für eine Aufnahme</translation>
    </message>
    <message>
        <source>{path} cannot be read: {error}.</source>
        <translation>{path} lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>{name} is damaged or no review: {error}.</source>
        <translation>{name} ist beschädigt oder keine Prüfung: {error}.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Bitten Sie noch einmal um die Datei.</translation>
    </message>
    <message>
        <source>a stretch of {name} ends before it starts or has no times</source>
        <translation>ein Bereich von {name} endet, bevor er beginnt, oder hat keine Zeiten</translation>
    </message>
    <message>
        <source>Judge {what}: {verdict}</source>
        <translation>{what} beurteilen: {verdict}</translation>
    </message>
    <message>
        <source>Note on {what}</source>
        <translation>Notiz zu {what}</translation>
    </message>
    <message>
        <source>Another window has judged this meanwhile; its verdict is shown now. Judge again to change it.</source>
        <translation>Ein anderes Fenster hat das inzwischen beurteilt; sein Urteil wird jetzt gezeigt. Urteilen Sie noch einmal, um es zu ändern.</translation>
    </message>
    <message>
        <source>It could not be taken back; the library says: {error}.</source>
        <translation>Es ließ sich nicht zurücknehmen; die Bibliothek meldet: {error}.</translation>
    </message>
    <message>
        <source>It could not be given again; the library says: {error}.</source>
        <translation>Es ließ sich nicht wieder setzen; die Bibliothek meldet: {error}.</translation>
    </message>
    <message>
        <source>Set {changes}</source>
        <translation>{changes} setzen</translation>
    </message>
    <message>
        <source>Set tuning</source>
        <translation>Abstimmung setzen</translation>
    </message>
    <message>
        <source>threshold to {value:.2f}</source>
        <translation>Schwellwert auf {value:.2f}</translation>
    </message>
    <message>
        <source>merge window to {value} ms</source>
        <translation>Zusammenfassen auf {value} ms</translation>
    </message>
    <message>
        <source>minimum duration to {value} ms</source>
        <translation>Mindestdauer auf {value} ms</translation>
    </message>
    <message>
        <source>own values of {types}</source>
        <translation>eigene Werte von {types}</translation>
    </message>
    <message>
        <source>artifact</source>
        <translation>Artefakt</translation>
    </message>
    <message>
        <source>not an artifact</source>
        <translation>kein Artefakt</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Waveform and spectrogram</source>
        <translation>Wellenform und Spektrogramm</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Mel</source>
        <translation>Mel</translation>
    </message>
    <message>
        <source>h:m:s</source>
        <translation>h:m:s</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Abtastwerte</translation>
    </message>
    <message>
        <source>Timecode 24</source>
        <translation>Timecode 24</translation>
    </message>
    <message>
        <source>Timecode 25</source>
        <translation>Timecode 25</translation>
    </message>
    <message>
        <source>Timecode {rate:.2f} drop</source>
        <translation>Timecode {rate:.2f} Drop</translation>
    </message>
    <message>
        <source>Timecode 30</source>
        <translation>Timecode 30</translation>
    </message>
    <message>
        <source>Hann</source>
        <translation>Hann</translation>
    </message>
    <message>
        <source>Hamming</source>
        <translation>Hamming</translation>
    </message>
    <message>
        <source>Blackman-Harris</source>
        <translation>Blackman-Harris</translation>
    </message>
    <message>
        <source>Rectangular</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Grey, dark on light</source>
        <translation>Grau, dunkel auf hell</translation>
    </message>
    <message>
        <source>{n:,} samples</source>
        <translation>{n:,} Abtastwerte</translation>
    </message>
    <message>
        <source>{type}, {start} to {stop}, {length}, {sure}</source>
        <translation>{type}, {start} bis {stop}, {length}, {sure}</translation>
    </message>
    <message>
        <source>{type} at {time}, {sure}</source>
        <translation>{type} bei {time}, {sure}</translation>
    </message>
    <message>
        <source>{start} to {stop} of {length}</source>
        <translation>{start} bis {stop} von {length}</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>confidence {confidence:.2f}</source>
        <translation>Konfidenz {confidence:.2f}</translation>
    </message>
    <message>
        <source>Paused: {folder}</source>
        <translation>Angehalten: {folder}</translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation>{folder} wird überwacht</translation>
    </message>
    <message>
        <source>No recording is open.</source>
        <translation>Keine Aufnahme ist offen.</translation>
    </message>
    <message>
        <source>{length}, joined from {members:,} detections</source>
        <translation>{length}, aus {members:,} Treffern zusammengefasst</translation>
    </message>
    <message>
        <source>Selected: {what}.</source>
        <translation>Gewählt: {what}.</translation>
    </message>
    <message>
        <source>bars: confidence</source>
        <translation>Balken: Konfidenz</translation>
    </message>
    <message>
        <source>{type} score</source>
        <translation>Bewertung {type}</translation>
    </message>
    <message>
        <source>peak {level}</source>
        <translation>Spitze {level}</translation>
    </message>
    <message>
        <source>RMS {level}</source>
        <translation>RMS {level}</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>noch nicht gehört</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation>von {n}</translation>
    </message>
    <message>
        <source>Click view</source>
        <translation>Knackser-Ansicht</translation>
    </message>
    <message>
        <source>This file&apos;s channels are all in view.</source>
        <translation>Die Kanäle dieser Datei sind alle zu sehen.</translation>
    </message>
    <message>
        <source>Drag over the sound to select what was missed, then press the number of its type.</source>
        <translation>Ziehen Sie über den Ton, um zu wählen, was überhört wurde, dann drücken Sie die Nummer seines Typs.</translation>
    </message>
    <message>
        <source>This is the last one of its type in this file.</source>
        <translation>Das ist der letzte seines Typs in dieser Datei.</translation>
    </message>
    <message>
        <source>This is the first one of its type in this file.</source>
        <translation>Das ist der erste seines Typs in dieser Datei.</translation>
    </message>
    <message>
        <source>{type}: added by hand and signed as an artifact.</source>
        <translation>{type}: von Hand hinzugefügt und als Artefakt gezeichnet.</translation>
    </message>
    <message>
        <source>Saved, but there is no key yet.</source>
        <translation>Gespeichert, aber es gibt noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The key comes from the environment (RELAY_API_KEY).</source>
        <translation>Der Schlüssel kommt aus der Umgebung (RELAY_API_KEY).</translation>
    </message>
    <message>
        <source>The key is kept in the keyring of this system.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>This system has no keyring: the key is kept until the program ends. RELAY_API_KEY in the environment is another way.</source>
        <translation>Dieses System hat keinen Schlüsselbund: Der Schlüssel gilt bis zum Programmende. RELAY_API_KEY in der Umgebung ist ein anderer Weg.</translation>
    </message>
    <message>
        <source>The account could not be saved: {error}. Check the disk, then save again.</source>
        <translation>Das Konto konnte nicht gespeichert werden: {error}. Prüfen Sie die Platte, dann speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>The key could not be kept: {error}.</source>
        <translation>Der Schlüssel konnte nicht aufbewahrt werden: {error}.</translation>
    </message>
    <message>
        <source>The test failed: {error}</source>
        <translation>Die Prüfung schlug fehl: {error}</translation>
    </message>
    <message>
        <source>The account {name} is not connected yet.</source>
        <translation>Das Konto {name} ist noch nicht verbunden.</translation>
    </message>
    <message>
        <source>The library of jobs could not be written.</source>
        <translation>Die Bibliothek der Aufträge konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Free some space on the disk or check the folder; until then a restart may not find everything.</source>
        <translation>Schaffen Sie Platz auf der Platte oder prüfen Sie den Ordner; bis dahin findet ein Neustart vielleicht nicht alles wieder.</translation>
    </message>
    <message>
        <source>In {folder}.</source>
        <translation>In {folder}.</translation>
    </message>
    <message>
        <source>Nothing was chosen that could be written.</source>
        <translation>Es war nichts gewählt, was sich schreiben ließe.</translation>
    </message>
    <message>
        <source>Exported {what}.</source>
        <translation>{what} exportiert.</translation>
    </message>
    <message>
        <source>The file is not where it was. Put it back, or locate it, to see and hear it.</source>
        <translation>Die Datei ist nicht, wo sie war. Legen Sie sie zurück oder geben Sie ihren Ort an, um sie zu sehen und zu hören.</translation>
    </message>
    <message>
        <source>{error} {advice}</source>
        <translation>{error} {advice}</translation>
    </message>
    <message>
        <source>The file is no longer where it was.</source>
        <translation>Die Datei ist nicht mehr, wo sie war.</translation>
    </message>
    <message>
        <source>Put it back or locate it, then retry.</source>
        <translation>Legen Sie sie zurück oder geben Sie ihren Ort an, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Empty job</source>
        <translation>Leerer Auftrag</translation>
    </message>
    <message>
        <source>{name} and {n:,} more</source>
        <translation>{name} und {n:,} weitere</translation>
    </message>
    <message>
        <source>The detection of this file failed.</source>
        <translation>Die Erkennung dieser Datei ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The service no longer has this job. Run the detection again.</source>
        <translation>Der Dienst hat diesen Auftrag nicht mehr. Starten Sie die Erkennung noch einmal.</translation>
    </message>
    <message>
        <source>The account of this job was removed.</source>
        <translation>Das Konto dieses Auftrags wurde entfernt.</translation>
    </message>
    <message>
        <source>Add the account again in Settings &gt; Accounts.</source>
        <translation>Fügen Sie das Konto unter Einstellungen &gt; Konten wieder hinzu.</translation>
    </message>
    <message>
        <source>No detection model is installed.</source>
        <translation>Es ist kein Erkennungsmodell installiert.</translation>
    </message>
    <message>
        <source>Put a model&apos;s folder into the models folder of this program, then try again.</source>
        <translation>Legen Sie den Ordner eines Modells in den Modellordner dieses Programms, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The detection engine is not running yet.</source>
        <translation>Die Erkennung läuft noch nicht.</translation>
    </message>
    <message>
        <source>The detection engine had stopped and was started again.</source>
        <translation>Die Erkennung war stehen geblieben und wurde neu gestartet.</translation>
    </message>
    <message>
        <source>Nothing that was shown is lost; unfinished files go on by themselves.</source>
        <translation>Nichts von dem, was zu sehen war, ist verloren; unfertige Dateien gehen von selbst weiter.</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} files</source>
        <translation>
            <numerusform>{n:,} Datei</numerusform>
            <numerusform>{n:,} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected: the key is accepted, the server has {n:,} jobs.</source>
        <translation>
            <numerusform>Verbunden: Der Schlüssel gilt, der Server hat einen Auftrag.</numerusform>
            <numerusform>Verbunden: Der Schlüssel gilt, der Server hat {n:,} Aufträge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carry {n:,} verdicts over</source>
        <translation>
            <numerusform>{n:,} Urteil übernehmen</numerusform>
            <numerusform>{n:,} Urteile übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carried over: {n:,} verdicts. Undo takes it back.</source>
        <translation>
            <numerusform>{n:,} Urteil übernommen. Rückgängig nimmt es zurück.</numerusform>
            <numerusform>{n:,} Urteile übernommen. Rückgängig nimmt sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n:,} detections are of hidden types. Make a type visible at the right.</source>
        <translation>
            <numerusform>Der eine Treffer ist von einem ausgeblendeten Typ. Zeigen Sie den Typ rechts.</numerusform>
            <numerusform>Alle {n:,} Treffer sind von ausgeblendeten Typen. Zeigen Sie rechts einen Typ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all {n:,} detections. Clear it in the bar above this table.</source>
        <translation>
            <numerusform>Der Filter blendet den einen Treffer aus. Heben Sie ihn in der Leiste über dieser Tabelle auf.</numerusform>
            <numerusform>Der Filter blendet alle {n:,} Treffer aus. Heben Sie ihn in der Leiste über dieser Tabelle auf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from {n:,} verdicts</source>
        <translation>
            <numerusform>aus {n:,} Urteil</numerusform>
            <numerusform>aus {n:,} Urteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n:,} with detections</source>
        <translation>
            <numerusform>Die eine mit Treffern</numerusform>
            <numerusform>Alle {n:,} mit Treffern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections shown</source>
        <translation>
            <numerusform>{n:,} Treffer gezeigt</numerusform>
            <numerusform>{n:,} Treffer gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections</source>
        <translation>
            <numerusform>{n:,} Treffer</numerusform>
            <numerusform>{n:,} Treffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} raw detections with confidence {low:.2f} to {high:.2f}.</source>
        <translation>
            <numerusform>{n:,} Rohtreffer mit Konfidenz {low:.2f} bis {high:.2f}.</numerusform>
            <numerusform>{n:,} Rohtreffer mit Konfidenz {low:.2f} bis {high:.2f}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} raw detections</source>
        <translation>
            <numerusform>{n:,} Rohtreffer</numerusform>
            <numerusform>{n:,} Rohtreffer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{format}: {n:,} markers understood.</source>
        <translation>
            <numerusform>{format}: {n:,} Marker verstanden.</numerusform>
            <numerusform>{format}: {n:,} Marker verstanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} lines were not understood and left out.</source>
        <translation>
            <numerusform>Eine Zeile war nicht zu verstehen und blieb weg.</numerusform>
            <numerusform>{n:,} Zeilen waren nicht zu verstehen und blieben weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n:,} files</source>
        <translation>
            <numerusform>{done} von {n:,} Datei</numerusform>
            <numerusform>{done} von {n:,} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {n:,} verdicts</source>
        <translation>
            <numerusform>Aus {n:,} Urteil</numerusform>
            <numerusform>Aus {n:,} Urteilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Joined from {n:,} raw detections:</source>
        <translation>
            <numerusform>Aus {n:,} Rohtreffer zusammengefasst:</numerusform>
            <numerusform>Aus {n:,} Rohtreffern zusammengefasst:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections here</source>
        <translation>
            <numerusform>{n:,} Treffer hier</numerusform>
            <numerusform>{n:,} Treffer hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections judged: {verdict}. Undo takes all of it back.</source>
        <translation>
            <numerusform>Ein Treffer beurteilt: {verdict}. Rückgängig nimmt es zurück.</numerusform>
            <numerusform>{n:,} Treffer beurteilt: {verdict}. Rückgängig nimmt alles zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out {n} stretches less</source>
        <translation>
            <numerusform>Einen Bereich weniger auslassen</numerusform>
            <numerusform>{n} Bereiche weniger auslassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n:,} markers into {name}</source>
        <translation>
            <numerusform>Einen Marker in {name} importieren</numerusform>
            <numerusform>{n:,} Marker in {name} importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n:,} detections</source>
        <translation>
            <numerusform>{n:,} Treffer hinzufügen</numerusform>
            <numerusform>{n:,} Treffer hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing {start} to {stop} of {length}; {n:,} detections.</source>
        <translation>
            <numerusform>{start} bis {stop} von {length} zu sehen; {n:,} Treffer.</numerusform>
            <numerusform>{start} bis {stop} von {length} zu sehen; {n:,} Treffer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys of</source>
        <translation>Tasten von</translation>
    </message>
    <message>
        <source>What you choose below stays yours over every preset.</source>
        <translation>Was Sie unten wählen, bleibt Ihres, gleich bei welcher Belegung.</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>Von Ihnen gewählt</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Use this key for the chosen command</source>
        <translation>Diese Taste für den gewählten Befehl nehmen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add this key to the chosen command</source>
        <translation>Diese Taste dem gewählten Befehl hinzufügen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Take the keys off the command</source>
        <translation>Dem Befehl die Tasten nehmen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Back to the key of the preset</source>
        <translation>Zurück zur Taste der Belegung</translation>
    </message>
    <message>
        <source>Reset every key</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the preset&apos;s keys everywhere</source>
        <translation>Überall zurück zu den Tasten der Belegung</translation>
    </message>
    <message>
        <source>What the new key would do</source>
        <translation>Was die neue Taste täte</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key in the field.</source>
        <translation>Wählen Sie einen Befehl, dann drücken Sie im Feld seine neue Taste.</translation>
    </message>
    <message>
        <source>{key} belongs to {names} now and would be taken from there.</source>
        <translation>{key} gehört jetzt zu {names} und würde dort weggenommen.</translation>
    </message>
</context>
<context>
    <name>SoundDevices</name>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Vorgabe des Systems</translation>
    </message>
    <message>
        <source>The sound device “{name}” does not answer any more.</source>
        <translation>Das Audiogerät „{name}“ antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>Sound goes over the system&apos;s default device now. Choose another one in Play &gt; Sound.</source>
        <translation>Der Ton geht jetzt über das Vorgabegerät des Systems. Wählen Sie unter Wiedergabe &gt; Ton ein anderes.</translation>
    </message>
</context>
<context>
    <name>SoundMenu</name>
    <message>
        <source>The system&apos;s default</source>
        <translation>Vorgabe des Systems</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Noch einmal nach Geräten suchen</translation>
    </message>
    <message>
        <source>After something was plugged in or out. Playing stops.</source>
        <translation>Nachdem etwas ein- oder ausgesteckt wurde. Die Wiedergabe hält an.</translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>Play over</source>
        <translation>Wiedergabe über</translation>
    </message>
    <message>
        <source>If the chosen device goes away while it plays, sound goes on over the system&apos;s default.</source>
        <translation>Verschwindet das gewählte Gerät während der Wiedergabe, geht der Ton über das Vorgabegerät des Systems weiter.</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Noch einmal nach Geräten suchen</translation>
    </message>
    <message>
        <source>Plugged something in?</source>
        <translation>Etwas eingesteckt?</translation>
    </message>
    <message>
        <source>Playing stops, because the sound system has to begin anew.</source>
        <translation>Die Wiedergabe hält an, weil das Audiosystem neu beginnen muss.</translation>
    </message>
    <message>
        <source>The file&apos;s own, where the device takes it</source>
        <translation>Die der Datei, wenn das Gerät sie annimmt</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Another rate than the file&apos;s is converted with high quality, for the ear only.</source>
        <translation>Eine andere Rate als die der Datei wird hochwertig umgerechnet, nur zum Abhören.</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>A longer one survives a busier computer; the playhead allows for it.</source>
        <translation>Ein größerer übersteht einen beschäftigteren Computer; die Abspielposition berücksichtigt ihn.</translation>
    </message>
    <message>
        <source>Have the device for this program alone</source>
        <translation>Gerät nur für dieses Programm</translation>
    </message>
    <message>
        <source>Where the host API can do that (Windows WASAPI, Core Audio): nothing is mixed or converted.</source>
        <translation>Wo die Schnittstelle das kann (Windows WASAPI, Core Audio): Nichts wird gemischt oder umgerechnet.</translation>
    </message>
    <message>
        <source>Playing a detection</source>
        <translation>Abspielen eines Treffers</translation>
    </message>
    <message>
        <source>Play a detection when it is selected</source>
        <translation>Treffer beim Auswählen abspielen</translation>
    </message>
    <message>
        <source>Also when the next one is selected after a verdict.</source>
        <translation>Auch wenn der nächste nach einem Urteil gewählt wird.</translation>
    </message>
    <message>
        <source>Return to where playing began</source>
        <translation>An den Anfang der Wiedergabe zurück</translation>
    </message>
    <message>
        <source>Soft seams in loops (2 ms)</source>
        <translation>Weiche Nahtstellen in Schleifen (2 ms)</translation>
    </message>
    <message>
        <source>Off: the last sample of a round is followed by the first of the next, as they are.</source>
        <translation>Aus: Auf den letzten Abtastwert eines Durchgangs folgt der erste des nächsten, wie sie sind.</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Vorgabe des Systems</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Kein Ton</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>TimeDisplay</name>
    <message>
        <source>Playhead</source>
        <translation>Abspielposition</translation>
    </message>
    <message>
        <source>Where the playhead is, and how long the recording is (hours:minutes:seconds)</source>
        <translation>Wo die Abspielposition ist und wie lang die Aufnahme ist (Stunden:Minuten:Sekunden)</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Rundgang überspringen</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>TuningPanel</name>
    <message>
        <source>Tuning</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own values for all three sliders and every type.</source>
        <translation>Zurück zu den Werten des Modells für alle drei Regler und jeden Typ.</translation>
    </message>
    <message>
        <source>Reset tuning</source>
        <translation>Abstimmung zurücksetzen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>shown · threshold · merge · min</source>
        <translation>gezeigt · Schwelle · fassen · min</translation>
    </message>
    <message>
        <source>What the sliders change</source>
        <translation>Was die Regler ändern</translation>
    </message>
    <message>
        <source>Let the sliders change all types together, or one type alone.</source>
        <translation>Die Regler alle Typen gemeinsam ändern lassen oder nur einen Typ.</translation>
    </message>
</context>
<context>
    <name>Types</name>
    <message>
        <source>click</source>
        <translation>Knackser</translation>
    </message>
    <message>
        <source>glitch</source>
        <translation>Glitch</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>Aussetzer</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>Übersteuerung</translation>
    </message>
    <message>
        <source>distortion</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>noise burst</source>
        <translation>Rauschstoß</translation>
    </message>
    <message>
        <source>hum</source>
        <translation>Brumm</translation>
    </message>
</context>
<context>
    <name>TypesTable</name>
    <message>
        <source>No types yet: they come with the model or the first detections.</source>
        <translation>Noch keine Typen: Sie kommen mit dem Modell oder den ersten Treffern.</translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>own ×</source>
        <translation>eigen ×</translation>
    </message>
    <message>
        <source>This type has its own value. Click to follow the common one again.</source>
        <translation>Dieser Typ hat einen eigenen Wert. Klicken, um wieder dem gemeinsamen zu folgen.</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Type of the detection</source>
        <translation>Typ des Treffers</translation>
    </message>
    <message>
        <source>It is an artifact of another type: choose which. Undo brings the model&apos;s back.</source>
        <translation>Es ist ein Artefakt eines anderen Typs: Wählen Sie, welches. Rückgängig bringt den des Modells zurück.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on the verdict</source>
        <translation>Notiz zum Urteil</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitergehen</translation>
    </message>
    <message>
        <source>Go on after a verdict</source>
        <translation>Nach einem Urteil weitergehen</translation>
    </message>
    <message>
        <source>After a verdict, select the next detection that still needs one.</source>
        <translation>Nach einem Urteil den nächsten Treffer wählen, der noch eins braucht.</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Überwachung beenden</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>the folder in which recordings appear</source>
        <translation>der Ordner, in dem Aufnahmen erscheinen</translation>
    </message>
    <message>
        <source>Where its recordings are detected</source>
        <translation>Wo seine Aufnahmen erkannt werden</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Zu überwachender Ordner</translation>
    </message>
    <message>
        <source>There is no folder {}.</source>
        <translation>Es gibt keinen Ordner {}.</translation>
    </message>
</context>
<context>
    <name>WatchLine</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Take nothing new from the watched folder until resumed</source>
        <translation>Nichts Neues aus dem überwachten Ordner nehmen, bis es weitergeht</translation>
    </message>
</context>
</TS>
