"""What the frozen program runs: the same command line as the installed one, in every role.

The window, the service it starts and the worker that the service starts are this one program with other words.
"""

import sys

from relay_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
