"""The exit statuses of the program; apart, so that whatever ends it need load nothing else."""

from __future__ import annotations

FOUND = 0
NOT_FOUND = 1

BAD_USAGE = 2  # a command line that is not right, or a corpus or file that cannot be read
FAILED = 70  # the program itself failed, as sysexits.h has it (EX_SOFTWARE)
SIGNALLED = 128  # the status of a program that a signal ended is this and the signal's number, as shells have it
