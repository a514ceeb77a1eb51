"""A closer look: a second network inspects the wave itself wherever the first one suspects a short fault.

The first network hears frames of witnesses, ten milliseconds each. Where its confidence of a click, a splice or a gap
peaks, the second one is given the samples around the place at which prediction fails most, as they are, whitened, and
as prediction leaves them, the low band and the levels around it, and what the first network believes there. It says how
likely it is a fault of each of these types; the decoder weighs that with all else.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from inference.engine.front_end import CLOSE_SAMPLES, LEVEL_NAMES, LOWBAND_POINTS, SUBFRAMES, Witnesses
from inference.engine.segments import LEAST_PEAK
from inference.engine.spectrum import hann, squared

ENERGY = LEVEL_NAMES.index("energy")
LOW_FRAMES, PIECE_FRAMES, ENERGY_FRAMES, CONFIDENCE_FRAMES = 4, 8, 64, 4
"""How far around its frame a suspect's low band, pieces, levels and confidences reach."""
INSPECTION_FRAMES = 8
"""Confidences so far beyond the frames that are judged are needed; a multiple of the network's alignment."""
SILENCE = -10.0
NEIGHBOURS = 8
"""Bins on either side over whose mean a spectrum is whitened."""
PREDICTION_ORDER = 24
WAVES = 4
"""In how many ways the wave is seen: whitened, plain, its steps, and what prediction leaves of it."""
FEWEST_WAVES = 3
"""Inspections from before the last of them was seen."""
GREATEST_LOGIT = 12.0
TOGETHER, TOGETHER_ON_GPU = 128, 1024
"""Suspects looked at together: what predicts them takes 0.2 MB each, and a GPU is slow at many small pieces."""


@dataclass(frozen=True)
class InspectionShape:
    """The sizes of an inspection network; stored in the card. ``types``: it inspects the first so many of the model's
    types, of which there are ``all_types``. ``waves``: it sees the first so many of :data:`WAVES`."""

    types: int
    all_types: int
    width: int = 16
    hidden: int = 64
    waves: int = WAVES

    @classmethod
    def from_card(cls, fields: dict[str, Any]) -> InspectionShape:
        """Raises ValueError when a size is missing, no whole number, or absurd."""
        known = {"waves": FEWEST_WAVES, **fields}
        try:
            shape = cls(**{name: int(known[name]) for name in cls.__dataclass_fields__})
        except (KeyError, TypeError) as error:
            raise ValueError(f"the inspection's sizes are not complete ({error})") from error
        is_sane = all(1 <= size <= 1024 for size in asdict(shape).values()) and shape.types <= shape.all_types
        if not is_sane or not FEWEST_WAVES <= shape.waves <= WAVES:
            raise ValueError("the inspection's sizes are out of range")
        return shape


@dataclass(frozen=True)
class Suspects:
    """N peaks of confidence and what is around them in the channel that shows them best.

    ``frame`` int64 (N,) in the window, ``code`` int64 (N,): the type; ``wave`` (N, 512): the samples around where
    prediction fails most; ``low`` (N, 720): the low band; ``pieces`` (N, 136): log10 power of 1.25 ms pieces;
    ``energy`` (N, 129): that of frames; ``confidence`` (N, types, 9); ``elsewhere`` (N,): the greatest of its type in
    another channel; ``rate`` (N,): log10 of the sample rate in Hz.
    """

    frame: Tensor
    code: Tensor
    wave: Tensor
    low: Tensor
    pieces: Tensor
    energy: Tensor
    confidence: Tensor
    elsewhere: Tensor
    rate: Tensor

    def parts(self) -> tuple[Tensor, ...]:
        """The tensors in the order of the fields."""
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

    def some(self, which: slice | Tensor) -> Suspects:
        """Only these of them."""
        return Suspects(*(part[which] for part in self.parts()))

    def __len__(self) -> int:
        return len(self.frame)


