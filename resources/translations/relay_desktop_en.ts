<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>About</source>
        <comment>Engine</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <comment>Device</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <comment>Model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <comment>the newest installed one</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <comment>Data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <comment>Log</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording with faults in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine on this computer listens to it now. Coloured regions are what it found; each type has its colour, its mark and its lane. N and P go from one to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return plays the selected detection with a little around it, Space plays from the playhead, L repeats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three numbers decide what you see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold, merge window, minimum duration. Drag them: everything follows at once, and Reset brings the model&apos;s own values back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge with one key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: an artifact. X: not one. U: unsure. Each verdict is on the disk before the next key, and Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now your own recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or folders anywhere in the window. File &gt; Export… hands on what you decided. Help says more about everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches</source>
        <comment>The outlines of recordings, so that they are drawn at once the next time.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches</source>
        <comment>Fetched recordings</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches</source>
        <comment>Sound fetched from a remote service, so that it need not be fetched again.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <comment>Logs</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <comment>Caches</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Relay Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, device and the end of the log, without keys and passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It holds no keys and no passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review, retune and sign the artifacts that Relay finds in audio.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers on which jobs can run. Nothing leaves this computer unless a job is made there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://proxy:8080, or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PEM file, or empty for those of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server for its jobs with what is typed here; nothing is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this account and its key; its jobs stay on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Compare reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second reviewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast: black and white with strong lines, for tired eyes and bright rooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this program alone, beside what the system scales.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Audition</name>
    <message>
        <source>Nothing as long as this is free of detections in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only detections up to {seconds:g} seconds can be bridged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No detection is shown that could be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last detection of this file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditionPanel</name>
    <message>
        <source>Pre-roll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-roll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence between two rounds of a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap in loops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft seams in loops (2 ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fades for two thousandths of a second where a loop begins again, so that the seam never clicks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CachesPage</name>
    <message>
        <source>Kept only to be faster; it is made again when needed. Clearing costs no verdict and no result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of {cache}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear {cache}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose audio files to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder; every audio file below it is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the open job with its verdicts into one .relay file to hand on. Your own work is saved already; this is a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save review with audio…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, with the recordings in it, for somebody who does not have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import markers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read markers of other programs (Audacity, REAPER, Praat and more) or an export of ours, see what would happen, then take it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write detections and verdicts as markers, tables, reports or clips, for other programs and people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen files off this list. The files on the disk stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the chosen files through detection again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop sending the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the upload of the chosen files; the others go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where a missing file lies now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window. Jobs and results are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the model&apos;s own values for all three sliders and every type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make all hidden types visible again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defaults, appearance, shortcuts, caches, privacy. What is changed applies at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a shorter stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a longer stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the selected detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the view with the selected detection and a little of what is around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole file into the view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to the selected stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the view with the stretch that was selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selected stretch begin at the playhead, as dragging over the sound does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selected stretch end at the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the view before the last zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward again after going back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view a little earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view a little later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view by its whole width, earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One view on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the view by its whole width, later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll to the start of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll to the end of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taller waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make quiet sound visible: the waveform is drawn higher. What is heard stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the waveform less high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show frequencies under the waveform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform, spectrogram, or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both, the waveform alone, the spectrogram alone, round and round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size and window of the transform, colours, levels, frequency scale, channels, units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform in decibels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the waveform&apos;s height in decibels, so that quiet faults can be seen beside loud sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the waveform&apos;s height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the file&apos;s loudest sample at full height. What is heard stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw sudden changes in place of the waveform: a click of one sample stands out at any zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of more than eight channels: show the next eight, after the last ones the first again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of more than eight channels: show the eight before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates that the rules hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show faintly, in the lanes, what threshold and minimum duration keep out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show under the lanes how sure the model was at every moment, with the threshold on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dragged ends stick to detections, the playhead and the ruler&apos;s lines where these are near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unit of the ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count in h:m:s, seconds, samples, timecode 24, 25, 29.97 drop or 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the keyboard to the next part: jobs, files, timeline, detections, tuning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the keyboard to the previous part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs and files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the left side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the right side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the table under the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the playhead, or pause. With a stretch selected: play that stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the selected detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the selected detection with a little before and after it, from the beginning each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the same stretch again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing. Pressed again: let go of the selected stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play all shown detections in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play every shown detection from the selected one on, and nothing of what lies between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a detection when it is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear each detection as soon as you come to it, also after a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to where playing began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After stopping, the playhead goes back to where it was; off: it stays where you stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View follows the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll on when the playhead runs out of the view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it bridged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected detection is replaced by what its surroundings suggest, to hear whether it is what disturbs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear a clean neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much sound from nearby without any detection, to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear the other file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to the file you compare with, at the same place, and back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file or version, to switch between the two while listening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half, a quarter, a tenth of the speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed and help for the ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back towards full speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the pitch when slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow sound stays as high as it was. Off: lower, like a slow tape, and clicks stay clicks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder for the ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 dB louder, up to 40; a soft limiter keeps it below full scale. The file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter for the ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 dB quieter. The file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next choice of channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels, mono, mid, side, then each one alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gain, all channels, all frequencies, full speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuttle back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play backwards; each further press twice as fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuttle stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop shuttling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuttle on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play on; each further press twice as fast. The key L alone is the loop; the settings can swap them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back one second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the playhead one second earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On one second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the playhead one second later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the playhead a hundredth of a second earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the playhead a hundredth of a second later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the playhead at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the playhead at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next shown detection; after the last one, the first of the next file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the shown detection before this one; before the first, the last of the file before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next without a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next shown detection that still needs a verdict, in the order of the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next of the same type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next shown detection of the selected one&apos;s type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous of the same type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the shown detection of the selected one&apos;s type before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the selected detections: this is an artifact. Saved at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the selected detections: nothing is wrong here. Saved at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the selected detections: somebody else should decide. Saved at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This and all less confident of its type: artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge the selected detection and every one of its type that the model is less sure of and that has no verdict yet: artifacts. One undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This and all less confident of its type: not artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, but nothing is wrong there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This and all less confident of its type: unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, but somebody else should decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shown without a verdict: artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge every detection of the table that has no verdict yet: artifacts. One undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shown without a verdict: not artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shown without a verdict: unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the file as reviewed, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say that the file needs no further look: the queue leaves it out and its row says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare reviewers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far two people who judged this job agree, and what they do not agree on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with another run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What another model, setting or version found on the same audio; carry its verdicts over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only detections whose note contains a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again everything that the rules leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next file of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of the selected detection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected detections as a table (tabs between the columns).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s start earlier, by a pixel or a millisecond. The model&apos;s own stays kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s start later, by a pixel or a millisecond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s end earlier, by a pixel or a millisecond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected detection&apos;s end later, by a pixel or a millisecond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what was made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected hand-made detection away; what it stood for is shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the first type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the first lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the second type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the second lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the third type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the third lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the fourth type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the fourth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the fifth type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the fifth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the sixth type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the sixth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the seventh type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the seventh lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the eighth type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the eighth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the stretch as the ninth type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a detection of the ninth lane&apos;s type over the stretch that is selected by dragging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to every file of the list with the chosen model, on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where a job runs, with which model and on which files, or begin with an empty list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the job that is open. What is finished is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try failed files again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the failed files of the open job through detection again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the job and its results off this computer&apos;s list. Your audio files are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the open job&apos;s files again as a job that keeps everything, so that every setting is exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the recordings of the open job from its server, to see and hear them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the recordings in a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the recordings of the open job on this computer, by name, size and content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect in every recording that appears in a folder, here or on a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask this computer and the servers for their jobs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers on which jobs can run, and their keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the chosen model was trained on, how well it hears, its licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each slider does, formats, keys, services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The short tour of the first start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder with the program&apos;s log file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Relay Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, device, licences, and diagnostics to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table of detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare with another run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry its verdicts over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other job has results that are kept here. Open that job once, then compare again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict of the other run fits a detection here that is still open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfidenceHistogram</name>
    <message>
        <source>Histogram of confidences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetectionTable</name>
    <message>
        <source>Detections of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayPanel</name>
    <message>
        <source>View options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decibels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the file&apos;s loudest sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPECTROGRAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darkest at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightest at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DETECTIONS AND RULER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates that the rules hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap dragged ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EarPanel</name>
    <message>
        <source>Only from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain, exact value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder for the ear; a soft limiter keeps it below full scale. The file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a band of frequencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file or version; it is heard at the same times as the one on the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyDesk</name>
    <message>
        <source>No file is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop audio here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files or whole folders: WAV, RF64, AIFF, FLAC, OGG, Opus, MP3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, send us the log (Help &gt; Show log).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the server address; the program tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key of this account; it may have been revoked or belong to another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know this job or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed there, or made on another server. Run the detection again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is in a state that does not allow this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the job list; a cancelled or failed job takes no more files, start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not accept what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the model, the settings of the job and the size of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program waits and goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the service is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space where the service keeps its data, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has a problem of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program tries again by itself. If it lasts, tell whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave an answer that could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server address is that of a Relay service and nothing in between changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server points to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter that address in the account yourself if you trust it; the key is not sent along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be transferred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be uploaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection, then retry the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry the file to send it after all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection engine of this computer does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs to free memory and try again; the log says more (Help &gt; Show log).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the light program; it has no detection engine of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file is still there and may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect or switch on a sound device, then press play again. Or choose Play &gt; Sound &gt; No sound: then the playhead and everything else go on without it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence for thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision by threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the evidence is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file with detections first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision to reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the type this threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this type the proposed threshold as its own; the numbers are kept with the review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the evidence as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision, recall and their intervals of every type at every threshold, as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All recordings in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click&lt;=5, dropout&lt;=0, hum&lt;=2/min, *&lt;=20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace files that are already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePanel</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter files by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In notes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the selected stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the selected stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what lies in stretches left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget stretches left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity, duration, time range, stretches left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect when files are opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: files wait in their rows until you run the detection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what was open last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files, their tuning, the stretch in view and the selected detection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One window for all files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files opened from outside go to the window that is there, instead of a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the chosen device is not there, the engine says so and uses the processor.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the topic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take verdicts, severities and notes over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add what lies on no detection as made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobFilterRow</name>
    <message>
        <source>Filter jobs by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that stand in the name, the model, the server or the job&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter jobs by server, model and status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show jobs of one server, one model or one status only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask this computer and the servers for their jobs again (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobNotice</name>
    <message>
        <source>About this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approximate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link a local copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the recording from the server and keep it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the same recording on this computer; it is compared first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the recordings of this whole job in a folder, by name, size and content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same files as a new job that keeps everything, so that every setting can be shown exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {} from {}: {:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is on {}{}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobNotices</name>
    <message>
        <source>Tell me when a long job ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a message of the system, while this window is not the active one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new job: where it runs, with which model, on which files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelStrip</name>
    <message>
        <source>Level meters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak and RMS of what is heard. Click to take back the held peak and the clip lights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True peak: {level:.1f} dBTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound was interrupted {count} times: this computer was too busy. A longer buffer (Settings, Sound) helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} gaps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>About the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewJobDialog</name>
    <message>
        <source>New job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the job runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything (raw capture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw capture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id of a model on this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every slider can show every setting exactly afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What these settings leave out cannot be shown later; the job would have to run again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of earlier jobs on this server are offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files are uploaded to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without files an empty list begins; drop audio on the window then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio for the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsButton</name>
    <message>
        <source>View options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View options: spectrogram, channels, units (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the whole recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayTools</name>
    <message>
        <source>Playing a detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the ear only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A detection is played with {before:g} s before it and {after:g} s after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain, channels, a band of frequencies, comparing: for the ear only, the file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed: {speed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast it is played. Slow without its pitch kept is right for clicks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrecisionPlot</name>
    <message>
        <source>Precision by threshold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>This program sends nothing about you or your work to anybody: no statistics, no reports of crashes, no search for updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection on this computer stays on this computer. Only when you run a job on a remote service do the files of that job, their names and what you set for the job go to that service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API keys lie in the keyring of the system, never in a settings file. Logs hold names of files and what went wrong; they leave this computer only if you send them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>Caches</source>
        <comment>Waveforms</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <comment>Jobs, verdicts, notes and settings</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Review queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw another sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per type and tenth</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoteParts</name>
    <message>
        <source>Where are the recordings?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after a verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Tuning, evidence, queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message>
        <source>Selected detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person added it or moved its bounds; no rule hides it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence of the model; of a joined detection, the highest of its members.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you choose below stays yours over every preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key for the chosen command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this key to the chosen command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the keys off the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the key of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preset&apos;s keys everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the new key would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command, then press its new key in the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} belongs to {names} now and would be taken from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundDevices</name>
    <message>
        <source>No sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device “{name}” does not answer any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound goes over the system&apos;s default device now. Choose another one in Play &gt; Sound.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundMenu</name>
    <message>
        <source>The system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After something was plugged in or out. Playing stops.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>Play over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the chosen device goes away while it plays, sound goes on over the system&apos;s default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plugged something in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing stops, because the sound system has to begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s own, where the device takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another rate than the file&apos;s is converted with high quality, for the ear only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A longer one survives a busier computer; the playhead allows for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the device for this program alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the host API can do that (Windows WASAPI, Core Audio): nothing is mixed or converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing a detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a detection when it is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also when the next one is selected after a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to where playing began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft seams in loops (2 ms)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the last sample of a round is followed by the first of the next, as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeDisplay</name>
    <message>
        <source>Playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the playhead is, and how long the recording is (hours:minutes:seconds)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TuningPanel</name>
    <message>
        <source>Tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the model&apos;s own values for all three sliders and every type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sliders change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the sliders change all types together, or one type alone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypesTable</name>
    <message>
        <source>No types yet: they come with the model or the first detections.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueRow</name>
    <message>
        <source>own ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This type has its own value. Click to follow the common one again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of the detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is an artifact of another type: choose which. Undo brings the model&apos;s back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a verdict, select the next detection that still needs one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Watch a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder in which recordings appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where its recordings are detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WatchLine</name>
    <message>
        <source>{} · {:,} waiting, {:,} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take nothing new from the watched folder until resumed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>Paused: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} · {:,} waiting · {:,} done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>owner</name>
    <message>
        <source>Playing a detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the ear only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
