"""`relay-desktop` with the real service and the stand-in worker, as a program for tests."""

from __future__ import annotations

import sys
from unittest import mock

from relay_desktop.__main__ import main
from tests.inference.service.living_service import STAND_IN

if __name__ == "__main__":
    with mock.patch("relay_desktop.backend.local_service.service_program", return_value=list(STAND_IN)):
        sys.exit(main())
