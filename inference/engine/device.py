"""Which processor the network runs on."""

from __future__ import annotations

import torch

DEVICE_CHOICES = ("auto", "cpu", "cuda", "mps")


class DeviceUnavailable(Exception):
    """The processor asked for is not there; ``str()`` is a sentence with a way out."""


def choose_device(choice: str = "auto") -> torch.device:
    """The device for ``auto`` (a GPU when there is one, else the CPU), ``cpu``, ``cuda`` or ``mps``.

    Raises :class:`DeviceUnavailable` when the one named is not usable on this computer, ValueError for another name.
    """
    if choice not in DEVICE_CHOICES:
        raise ValueError(f"The device must be one of {', '.join(DEVICE_CHOICES)}, not “{choice}”.")
    has_cuda = torch.cuda.is_available()
    has_mps = torch.backends.mps.is_available()
    if choice == "cuda" and not has_cuda:
        raise DeviceUnavailable(
            "No NVIDIA GPU can be used: PyTorch finds none (no driver, or the CPU build of PyTorch is installed). "
            "Choose “auto” or “cpu”."
        )
    if choice == "mps" and not has_mps:
        raise DeviceUnavailable("No Apple GPU can be used on this computer. Choose “auto” or “cpu”.")
    if choice == "auto":
        return torch.device("cuda" if has_cuda else "mps" if has_mps else "cpu")
    return torch.device(choice)


def describe(device: torch.device) -> str:
    """How a person reads the device, such as ``CPU · 2 threads`` or ``CUDA · NVIDIA H200``."""
    if device.type == "cuda":
        return f"CUDA · {torch.cuda.get_device_name(device)}"
    if device.type == "mps":
        return "Apple GPU"
    threads = torch.get_num_threads()
    return f"CPU · {threads} thread" + ("" if threads == 1 else "s")