def find_suspects(
    confidence: Tensor, witnesses: Witnesses, span: tuple[int, int], types: int, rate_hz: int
) -> Suspects:
    """The peaks of the first ``types`` types in frames ``span`` of the witnesses.

    ``confidence`` (C, types, n): of these frames and of :data:`INSPECTION_FRAMES` before and after them; 0 beyond the
    ends of the recording.
    """
    start, stop = span
    best, channel = confidence[:, :types].max(0)
    # Rounded as they are kept, so that a peak is where the decoder will find it.
    best = best.half()
    reach = INSPECTION_FRAMES
    middle = best[:, reach : reach + stop - start]
    before, after = best[:, reach - 1 :][:, : stop - start], best[:, reach + 1 :][:, : stop - start]
    is_peak = (middle >= LEAST_PEAK) & (middle > before) & (middle >= after)
    code, place = is_peak.nonzero(as_tuple=True)
    shown_by, frame = channel[code, place + reach], place + start

    def around(values: Tensor, frames: int, fill: float) -> Tensor:
        at = frame[:, None] + torch.arange(-frames, frames + 1, device=frame.device)
        is_there = (at >= 0) & (at < values.shape[1])
        found = values[shown_by[:, None], at.clamp(0, values.shape[1] - 1)]
        found = torch.where(is_there.reshape(*is_there.shape, *(1,) * (found.ndim - 2)), found, fill)
        return found.flatten(1)

    near = place[:, None] + torch.arange(-CONFIDENCE_FRAMES, CONFIDENCE_FRAMES + 1, device=place.device) + reach
    own = confidence.transpose(1, 2)[shown_by[:, None], near].transpose(1, 2)
    others = confidence[:, code, place + reach]
    others.scatter_(0, shown_by[None], 0.0)
    return Suspects(
        frame - start,
        code,
        witnesses.close[shown_by, frame].float(),
        around(witnesses.lowband, LOW_FRAMES, 0.0),
        around(witnesses.envelope, PIECE_FRAMES, SILENCE),
        around(witnesses.levels[..., ENERGY], ENERGY_FRAMES, SILENCE),
        own,
        others.amax(0),
        torch.full((len(frame),), float(rate_hz), device=frame.device).log10(),
    )


def _logit(share: Tensor) -> Tensor:
    kept = share.clamp(1e-4, 1 - 1e-4)
    odds: Tensor = (kept / (1 - kept)).log()
    return odds


def _squeezed(values: Tensor) -> Tensor:
    """Loud and soft on one scale, sign kept."""
    return values.sign() * torch.log1p(values.abs())


def _steps(wave: Tensor) -> Tensor:
    return F.pad(wave[:, 1:] - wave[:, :-1], (1, 0))


def _whitened(wave: Tensor) -> Tensor:
    """Every bin of the spectrum divided by what is around it, phases kept: what breaks the course stands out."""
    spectrum = torch.fft.rfft(wave * hann(wave.shape[1], True, wave.device))
    power = squared(spectrum)
    around = F.avg_pool1d(F.pad(power[:, None], (NEIGHBOURS, NEIGHBOURS), mode="reflect"), 2 * NEIGHBOURS + 1, 1)[:, 0]
    flat = torch.fft.irfft(spectrum / (around + 1e-7 * power.mean(-1, keepdim=True) + 1e-9).sqrt(), wave.shape[1])
    whitened: Tensor = flat / (flat.square().mean(-1, keepdim=True).sqrt() + 1e-9)
    return whitened


def _unforeseen(wave: Tensor) -> Tensor:
    """What linear prediction leaves of the wave (N, 512), relative to what it usually leaves.

    A tone is foretold, however sharp it stands in the spectrum; what breaks its course is not (Vaseghi and Rayner,
    "Detection and suppression of impulsive noise in speech communication systems", 1990). The predictor is that of
    least squares: without a window, tones leave next to nothing. In double precision, or rounding would show.
    """
    courses = wave.double().unfold(1, PREDICTION_ORDER + 1, 1)
    products = courses.transpose(1, 2) @ courses
    past, present = courses[..., :-1], courses[..., -1]
    among, with_present = products[:, :-1, :-1], products[:, :-1, -1:]
    ridge = 1e-7 * among.diagonal(dim1=1, dim2=2).mean(-1) + 1e-12
    among = among + torch.diag_embed(ridge[:, None].expand(-1, PREDICTION_ORDER))
    left = present - (past @ torch.linalg.solve(among, with_present))[..., 0]
    usual = left.abs().median(-1, keepdim=True).values
    return F.pad(left / (2 * usual + 1e-5), (PREDICTION_ORDER, 0)).float()


def _seen(wave: Tensor, waves: int) -> Tensor:
    """(N, waves, 512): whitened, plain, the steps from sample to sample, what prediction leaves, each relative to what
    is usual in it."""
    steps = _steps(wave)
    usual_step = steps.abs().median(-1, keepdim=True).values + 1e-4
    usual = wave.square().mean(-1, keepdim=True).sqrt() + 1e-4
    seen = [_whitened(wave), wave / usual, steps / usual_step]
    if waves == WAVES:
        seen.append(_unforeseen(wave))
    return _squeezed(torch.stack(seen, 1))


