#!/usr/bin/env python3
"""Runs pdp-lns as a peer of `cargo xtask bench li-lim`: one instance of Li & Lim in, routes out.

The package is not part of this project: README.md in the folder above says where it comes from.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", help="instance, in the format of Li & Lim")
    parser.add_argument("out", help="where the routes go, the depot left out")
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    seconds = int(arguments.seconds)
    if seconds != arguments.seconds or seconds < 1:
        sys.exit(f"pdp-lns takes whole seconds, not {arguments.seconds}")

    one_thread()
    command = [program(), arguments.file, str(seconds), str(arguments.seed)]
    # Less than the bench has patience for: who is ended from outside cannot end the program.
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=3 * seconds + 25)
    if done.returncode != 0:
        sys.exit(f"pdp-lns ended with {done.returncode}")
    with open(arguments.out, "w", encoding="utf-8") as out:
        json.dump({"routes": routes(done.stdout)}, out)


def program():
    """The program that the package installs: beside this Python, or on the path."""
    beside = os.path.dirname(sys.executable)
    found = shutil.which("pdp_lns", path=beside) or shutil.which("pdp_lns")
    return found or sys.exit("there is no program pdp_lns: install the package pdp-lns")


def one_thread():
    """Leaves the work of one thread to everything that is started from here.

    The program has no option for that: it builds its first solutions on four threads, then searches on one and reduces
    the fleet on GES_THREADS more, later on eight whatever that says. So all of them share one processor, and GES_THREADS
    is as low as it goes; a value that is set already stays.
    """
    os.environ.setdefault("GES_THREADS", "1")
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})


def routes(text):
    """Reads lines like `Route 1: 0 -> 13 -> 17 -> 0`."""
    lines = re.findall(r"^\s*Route \d+: (.*)$", text, re.MULTILINE)
    stops = ([int(node) for node in line.split(" -> ")] for line in lines)
    return [[node for node in route if node != 0] for route in stops]


if __name__ == "__main__":
    main()
