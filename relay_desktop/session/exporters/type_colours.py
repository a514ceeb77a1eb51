"""The colour of a type in files of other programs, `RRGGBB`: those of the light look, which stand on white."""

from __future__ import annotations

import zlib

_KNOWN = {
    "click": "B98A00",
    "glitch": "BC380A",
    "dropout": "1573B6",
    "clipping": "B0246F",
    "distortion": "5735A9",
    "noise_burst": "1C9E6B",
    "hum": "795A36",
}
_OTHERS = ("75801A", "11808A", "A55A3A", "5A55B8", "546673", "A34A76", "4A7D33", "7D7440")


def colour_of(artifact_type: str) -> str:
    """Six hexadecimal digits; the same unknown type always gets the same colour."""
    known = _KNOWN.get(artifact_type)
    return known or _OTHERS[zlib.crc32(artifact_type.encode("utf-8", "surrogatepass")) % len(_OTHERS)]
