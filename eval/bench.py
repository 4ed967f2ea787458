"""``make bench``: reports and words a second, memory, what loading costs, reuse and the record at scale. The encoder is measured apart.

    python eval/bench.py [--news N] [--planted N] [--record N,N]

Reads ../shared/data/news where it is, else the example reports again and again. Every figure is of one process on one core; reading and
coding are counted in processor time, so that other work on the machine does not show.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import planted

HERE = Path(__file__).resolve().parent
NEWS = HERE.parents[1] / "shared" / "data" / "news" / "saudinewsnet.jsonl.xz"
_MORE = 31  # reports added one by one to a store: one that loads the words, then thirty


def say(name: str, value: str) -> None:
    sys.stdout.write(f"{name:<44} {value}\n")
    sys.stdout.flush()


def timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def peak_mb() -> float:
    """Peak resident memory of this process."""
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def texts(count: int) -> tuple[str, list[tuple[str, str | None]]]:
    """Where they are from, and (text, day) of each."""
    if NEWS.is_file():
        out: list[tuple[str, str | None]] = []
        with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["text"].strip():
                    out.append((row["text"], row["extracted"][:10]))
                if len(out) == count:
                    break
        return f"the first {len(out):,} news articles", out
    import khabar

    short = [(p.read_text("utf-8"), None) for p in khabar.examples() if p.suffix == ".txt"]
    return f"{len(short)} example reports, {count:,} times", [short[k % len(short)] for k in range(count)]


def start_up() -> None:
    def process(*args: str) -> float:
        return median(timed(lambda: subprocess.run([sys.executable, *args], capture_output=True, check=True)) for _ in range(5))

    bare = process("-c", "pass")
    say("khabar --help", f"{process('-m', 'khabar.cli', '--help'):.2f} s (python alone {bare:.2f} s)")
    say("import khabar", f"{process('-c', 'import khabar') - bare:.2f} s")


def loading() -> None:
    from khabar import packs, tables, world

    with tempfile.TemporaryDirectory() as folder:
        old = os.environ.get("KHABAR_CACHE")
        os.environ["KHABAR_CACHE"] = folder
        data = tables.data_dir() / "world"
        say("world, built from its files", f"{timed(lambda: world.load(data)):.2f} s")
        say("world, from its cache", f"{min(timed(lambda: world.load(data)) for _ in range(3)):.2f} s")
        if old is None:
            del os.environ["KHABAR_CACHE"]
        else:
            os.environ["KHABAR_CACHE"] = old
    say("Arabic pack", f"{timed(lambda: packs.load('ar')):.2f} s")


def coding(count: int) -> None:
    from khabar import annotate as annotating
    from khabar import coding as coder
    from khabar import ingest, packs, pipeline
    from khabar.ingest import Given
    from khabar.model import Report

    source, rows = texts(count)
    pack, world, calendar = packs.load("ar"), packs.the_world(), pipeline.calendar("ar")
    masthead = pipeline.masthead("ar")

    def reports() -> Iterator[Report]:
        for text, day in rows:
            for raw in ingest.raw_reports("-", text.encode(), Given(published=day, language="ar")):
                if isinstance(raw, ingest.Raw):
                    yield ingest.report(raw, masthead, calendar, world)

    begin = time.process_time()
    read = list(reports())
    ingested = time.process_time() - begin
    spent = {"annotate": 0.0, "code": 0.0}
    slowest: list[tuple[float, int]] = []
    events, crashes = 0, Counter[str]()
    for report in read:
        begin = time.process_time()
        try:
            annotation = annotating.annotate(report, pack, world, calendar)
            middle = time.process_time()
            events += len(coder.code(annotation, pack, world).events)
        except Exception as error:  # a fault of the engine: counted and shown, and the others are measured
            place = traceback.extract_tb(error.__traceback__)[-1]
            crashes[f"{type(error).__name__} {error} at {Path(place.filename).name}:{place.lineno}"] += 1
            continue
        end = time.process_time()
        spent["annotate"] += middle - begin
        spent["code"] += end - middle
        slowest.append((end - begin, len(report.text.split())))
    words = sum(w for _, w in slowest)
    both = sum(spent.values())
    say("texts", f"{source}, {words / max(len(read), 1):.0f} words each, {events:,} events")
    say("ingest", f"{len(read) / ingested:.0f} reports/s")
    for name, seconds in spent.items():
        say(name, f"{len(read) / seconds:.0f} reports/s, {words / seconds:,.0f} words/s")
    say(
        "annotate + code",
        f"{len(read) / both:.0f} reports/s, {words / both:,.0f} words/s, {words / both / 400:.0f} reports of 400 words/s (mark: 60)",
    )
    worst = max(slowest)
    say("slowest report", f"{worst[0] * 1000:.0f} ms, {worst[1]:,} words; half of all below {median(s for s, _ in slowest) * 1000:.1f} ms")
    for fault, n in crashes.most_common():
        say("CRASH", f"{n} reports: {fault}")
    say("peak memory without the encoder", f"{peak_mb():.0f} MB (mark: 600)")


def encoding() -> None:
    from khabar.encoder import Encoder, one_thread

    one_thread()
    encoder = Encoder()
    say("encoder, loading with the first sentence", f"{timed(lambda: encoder.encode(['التقى الوزيران في القاهرة'])):.2f} s")
    sentences = [s for text, _ in texts(60)[1] for s in text.split(".") if len(s.split()) > 5][:300]
    say("encoder", f"{len(sentences) / timed(lambda: encoder.encode(sentences)):.0f} sentences/s")
    say("peak memory with the encoder", f"{peak_mb():.0f} MB")


def merging() -> None:
    import khabar

    paths = khabar.examples()
    say(f"khabar.read of the {len(paths)} example files, all loaded", f"{timed(lambda: khabar.read(paths)):.2f} s")


def planted_copies(count: int) -> None:
    """Reuse on planted sets (eval/planted.py)."""
    if not planted.NEWS.is_file():
        return
    for kind in planted.SHARES:
        say(f"reuse, planted ({kind})", planted.score(count, kind)[0])


def record_at_scale(counts: Sequence[int]) -> None:
    """Reuse, origins, stories and dossiers over the first so many news articles, coded beforehand: seconds of one core, memory, the curve."""
    from khabar import pipeline
    from khabar.encoder import Encoder
    from khabar.ingest import Given

    if not NEWS.is_file() or not counts:
        return
    coded = []
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        articles = sorted((json.loads(line) for line in lines), key=lambda a: str(a["extracted"])[:10])
    for a in articles:
        if len(coded) >= max(counts):
            break
        line = {"text": a["text"], "title": a["title"], "outlet": a["outlet"], "url": a["url"], "published": a["extracted"][:10], "language": "ar"}
        data = json.dumps(line, ensure_ascii=False).encode()
        for report in pipeline.reports([f"{a['id']}.jsonl"], Given(), lambda _, d=data: d):
            if not isinstance(report, pipeline.Failure):
                try:
                    coded.append(pipeline.code(report))
                except Exception as error:  # a fault of the engine: shown, and the others are measured
                    say("CRASH", repr(error)[:120])
    for count in counts:
        begin, clock = time.process_time(), time.perf_counter()
        record = pipeline.merge(coded[:count], Encoder())
        used, passed = time.process_time() - begin, time.perf_counter() - clock
        shared = sum(len(s.reports) > 1 for s in record.stories)
        say(
            f"record over {min(count, len(coded)):,} articles",
            f"{used:.0f} s of one core ({passed:.0f} s by the clock), {used / count * 1000:.1f} ms each, {len(record.stories):,} stories, "
            f"{shared:,} of several reports, {len(record.reuse):,} passages; peak memory {peak_mb():,.0f} MB",
        )


def growing() -> None:
    """Time for one report ten times as long, as a ratio: ten is linear."""
    import khabar

    text = "\n".join(t for t, _ in texts(40)[1])[:60_000]
    short, long = (min(timed(lambda t=t: khabar.code(t, language="ar")) for _ in range(2)) for t in (text, (text + "\n") * 10))
    say("one report ten times as long", f"{long / short:.1f} times the time (10 is linear)")


def storing(count: int) -> None:
    """A store of the news: adding with two workers, one more report, its size, a search. count: reports."""
    import khabar

    with tempfile.TemporaryDirectory() as folder:
        source, rows = texts(count + _MORE)
        lines = [json.dumps({"text": t, "published": d, "outlet": f"outlet {n % 14}", "language": "ar"}) for n, (t, d) in enumerate(rows)]
        some, more = Path(folder, "some.jsonl"), [Path(folder, f"{n}.jsonl") for n in range(len(lines[count:]))]
        some.write_text("\n".join(lines[:count]), "utf-8")
        for one, line in zip(more, lines[count:], strict=True):
            one.write_text(line, "utf-8")
        path = Path(folder, "store.db")
        with khabar.Store(path) as store:
            begin, others = time.process_time(), of_others()
            wall = timed(lambda: store.add([some], workers=2))
            own, others = time.process_time() - begin, of_others() - others
            stats = store.stats()
            n = stats["reports"]
            say("store: adding", f"{n / wall:.1f} reports/s by the clock with two workers ({source}; mark: 25), {stats['stories']:,} stories")
            say(
                "store: adding, processor time",
                f"{own / n * 1000:.0f} ms a report of the process that keeps, {others / n * 1000:.0f} ms of those that code: "
                f"{min(n / own, 2 * n / (own + others)):.0f} reports/s on two cores that do nothing else",
            )
            first, *then = (timed(lambda one=one: store.add([one])) for one in more)
            slow = f"at most {max(then):.2f} s, {sum(t > 1 for t in then)} of {len(then)} above 1 s"
            say("store: one more report", f"{first:.2f} s, with the loading of the words; then {median(then):.2f} s at the median, {slow} (mark: 1)")
        size = sum(len(t.encode()) for t, _ in rows)
        say("store: size", f"{path.stat().st_size / size:.1f} times the text (mark: 12)")
        with khabar.Store(path, readonly=True) as store:
            words = [w for t, _ in rows[:: max(len(rows) // 60, 1)] for w in (" ".join(t.split()[3:5]),)]
            times = sorted(timed(lambda q=q: store.search(q)) for q in (*words, "Kerry", "ليبيا", "مجلس الأمن"))
            worst = times[int(len(times) * 0.99)]
            say("store: search", f"median {median(times) * 1000:.0f} ms, 99th percentile {worst * 1000:.0f} ms (marks: 50, 200)")
        serving(str(path))
        engines(some)


def of_others() -> float:
    """Processor time of child processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def engines(path: Path) -> None:
    """Adding to PostgreSQL (of our own, on a loopback port) against adding to SQLite, by the clock."""
    import importlib.util

    import khabar

    missing = [p for p in ("psycopg", "pytest") if importlib.util.find_spec(p) is None]
    if missing:
        say("store: PostgreSQL", f"not measured: {', '.join(missing)} not installed")
        return
    sys.path.insert(0, str(HERE.parent / "tests"))
    import conftest
    import pytest

    part = path.with_name("part.jsonl")
    part.write_text("\n".join(path.read_text("utf-8").split("\n")[:300]), "utf-8")
    try:
        with conftest.cluster() as base:
            spent = []
            for where in (str(path.with_name("warm.db")), str(path.with_name("other.db")), conftest.database(base)):  # the first loads everything
                with khabar.Store(where) as store:
                    spent.append(timed(lambda s=store: s.add([part])))
    except pytest.skip.Exception as error:
        say("store: PostgreSQL", f"not measured: {error}")
        return
    say("store: PostgreSQL", f"adding takes {spent[2] / spent[1]:.2f} times as long as with SQLite (mark: 2)")


