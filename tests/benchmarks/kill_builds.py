"""Builds that are killed at random moments: is anything lost, does the next run reach the same, what does it repeat?

    python tests/benchmarks/kill_builds.py [--kills 50] [--documents 300] [--seed 1]

Each round begins with nothing, kills `timeline build` (SIGKILL) at a random moment, builds again, and compares the
events with those of a build that nobody disturbed, byte for byte but for aliases. Repeated is the CPU time of both runs
less that of the undisturbed one and of starting the program once more.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from build_scale import document

COMMAND = [sys.executable, "-c", "from timeline.commands import main; main()"]


def build(folder: Path, *, after: float | None = None) -> tuple[int, float, float]:
    """Exit status, wall and CPU seconds of a build, killed after some seconds if it takes that long."""
    begun, used = time.monotonic(), cpu_of_children()
    with subprocess.Popen([*COMMAND, "build", "box", "-o", "case.timeline", "-q"], cwd=folder) as process:  # noqa: S603
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.returncode, time.monotonic() - begun, cpu_of_children() - used


def cpu_of_children() -> float:
    """Seconds that all children which have ended used."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def events(folder: Path) -> str:
    """The events of the project as JSON, without aliases."""
    command = [*COMMAND, "export", "case.timeline", "--all"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)  # noqa: S603
    found = json.loads(done.stdout)["events"]
    return json.dumps([{name: value for name, value in event.items() if name != "aliases"} for event in found])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)  # noqa: S311 - made-up data, no secrets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "box").mkdir()
        for number in range(chosen.documents):
            one = document(number, rng)
            (folder / f"box/{one.id}.txt").write_text(one.text, encoding="utf-8")
        status, wall, whole = build(folder)
        expected = events(folder)
        status, _, again = build(folder)  # all is kept: what remains is start, dating and merging
        print(f"undisturbed: {wall:.1f} s, {whole:.1f} s of CPU; once more with all kept {again:.1f} s of CPU")
        print(f"{'killed after':>12} {'killed':>7} {'same events':>12} {'repeated s':>11}")
        bad, most = 0, 0.0
        for _ in range(chosen.kills):
            (folder / "case.timeline").unlink(missing_ok=True)
            after = rng.uniform(0.2, wall)
            status, _, first = build(folder, after=after)
            ended, _, second = build(folder)
            same = ended == 0 and events(folder) == expected
            repeated = first + second - whole
            bad, most = bad + (not same), max(most, repeated)
            print(
                f"{after:>12.1f} {'yes' if status < 0 else 'no':>7} {'yes' if same else 'NO':>12} {repeated:>11.1f}",
                flush=True,
            )
        print(f"{chosen.kills} kills: {bad} with other events; at most {most:.1f} s of CPU repeated, starting included")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
