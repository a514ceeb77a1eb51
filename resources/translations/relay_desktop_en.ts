<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on. Exports, times and file formats are the same in every language.</source>
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
    <name>Model cards</name>
    <message>
        <source>Finds clicks, buffer glitches, dropouts, clipping, distortion, noise bursts and mains hum in speech, music and effects at any sample rate. Runs on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An impulsive click or pop of one to some hundred samples that is not part of the programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digital buffer fault: a repeated, skipped, stuttered, shuffled or stale piece, or a hard jump.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme falls to silence, or nearly, for 2 ms to 1.5 s and comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tops cut off, hard or soft, at any level: also what was clipped and turned down later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bit reduction, sample hold, aliasing, overflow, mush of a starved codec, robotic loss concealment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short burst of noise, static or radio interference over the programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mains hum at 50 or 60 Hz with its harmonics over half a second or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>electronic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated on pieces of the calibration and validation sources with thirteen hours of untouched programme, on noise alone and on faults that come over and over; what real decoders make of damage may be called glitch, distortion or noise burst there. How many false alarms each type may cost, what counts for a confidence and how far the network moved when it learned on was settled with the figures of both parts in view; nothing else was chosen by the test part. About half of the false alarms in its four hours of untouched programme are faults of the recordings themselves: mains hum, and loops of effects that do not close.</source>
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
        <source>Measured quality</source>
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
        <source>Every verdict, note and export is signed with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts of other reviewers stay out of sight until Review &gt; Compare reviewers shows both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on after a verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the next detection of the queue as soon as one was judged.</source>
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
    <name>Sentences</name>
    <message>
        <source>{name} is not audio this program can read; WAV, AIFF, FLAC, Ogg, Opus and MP3 are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} claims a sample rate of {rate} Hz, which cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: it cannot be decoded after {seconds:.1f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is of a kind this program cannot decode. Convert it to WAV or FLAC first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or is not really an audio file: its header cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no sound: its length is zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {channels} channels; up to {most} can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there any more. It may have been moved or renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder, not an audio file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may not be read by you: check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be opened: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty: it has no bytes at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https:// and name a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds more than a server and a path; keys do not belong in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is not valid.</source>
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
        <source>{title} on {place}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} on {place}, {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job has failed.</source>
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
        <source>No audio was found there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in {names} is an audio file this program can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with WAV, AIFF, FLAC, Ogg, Opus or MP3 files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A verdict could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you decided before is safe. Free some space on the disk of your home folder, then judge it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of jobs and verdicts cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can look and listen, but nothing you decide now is kept. Put this right, then start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of jobs was damaged, a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file was kept as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs that the service on this computer still has appear again by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library failed ({fault}). What every part was doing is in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was ended from outside, or the computer lost power.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended without being closed the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing you decided is lost: every verdict was on the disk before the next key. What was open is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found:,} of {wanted:,} recordings were found there and linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The markers are taken over. Undo takes them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel as {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device stopped answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it, then press play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is not set up on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package libasound2-data, then press play again; everything else works without sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device “{name}” is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another device, or connect it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package libportaudio2, then press play again; everything else works without sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{advice} (The sound system says: {error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it in Settings &gt; Accounts &gt; {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no API key for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it in Settings &gt; Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: the key is accepted, the server has no jobs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificates in {path} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy address {address} is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} It says: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (status {status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server address is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the service broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not let the call through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server points to another address ({host}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave an answer that could not be understood (not JSON).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave an answer that could not be understood (a web page).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is empty or holds characters that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote services work without. To detect on this computer: {install_command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file that was sent to the server, or download it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {size:,} bytes, the server&apos;s file {expected:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has the right size but other content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has other content than the server&apos;s file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection engine of this computer ended at once (status {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection engine of this computer said something unexpected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error}: {filename}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storage refused the file (status {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changed while it was being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again when it is finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:,} bytes arrived, but the server speaks of {expected_bytes:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asked for a file to be put where it has no right to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server address of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the detection engine is gone ({parent}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {done:,} of {total:,} bytes of the file arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file became shorter while it was being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
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
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection engine is starting; the first time this takes some seconds.
Files wait in line for it, everything else works already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection engine is not running. Press Try again in the message above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the detection of this file ran on, and how fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this job?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its results leave this computer&apos;s list. Your audio files are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stretch is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over the waveform to select one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay Desktop is free software under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public License, version 3: you may replace their libraries by your own builds; their sources are at https://download.qt.io/official_releases/QtForPython/. Everything else it is made of:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each installed Python package carries its own; python3 packaging/build.py licences lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes from RELAY_API_KEY in the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in the keyring; leave empty to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept until the program ends; leave empty to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the API key of this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa is agreement beyond chance: 1 is perfect, 0 is what chance gives. Only detections that both judged count. Double-click a disagreement to see and hear it; who judges it then has the last word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement by type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not defined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one person has judged this job so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreements: {n:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both runs are shown under the present tuning. Double-click a line to look at it. Verdicts are carried over by type and time, onto detections that have none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the other run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the order of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure the model is, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many raw detections the merge window joined into this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided: an artifact, not one, unsure; mixed or in part where joined detections differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was noted with the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. Click to sort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}, in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No detections yet. Run detection (Ctrl+Return) to let the model listen to this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No detections at this setting: {below:,} are below the threshold, {short:,} are shorter than the minimum duration. Lower one of them, or press Reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file to see its detections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file waits for its turn; detections appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection of this file was cancelled. Run detection to start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model heard no artifacts in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio and reviews ({endings});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open audio files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file and let it be heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window writes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the detection engine is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel {number} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mid (left + right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side (left − right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every verdict is one sample. Precision: how many of the verdicts at or above a threshold said artifact.
The band is the 95 % interval (Wilson). Judge a sample of every confidence or a random one for an unbiased
picture: verdicts on the most uncertain ones alone say little about the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = {decided:,}, interval {low:.0%} to {high:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For at least {target} precision on {type}: threshold {threshold:.2f} ({numbers}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps {recall:.0%} of the artifacts that were found ({missed}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied {day} by {person}: {threshold:.2f} for {target:.0%} (n = {decided:,}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge at least {fewest} detections of {type} for a proposal; {so_far} so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No threshold reaches {target} on {type} yet. The best is {precision:.0%} at {best:.2f} ({numbers}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} added by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing added by hand, so recall is too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More verdicts would narrow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown with the present tuning and filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed as artifacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All raw detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame rate of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound before and after each detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass/fail rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one in view: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no detections to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format is not text; there is nothing to show here before it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop audio files or folders here, or press Open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget stretches left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of what is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed or in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FYI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show which verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show which severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Audio that can be opened:** {endings}; any sample rate from 8 to 384 kHz, up to {most} channels. AAC and WMA cannot be read; convert them to FLAC or WAV first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**What can be written** (File &gt; Export…):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can be changed in *Settings &gt; Shortcuts*.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the line to set the threshold; double-click to reset it. Heights are square roots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job kept nothing below {least:.2f}, so nothing is known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import markers from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file of the desk has detections yet. Open the recording and let it be heard first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording in the file of markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file of markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {name} from {place}: {done:.0%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs yet. Open audio, then run detection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this job: stop it and keep what is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the failed files of this job through detection again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this job. Your audio files are not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True peak: {level:.1f} dBTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advised: threshold {threshold:g}, merge window {merge} ms, minimum duration {least} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the model {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio ({endings});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A detection is played with {before:g} s before it and {after:g} s after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence {low:.2f} to {high:.2f}: {right:,} artifacts, {wrong:,} not, {open:,} open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At threshold {threshold:.2f}: precision {precision:.0%} ({low:.0%} to {high:.0%}, n = {decided:,}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdicts on this type yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left at your pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In order of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the selected one on, then the next files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most uncertain first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those with a confidence nearest to {half:.1f}, over all files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most confident first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those the model is surest of, over all files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of every confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many of each type from each tenth of confidence: the best ground for thresholds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many detections drawn by lot over all files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections in the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections per type and tenth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pace: one verdict in {pace:.1f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pace shows after some verdicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers ({endings});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay reviews ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to import into yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the recording and let it be heard first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no review to save yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file and let it be heard first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown from threshold {threshold:g}, its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown from threshold {threshold:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected. N and P go through the detections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like Audacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like REAPER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left hand judges, right hand on the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J, K and L shuttle, as in video editors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a stretch selected by dragging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} · {speed:,.0f}× real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View {start} – {stop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection engine: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only detections with at least this confidence are used ({usual:.1f} unless you change it).
What is below bridges no gap. Raising it usually shows fewer, but the number can rise: a long
detection may split in two when its weak middle falls away. Double-click to reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections of one type are joined while the gap between them is at most this long (200 ms).
The joined one runs from the first start to the last end and takes the highest confidence.
Usually fewer remain, but the number can rise: short ones, joined, may last long enough to pass
the minimum duration. Double-click to reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections shorter than this are hidden, measured after joining (50 ms). Lone clicks last 0 to 5 ms:
keep it at 0 for them. Raising it never shows more. Double-click to reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approximate: the job left out a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden: {below:,} by threshold, {short:,} by minimum duration</source>
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
        <source>No detections yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} hidden by the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} in hidden types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} joined to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest installed one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outlines of recordings, so that they are drawn at once the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetched recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound fetched from a remote service, so that it need not be fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs, verdicts, notes and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing a detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show at this setting so far; the model is still listening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is listening; what it hears appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the ear only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} (macro F1 {macro:.2f})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On recordings it never met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On recordings it was adjusted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 ms F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false alarms/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real damage by decoders and devices: {found} found, {right} of what it says there is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms in an hour of untouched programme: {count} ({hours:.1f} h heard); by kind: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 by kind: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 by sample rate in Hz: {rates}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence, and how often it is right: {pairs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found means: begins within 50 ms of where it should, clipping and distortion within 0.2 s, hum within 0.5 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {type} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold {threshold:g}, merge window {merge} ms, minimum duration {least} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} follows the common values: {values}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} has values of its own: {values}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tune {type} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {type} only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {type} only; click again to show every type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}: {n} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} shown of {raw:,} raw; hidden: {below:,} by threshold, {short:,} by minimum duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to go back to the common values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to tune this type alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} is shown. Click to hide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} is hidden. Click to show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job was made with {value:g}: below it (hatched) nothing can be shown that it left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, exact value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: drop the own value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creative intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not audible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity of the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity of the verdict; saved as soon as it is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the verdict; saved as soon as it is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly reviewed: some of what was joined here has no verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done:,} of {total:,} reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {person}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed: its parts were judged differently. A verdict now settles all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every recording that appears in the folder, once it is complete, is detected; one job for each batch. It goes on after a restart and takes nothing twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} · {waiting:,} waiting · {done:,} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} · {waiting:,} waiting, {done:,} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uploading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is kept. If it happens again, send us the log file (Help, Show log).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk or the system refused something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was judged: every detection shown has a verdict, or none is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library says: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job was made with threshold {threshold:g}, merge window {merge} ms and minimum duration {least} ms; what it left out (hatched on the sliders) cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not say how this job was made: what the sliders would need may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule “{text}” is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write rules like: click&lt;=5, dropout&lt;=0, hum&lt;=2/min, *&lt;=20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin with a time in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no Audition marker list: it lacks the columns Name, Start and Duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its times are in “{form}”; export with decimal times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips are many files; choose a folder for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay JSON (lossless)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything, to be read again by this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row per detection with every field, for spreadsheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table in columns; needs pyarrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &gt; Import &gt; Labels in Audacity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REAPER regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region/Marker Manager &gt; Import in REAPER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adobe Audition markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers panel &gt; Import in Audition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iZotope RX markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers and regions window &gt; Import in RX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raven selection table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &gt; Open selection table in Raven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonic Visualiser regions (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File &gt; Import Annotation Layer in Sonic Visualiser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonic Visualiser layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, exact to the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praat TextGrid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &gt; Read from file in Praat; a tier per type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SubRip subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For video players and editors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebVTT subtitles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For players in web pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DaVinci Resolve markers (EDL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timelines &gt; Import &gt; Timeline Markers from EDL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EBU QC report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report broadcasters exchange, one per recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page to read and to print; confirmed detections only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same page for printing and signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV with markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the recording with cue points in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips of the detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A WAV of every detection with some context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in no format that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readable are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} hold one recording per file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export one file per recording into a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file or a result first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} can be written only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names “{template}” cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may use {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio of {name} is not on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A detection of {name} lies after the end of its audio; is it the same recording?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table has no columns artifact_type, start_ms and end_ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table is damaged at line {line}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers in a WAV file reach {hours:.1f} hours far, and {name} has later ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The markers this WAV file already has leave no numbers for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another format, or other recordings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format holds one recording per file; export one file per recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{item}” is no EBU QC item: it may hold letters, digits and hyphens only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A timeline at {frame_rate} frames per second is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This JSON holds no detections: there is neither a list of them nor “files”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its detection did not complete: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tuning rules in this file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Parquet file was not written by Relay Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Parquet file is damaged or is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and {n} more are already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name or folder, or allow what is there to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: {name} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a recording of this review and is not replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample rate of the recording must be known to read positions in samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends before it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins before the recording does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins after the end of the recording ({length})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not text in UTF-8, so it cannot be read as markers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of {name} is not known, so the times of the recordings after it cannot be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export one table per recording, or make the audio reachable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no Raven selection table: it lacks Begin Time (s) and End Time (s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no REAPER region list: it lacks the columns #, Name and Start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list is damaged at line {line}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error}; {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no WAV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This WAV file is damaged: it does not say its format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This WAV file is damaged: its format cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many markers for a WAV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no artifact type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks start_ms or end_ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {what} “{value}” is none of {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} lies outside any recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its confidence is not between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {name} is not whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its members cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no RX marker file with times or samples: its first two lines do not say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its second word is no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no table of Sonic Visualiser: its first line names neither TIME nor FRAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no time: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Sonic Visualiser layer counts in samples, and the sample rate of {name} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the CSV for Sonic Visualiser, which counts in seconds, or make the audio reachable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer defines entities of its own and is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file of Sonic Visualiser holds no layer of regions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no layer of Sonic Visualiser: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its frame, duration or value is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no Praat TextGrid: its first lines do not say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This TextGrid is damaged: it breaks off or holds text where a number belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{strip}” is not a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{strip}” is not a time on this recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio of {name} is not on this computer, so no marked copy can be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it, or export a marker file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording became shorter while it was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {name} as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {name} as not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {start:.3f} to {end:.3f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} at {time:.3f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a detection first, then move its bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This detection is the model&apos;s. Judge it with X where nothing is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the detection of this file has ended, then mark what it missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is not at its old place. Use Locate the file to hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job “{job}” in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id stands in the tooltip of the job&apos;s row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --data-dir, or a file with a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} was written by a newer version of Relay Desktop. Start that version, or move the file away to begin a new library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts of markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio of {name} is not at its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate it first, or save the review without audio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by a newer version of Relay Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than any review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no place for a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or no review: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stretch of {name} ends before it starts or has no times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge {what}: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has judged this meanwhile; its verdict is shown now. Judge again to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be taken back; the library says: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be given again; the library says: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold to {value:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merge window to {value} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum duration to {value} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own values of {types}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an artifact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform and spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h:m:s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timecode 24</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timecode 25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timecode {rate:.2f} drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timecode 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hann</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hamming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blackman-Harris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey, dark on light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n:,} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}, {start} to {stop}, {length}, {sure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} at {time}, {sure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {stop} of {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence {confidence:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watching {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length}, joined from {members:,} detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars: confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type} score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMS {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file&apos;s channels are all in view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag over the sound to select what was missed, then press the number of its type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last one of its type in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first one of its type in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{type}: added by hand and signed as an artifact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved, but there is no key yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key comes from the environment (RELAY_API_KEY).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept in the keyring of this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keyring: the key is kept until the program ends. RELAY_API_KEY in the environment is another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account could not be saved: {error}. Check the disk, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key could not be kept: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test failed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account {name} is not connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of jobs could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk or check the folder; until then a restart may not find everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was chosen that could be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not where it was. Put it back, or locate it, to see and hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back or locate it, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and {n:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection of this file failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer has this job. Run the detection again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account of this job was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the account again in Settings &gt; Accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No detection model is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a model&apos;s folder into the models folder of this program, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection engine is not running yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detection engine had stopped and was started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was shown is lost; unfinished files go on by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n:,} files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected: the key is accepted, the server has {n:,} jobs.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carry {n:,} verdicts over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carried over: {n:,} verdicts. Undo takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n:,} detections are of hidden types. Make a type visible at the right.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides all {n:,} detections. Clear it in the bar above this table.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from {n:,} verdicts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {n:,} with detections</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} raw detections with confidence {low:.2f} to {high:.2f}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} raw detections</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{format}: {n:,} markers understood.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} lines were not understood and left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n:,} files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {n:,} verdicts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Joined from {n:,} raw detections:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections here</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n:,} detections judged: {verdict}. Undo takes all of it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out {n} stretches less</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n:,} markers into {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add {n:,} detections</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing {start} to {stop} of {length}; {n:,} detections.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
        <source>shown · threshold · merge · min</source>
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
    <name>Types</name>
    <message>
        <source>click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distortion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hum</source>
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
</TS>
