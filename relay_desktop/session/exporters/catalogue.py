"""All formats there are, what each can hold, and the one way to write and to read files of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from inference.sentences import sentence
from relay_desktop.errors import FileProblem
from relay_desktop.session.exporters import (
    audacity,
    audition,
    clips,
    csv_table,
    ebu_qc,
    edl,
    html_report,
    native_json,
    parquet_table,
    pdf_report,
    raven,
    reaper,
    rx_markers,
    sonic_visualiser_csv,
    sonic_visualiser_svl,
    subtitles,
    textgrid,
    wav_cue,
)
from relay_desktop.session.exporters.document import ExportDocument, ExportOptions, ExportProblem
from relay_desktop.session.exporters.placing import (
    check_places,
    free_name,
    make_folder,
    safe_name,
    write_whole,
)
from relay_desktop.session.exporters.preview import Audio, ImportPreview

Lines = Callable[[ExportDocument, ExportOptions], Iterable[str]]
Write = Callable[[ExportDocument, ExportOptions, BinaryIO], None]
ReadBytes = Callable[[bytes, Audio], ImportPreview]
ReadPath = Callable[[Path, Audio], ImportPreview]

_LINES_PER_WRITE = 4096
_HEAD_BYTES = 4096


@dataclass(frozen=True)
class ExportFormat:
    """One format. `combines`: one file may hold several recordings. `lines` is None where it is not text."""

    key: str
    title: str
    ending: str
    help: str
    write: Write
    lines: Lines | None = None
    combines: bool = False
    needs_audio: bool = False
    read: ReadPath | None = None
    recognises: Callable[[str], bool] | None = None


def _text_writer(lines: Lines) -> Write:
    def write(document: ExportDocument, options: ExportOptions, stream: BinaryIO) -> None:
        pieces = iter(lines(document, options))
        while block := "".join(islice(pieces, _LINES_PER_WRITE)):
            # Half surrogates come from file names that are no UTF-8; formats of text cannot hold them.
            stream.write(block.encode("utf-8", "replace"))

    return write


def _path_reader(read: ReadBytes) -> ReadPath:
    return lambda path, audio: read(path.read_bytes(), audio)


def _text(
    key: str,
    title: str,
    ending: str,
    help_text: str,
    lines: Lines,
    read: ReadBytes | None = None,
    recognises: Callable[[str], bool] | None = None,
    combines: bool = False,
) -> ExportFormat:
    reader = _path_reader(read) if read is not None else None
    return ExportFormat(
        key,
        title,
        ending,
        help_text,
        _text_writer(lines),
        lines,
        combines,
        read=reader,
        recognises=recognises,
    )


def _no_single_file(_document: ExportDocument, _options: ExportOptions, _stream: BinaryIO) -> None:
    raise ExportProblem(sentence("Clips are many files; choose a folder for them."))


# The order is that of the menu, and of the questions asked to a file that is to be read.
_ALL = (
    _text("json", sentence("Relay JSON (lossless)"), ".relay.json",
          sentence("Everything, to be read again by this program."),
          native_json.lines, native_json.read, native_json.recognises, combines=True),
    _text("csv", sentence("CSV table"), ".csv", sentence("One row per detection with every field, for spreadsheets."),
          csv_table.lines, csv_table.read, csv_table.recognises, combines=True),
    ExportFormat("parquet", sentence("Parquet table"), ".parquet", sentence("The table in columns; needs pyarrow."),
                 parquet_table.write, combines=True, read=_path_reader(parquet_table.read),
                 recognises=parquet_table.recognises),
    _text("audacity", sentence("Audacity labels"), ".labels.txt", sentence("File > Import > Labels in Audacity."),
          audacity.lines, audacity.read),
    _text("reaper", sentence("REAPER regions"), ".regions.csv", sentence("Region/Marker Manager > Import in REAPER."),
          reaper.lines, reaper.read, reaper.recognises),
    _text("audition", sentence("Adobe Audition markers"), ".markers.csv",
          sentence("Markers panel > Import in Audition."),
          audition.lines, audition.read, audition.recognises),
    _text("rx", sentence("iZotope RX markers"), ".rx.txt", sentence("Markers and regions window > Import in RX."),
          rx_markers.lines, rx_markers.read, rx_markers.recognises),
    _text("raven", sentence("Raven selection table"), ".selections.txt",
          sentence("File > Open selection table in Raven."),
          raven.lines, raven.read, raven.recognises, combines=True),
    _text("sonic-visualiser-csv", sentence("Sonic Visualiser regions (CSV)"), ".sv.csv",
          sentence("File > Import Annotation Layer in Sonic Visualiser."),
          sonic_visualiser_csv.lines, sonic_visualiser_csv.read, sonic_visualiser_csv.recognises),
    _text("sonic-visualiser-svl", sentence("Sonic Visualiser layer"), ".svl",
          sentence("The same, exact to the sample."),
          sonic_visualiser_svl.lines, sonic_visualiser_svl.read, sonic_visualiser_svl.recognises),
    _text("textgrid", sentence("Praat TextGrid"), ".TextGrid",
          sentence("Open > Read from file in Praat; a tier per type."),
          textgrid.lines, textgrid.read, textgrid.recognises),
    _text("srt", sentence("SubRip subtitles"), ".srt", sentence("For video players and editors."),
          subtitles.srt_lines, subtitles.read_srt, subtitles.recognises_srt),
    _text("vtt", sentence("WebVTT subtitles"), ".vtt", sentence("For players in web pages."),
          subtitles.vtt_lines, subtitles.read_vtt, subtitles.recognises_vtt),
    _text("edl", sentence("DaVinci Resolve markers (EDL)"), ".edl",
          sentence("Timelines > Import > Timeline Markers from EDL."),
          edl.lines),
    _text("ebu-qc", sentence("EBU QC report"), ".ebu-qc.xml",
          sentence("The report broadcasters exchange, one per recording."),
          ebu_qc.lines),
    _text("html", sentence("Report (HTML)"), ".report.html",
          sentence("One page to read and to print; confirmed detections only."),
          html_report.lines, combines=True),
    ExportFormat("pdf", sentence("Report (PDF)"), ".report.pdf", sentence("The same page for printing and signing."),
                 pdf_report.write, combines=True),
    ExportFormat("wav", sentence("WAV with markers"), ".marked.wav",
          sentence("A copy of the recording with cue points in it."),
                 wav_cue.write, needs_audio=True, read=wav_cue.read,
                 recognises=lambda head: head[:4] in ("RIFF", "RF64", "BW64")),
    ExportFormat("clips", sentence("Clips of the detections"), "",
          sentence("A WAV of every detection with some context."),
                 _no_single_file, needs_audio=True),
)  # fmt: skip
FORMATS: Mapping[str, ExportFormat] = {form.key: form for form in _ALL}
IMPORTABLE: tuple[str, ...] = tuple(form.key for form in _ALL if form.read is not None)
# Audacity's labels have no head of their own: asked last.
_ASKED = (*(form for form in _ALL if form.recognises is not None), FORMATS["audacity"])


def format_of(key: str) -> ExportFormat:
    """The format with this key. Raises ExportProblem with those there are."""
    if key not in FORMATS:
        raise ExportProblem(
            sentence("There is no format “{key}”.", key=key),
            sentence("Choose one of {known}.", known=", ".join(FORMATS)),
        )
    return FORMATS[key]


def targets(document: ExportDocument, form: ExportFormat, place: Path, *, combined: bool) -> list[Path]:
    """Where the files of an export will lie: `place` itself for one, names inside the folder `place` for several.

    Raises ExportProblem when the format cannot combine.
    """
    if combined and len(document.files) > 1 and not form.combines:
        raise ExportProblem(
            sentence("{format} hold one recording per file.", format=form.title),
            sentence("Export one file per recording into a folder."),
        )
    if combined or len(document.files) == 1:
        stem = document.files[0].stem if len(document.files) == 1 else "detections"
        return [place / f"{safe_name(stem)}{form.ending}" if place.is_dir() else place]
    stems = Counter(file.stem.casefold() for file in document.files)
    # take.wav beside take.flac: the whole name tells them apart.
    names = [file.stem if stems[file.stem.casefold()] == 1 else file.name for file in document.files]
    taken: set[str] = set()
    return [place / free_name(safe_name(name), form.ending, taken) for name in names]


def export(
    document: ExportDocument,
    form: ExportFormat,
    place: Path,
    *,
    combined: bool = False,
    overwrite: bool = False,
    options: ExportOptions | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write a document: one file per recording into the folder `place`, or one file at `place`.

    Raises ExportProblem, FileProblem, DiskFull. Refused before anything is written where something is in the way.
    """
    options = options or ExportOptions()
    if not document.files:
        raise ExportProblem(
            sentence("There is no recording to export."), sentence("Open a file or a result first.")
        )
    if form.key == "clips":
        return clips.write_clips(
            document, place, options, overwrite=overwrite, on_progress=on_progress, is_cancelled=is_cancelled
        )
    places = targets(document, form, place, combined=combined)
    parts = [document] if len(places) == 1 else [document.of_file(file) for file in document.files]
    make_folder(places[0].parent)
    check_places(document, places, overwrite=overwrite)
    written: list[Path] = []
    for part, target in zip(parts, places, strict=True):
        if is_cancelled is not None and is_cancelled():
            break
        write_whole(target, partial(form.write, part, options), overwrite=overwrite)
        written.append(target)
        if on_progress is not None:
            on_progress(len(written), len(places))
    return written