def serving(where: str) -> None:
    """Pages of a desk over a store: medians of stories and story, fifty requests at once, the weight of a first load."""
    from concurrent.futures import ThreadPoolExecutor

    from starlette.testclient import TestClient

    import khabar

    with khabar.Store(where, readonly=True) as store:
        ids = [r["id"] for r in store.browse(limit=60)]
        reports = store.count("report")
    with TestClient(khabar.desk(where), base_url="http://127.0.0.1:8000") as desk:
        desk.get("/ar/stories")  # what is counted once
        for name, paths in (("stories", [f"/ar/stories?_next={30 * n}" for n in range(20)]), ("story", [f"/ar/story/{i}" for i in ids])):
            times = [timed(lambda p=p: desk.get(p).raise_for_status()) for p in paths]  # type: ignore[misc]
            say(f"desk: page {name}", f"median {median(times) * 1000:.0f} ms over {reports:,} reports (mark: 100)")
        with ThreadPoolExecutor(50) as pool:
            asked = [f"/en/story/{i}" for i in ids][:50]
            wall = timed(lambda: [r.raise_for_status() for r in pool.map(desk.get, asked)])
        say("desk: requests at once", f"{len(asked)} without an error in {wall:.2f} s")
        weight = 0
        for path in ("/ar/stories", "/static/desk.css", "/static/desk.js", "/static/icon.svg"):
            with desk.stream("GET", path) as answer:
                weight += sum(len(part) for part in answer.iter_raw())
        say("desk: first load without fonts", f"{weight / 1000:.0f} kB (mark: 200)")


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and memory of khabar.")
    parser.add_argument("--news", type=int, default=2000, metavar="N", help="reports to code (default: %(default)s)")
    parser.add_argument("--planted", type=int, default=4000, metavar="N", help="reports in a planted set (default: %(default)s)")
    parser.add_argument(
        "--record", default="1000,2000,4000", metavar="N,N", help="news articles to lay side by side (default: %(default)s; 31030: all)"
    )
    parser.add_argument("--store", type=int, default=1000, metavar="N", help="reports to keep in a store (default: %(default)s)")
    parser.add_argument("--desk", metavar="STORE", help="a store of your own to measure the desk over, besides")
    args = parser.parse_args()
    start_up()
    loading()
    coding(args.news)
    growing()
    encoding()
    merging()
    planted_copies(args.planted)
    record_at_scale([int(n) for n in args.record.split(",") if n.strip("0 ")])
    if args.store:
        storing(args.store)
    if args.desk:
        serving(args.desk)


if __name__ == "__main__":
    main()
