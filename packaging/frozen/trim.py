"""What PyInstaller collects and the program never uses; measured by the self-test of both flavours.

Each entry has its reason. A path is compared as the bundle writes it, with forward slashes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

# Modules no part of the program imports. torch reaches for some of them only when its compiler is used.
EXCLUDED_MODULES: Final = (
    "tkinter",
    "IPython",
    "matplotlib",
    "PIL",
    "pandas",
    "pytest",
    "pyqtgraph",  # the yardstick of a bench
    "scipy",  # training and judging of models
    "sklearn",
    "librosa",
    "numba",
    "llvmlite",
    "inference.training",
    "torchvision",
    "torchaudio",
    "tensorboard",
    "pyarrow",  # an extra of its own for whoever exports Parquet
    "setuptools",
    "hypothesis",
    "mypy",
    "ast_serialize",
    "yaml",
    "ruff",
    "soupsieve",
    "pkg_resources",
    "pip",
    # Under the GPL; nobody types into a Python here, nothing is kept in such files.
    "readline",
    "_dbm",
    "_gdbm",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "PySide6.QtSql",
    "PySide6.QtPrintSupport",
    "PySide6.QtDesigner",
)
# Parts of torch that only its compiler, its exporters and its own tests need; the engine runs eagerly.
TORCH_PARTS: Final = (
    "sympy",
    "mpmath",
    "networkx",
    "jinja2",
    "fsspec",
    "torch._inductor",
    "torch._dynamo",
    "torch.onnx",
    "torch.utils.tensorboard",
    "torch.utils.benchmark",
    "torch.utils.bottleneck",
    "torch.utils.model_dump",
    "torch.distributed.elastic",
    "torch.distributed.pipelining",
    "torch.distributed.tensor",
    "torch.distributed.checkpoint",
)
# The engine on this computer; the light flavour has none of it.
ENGINE_MODULES: Final = ("torch", "torchgen", "functorch", "sympy", "mpmath", "networkx", "safetensors")
SERVICE_MODULES: Final = (
    "fastapi",
    "uvicorn",
    "click",  # httpx has a command line that needs it
    "starlette",
    "sqlalchemy",
    "inference.service",
    "inference.engine.network",
)

_QT: Final = r"PySide6/(Qt/)?"
DROPPED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # An on-screen keyboard draws in QML and Quick, with it: 20 MB.
        rf"{_QT}plugins/platforminputcontexts/.*virtualkeyboard",
        rf"{_QT}lib/libQt6(EglF[sS]|Qml|Quick|VirtualKeyboard|ShaderTools|Labs|Sql|Test|Designer|Help)",
        r".*(Qt6(Qml|Quick|VirtualKeyboard|Sql|Test|Designer|Help))[^/]*\.(dll|so|dylib)",
        rf"{_QT}qml/",
        rf"{_QT}plugins/(sqldrivers|qmltooling|designer|help|scenegraph|renderers|generic|networkinformation)/",
        rf"{_QT}plugins/platforms/libq(eglfs|linuxfb|vkkhrdisplay|vnc|minimal|minimalegl)",
        rf"{_QT}plugins/(egldeviceintegrations)/",
        r"(.*/)?libQt6(EglF[sS]|Qml|Quick|VirtualKeyboard|Sql|Test|Designer|Help)",
        # GTK's dialogs would bring all of GTK (without_orphans); the program's own look needs none of it.
        rf"{_QT}plugins/platformthemes/libqgtk3",
        # The sound system's own half must be that of the computer, with its configuration.
        r"libasound\.so",
        # Parts of the C library and of the compiler, which must fit the computer's own C library and graphics drivers.
        r"lib(stdc\+\+|gcc_s|mvec)\.so",
        # Words of Qt's own dialogs in languages the program has no words in.
        rf"{_QT}translations/(?!qtbase_(en|de)\.)",
        # torch: C++ headers, build recipes, test libraries, its compiler's templates.
        r"torch/(include|share|test)/",
        r"torch/bin/(?!torch_shm_manager)",
        # Second copies beside the ones in torch/lib, for libraries that find them there as well.
        r"lib(torch|torch_cpu|torch_python|c10|shm|gomp)\.so",
        r"torch/lib/lib(torchbind_test|jitbackend_test|backend_with_compiler|aoti_custom_ops)",
        r"torch/(_inductor|utils/benchmark|utils/model_dump|utils/tensorboard)/.*\.(h|cpp|cu|jinja|js|css|html)$",
        r"numpy/(tests|f2py|.*/tests)/",
        r".*/tests?/.*\.(py|npz|npy|pkl|csv)$",
    )
)


def is_dropped(name: str) -> bool:
    """Whether a file of the bundle is left out."""
    path = name.replace("\\", "/")
    return any(pattern.match(path) for pattern in DROPPED)


def kept(entries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The entries of one of PyInstaller's tables without what is dropped."""
    return [entry for entry in entries if not is_dropped(entry[0])]


# System libraries that are opened by name when they are needed, so that no other file shows that they are.
OPENED_BY_NAME: Final = ("libportaudio.so", "libdbus-1.so", "libssl.so", "libcrypto.so")
Imports = Callable[[str], Iterable[tuple[str, str | None]]]


def without_orphans(entries: list[tuple[str, str, str]], imports_of: Imports) -> list[tuple[str, str, str]]:
    """The entries without system libraries that only something left out had asked for.

    `imports_of` gives (name, path or None) of the libraries that a file is linked to.
    """
    at_top = {Path(name).name: (name, source) for name, source, _ in entries if "/" not in name}
    needed: set[str] = set()
    waiting = [source for name, source, _ in entries if _is_wanted_by_itself(name, source)]
    while waiting:
        for library, _ in imports_of(waiting.pop()):
            if library in at_top and library not in needed:
                needed.add(library)
                waiting.append(at_top[library][1])
    return [entry for entry in entries if _is_wanted_by_itself(*entry[:2]) or entry[0] in needed]


def _is_wanted_by_itself(name: str, source: str) -> bool:
    return not source.startswith(("/lib/", "/usr/lib/")) or name.startswith(OPENED_BY_NAME)


def aside(entries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """JACK's library lies apart, where only runtime.py finds it: the system's own goes first.

    It must fit the server that runs there, and PipeWire puts one of its own in its place.
    """
    return [
        (f"jack/{name}" if name.startswith("libjack.so") else name, source, kind)
        for name, source, kind in entries
    ]
