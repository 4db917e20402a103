#!/usr/bin/env python3
"""Makes database files as a power loss leaves them, from the system calls of a run that strace recorded; .ci/faults runs it.

power-loss.py TRACE BEFORE AFTER PART MODE    BEFORE: the folder with the files before the run; AFTER: the folder to write them to
PART is how much of the run had happened, such as 0.5. MODE is what had come to the disk since the last fsync of a file:
all, none, prefix (the first half of the writes) or pages (half of the 4 KB pages, at random).
"""

import os
import random
import re
import sys

FILES = ("warehouse.duckdb", "warehouse.duckdb.wal")
PAGE = 4096
CALL = re.compile(r'^\d+ +(\w+)\((?:\d+<((?:[^>"])*)>|(?:AT_FDCWD(?:<[^>]*>)?, )?"([^"]*)")(?:, "((?:\\x[0-9a-f]{2})*)")?(.*)')


def plain(text):
    return bytes.fromhex(text.replace("\\x", "")).decode() if text.startswith("\\x") else text


def calls(trace):
    """(call, file, bytes, offset) of every call that changes one of the files, in order."""
    with open(trace, encoding="ascii") as lines:
        for line in lines:
            found = CALL.match(line)
            if not found or re.search(r"\) += -1 ", line):
                continue
            call, by_number, by_name, data, rest = found.groups()
            name = os.path.basename(plain(by_number or by_name or ""))
            if name not in FILES:
                continue
            content = bytes.fromhex(data.replace("\\x", "")) if data else b""
            numbers = re.findall(r", (\d+)", rest)
            yield call, name, content, int(numbers[-1]) if numbers else 0


class Disk:
    """What is on the disk for sure, and for each file the writes since its last fsync."""

    def __init__(self, folder):
        self.files, self.pending = {}, {name: [] for name in FILES}
        for name in FILES:
            if os.path.exists(f"{folder}/{name}"):
                with open(f"{folder}/{name}", "rb") as file:
                    self.files[name] = bytearray(file.read())

    def length(self, name):
        ends = [len(self.files.get(name, b""))]
        for offset, content in self.pending[name]:
            ends.append(offset if content is None else max(ends[-1], offset + len(content)))
        return ends[-1]

    def apply(self, name, offset, content):
        file = self.files.setdefault(name, bytearray())
        if content is None:
            del file[offset:]
            content = b""
        file.extend(b"\0" * (offset + len(content) - len(file)))
        file[offset:offset + len(content)] = content

    def sync(self, name):
        for write in self.pending[name]:
            self.apply(name, *write)
        self.pending[name] = []

    def call(self, call, name, content, offset):
        if call in ("pwrite64", "write"):
            self.pending[name].append((offset if call == "pwrite64" else self.length(name), content))
        elif call == "ftruncate":
            self.pending[name].append((offset, None))
        elif call in ("fsync", "fdatasync"):
            self.sync(name)
        elif call in ("unlink", "unlinkat"):
            self.files.pop(name, None)
            self.pending[name] = []

    def lose_power(self, mode):
        dice = random.Random(7)
        for name, writes in self.pending.items():
            if mode == "prefix":
                writes = writes[:(len(writes) + 1) // 2]
            for offset, content in writes if mode != "none" else []:
                if mode != "pages" or content is None:
                    self.apply(name, offset, content)
                    continue
                for at in range(0, len(content), PAGE):
                    if dice.random() < 0.5:
                        self.apply(name, offset + at, content[at:at + PAGE])


def main(trace, before, after, part, mode):
    all_calls = list(calls(trace))
    disk = Disk(before)
    for call in all_calls[:int(len(all_calls) * float(part))]:
        disk.call(*call)
    disk.lose_power(mode)
    for name in FILES:
        if os.path.exists(f"{after}/{name}"):
            os.remove(f"{after}/{name}")
        if name in disk.files:
            with open(f"{after}/{name}", "wb") as file:
                file.write(disk.files[name])
    print(len(all_calls))


if __name__ == "__main__":
    main(*sys.argv[1:])