def first_lines(document: ExportDocument, form: ExportFormat, options: ExportOptions, count: int = 12) -> str:
    """The beginning of what would be written, to be looked at. Raises ExportProblem."""
    if form.lines is None or not document.files:
        return ""
    part = document if form.combines else document.of_file(document.files[0])
    text = ""
    for piece in form.lines(part, options):
        text += piece
        if text.count("\n") >= count:
            break
    return "\n".join(text.split("\n")[:count])


def read_markers(path: Path, key: str | None = None, audio: Audio | None = None) -> ImportPreview:
    """Read a file of markers; without `key` the format is recognised. Nothing is taken over yet.

    Raises ExportProblem, FileProblem.
    """
    try:
        form = format_of(key) if key is not None else recognise(path)
        if form.read is None:
            raise ExportProblem(
                sentence("{format} can be written only.", format=form.title),
                sentence("Readable are {known}.", known=", ".join(IMPORTABLE)),
            )
        return form.read(path, audio or Audio())
    except OSError as error:
        raise FileProblem(path, f"{path} cannot be read: {error.strerror or error}.") from error


def recognise(path: Path) -> ExportFormat:
    """The format a file is in. Raises ExportProblem when it is none of ours, OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    is_utf_16 = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = head.decode("utf-16", "ignore") if is_utf_16 else head.decode("utf-8", "replace")
    for form in _ASKED:
        asks = form.recognises or audacity.recognises
        if asks(text.removeprefix("\ufeff")):
            return form
    raise ExportProblem(
        sentence("{name} is in no format that can be read.", name=path.name),
        sentence("Readable are {known}.", known=", ".join(IMPORTABLE)),
    )


def all_formats() -> Iterator[ExportFormat]:
    """In the order of the menu."""
    return iter(_ALL)