def _low_seen(low: Tensor) -> Tensor:
    """(N, 2, 720): the low band and its steps."""
    steps = _steps(low)
    usual = low.square().mean(-1, keepdim=True).sqrt() + 1e-3
    usual_step = steps.abs().mean(-1, keepdim=True) + 1e-3
    return torch.stack((_squeezed(low / usual), _squeezed(steps / usual_step)), 1)


def _pooled(features: Tensor, parts: int) -> Tensor:
    """(N, C, n) to means and greatest values of so many parts of it."""
    size = features.shape[-1] // parts
    return torch.cat((F.avg_pool1d(features, size), F.max_pool1d(features, size)), 1).flatten(1)


class InspectionNetwork(nn.Module):
    """Suspects to logits (N, types): how likely each is a fault of each inspected type."""

    def __init__(self, shape: InspectionShape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        self.wave = nn.Sequential(
            nn.Conv1d(shape.waves, width, 9, 2, 4), nn.ReLU(),
            nn.Conv1d(width, 2 * width, 5, 2, 2), nn.ReLU(),
            nn.Conv1d(2 * width, 2 * width, 5, 2, 2), nn.ReLU(),
            nn.Conv1d(2 * width, 3 * width, 3, 2, 1), nn.ReLU(),
        )  # fmt: skip
        self.low = nn.Sequential(
            nn.Conv1d(2, width, 9, 4, 4), nn.ReLU(),
            nn.Conv1d(width, 2 * width, 5, 2, 2), nn.ReLU(),
            nn.Conv1d(2 * width, 2 * width, 5, 2, 2), nn.ReLU(),
        )  # fmt: skip
        self.heard = nn.Sequential(nn.Dropout(dropout), nn.Linear(3 * width * 16 + 2 * width * 18, shape.hidden))
        beside = (
            SUBFRAMES * (2 * PIECE_FRAMES + 1) + 2 * ENERGY_FRAMES + 1
            + shape.all_types * (2 * CONFIDENCE_FRAMES + 1) + 3
        )  # fmt: skip
        self.judged = nn.Sequential(
            nn.Linear(shape.hidden + beside, shape.hidden), nn.ReLU(), nn.Dropout(dropout),
            nn.Linear(shape.hidden, shape.types),
        )  # fmt: skip

    def forward(self, suspects: Suspects) -> Tensor:
        """Logits (N, types)."""
        top = suspects.wave.abs().amax(-1, keepdim=True) + 1e-9
        low = suspects.low / (suspects.low.abs().amax(-1, keepdim=True) + 1e-9)
        wave = self.wave(_seen(suspects.wave / top, self.shape.waves))
        heard = self.heard(torch.cat((_pooled(wave, 8), _pooled(self.low(_low_seen(low)), 9)), 1))
        pieces, energy = suspects.pieces, suspects.energy
        own = pieces.reshape(len(pieces), -1, SUBFRAMES)[:, PIECE_FRAMES].mean(-1, keepdim=True)
        beside = (
            (pieces - own).clamp(-5.0, 5.0),
            (energy - energy[:, ENERGY_FRAMES, None]).clamp(-5.0, 5.0) / 2,
            _logit(suspects.confidence).flatten(1) / 4,
            suspects.rate[:, None] - 4.5,
            top.log10().clamp(-4.0, 1.0) / 2,
            _logit(suspects.elsewhere)[:, None] / 4,
        )
        logits: Tensor = self.judged(torch.cat((heard.relu(), *beside), 1))
        return logits


def looks_at(network: InspectionNetwork, suspects: Suspects, frames: int) -> Tensor:
    """float16 (frames, types): each suspect's logit of its own type where it lies, 0 elsewhere."""
    looks = torch.zeros((frames, network.shape.types), dtype=torch.float16, device=suspects.frame.device)
    together = TOGETHER if suspects.frame.device.type == "cpu" else TOGETHER_ON_GPU
    for at in range(0, len(suspects), together):
        some = suspects.some(slice(at, at + together))
        logits = network(some).gather(1, some.code[:, None])[:, 0].clamp(-GREATEST_LOGIT, GREATEST_LOGIT)
        # A logit of exactly 0 would read as no look at all.
        looks[some.frame, some.code] = torch.where(logits == 0, 1e-3, logits).half()
    return looks


assert CLOSE_SAMPLES == 512
assert LOWBAND_POINTS == 80
