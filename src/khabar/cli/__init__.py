"""The command line: a thin door over the public names of ``khabar``. Data goes to standard output, everything else to standard error.

Exit status: 0 all read; 1 failed; 2 wrong usage; 3 done, but some inputs could not be read (each named on standard error).
"""

from khabar.cli import desk, keeping, packing, reading, taking  # noqa: F401  each adds its commands to ``main``
from khabar.cli.frame import main

__all__ = ["main"]
