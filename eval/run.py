"""``make eval``: what khabar gets right, against its floors, and the sentences won and lost since the last run.

    python eval/run.py [--only gold,expressions,…] [--news N] [--raise] [--all]

Own gold: eval/gold/ar (a case with "part": "test" is scored, and never looked into while rules are written). Others' data are read
from ../shared where they are; their texts and sentences go to the screen and to a cache outside the checkout, never into it.
KHABAR_GOLD_TEXTS: folder with the texts of ../shared/gold. KHABAR_EVAL_CACHE: where the last run is kept.
Exit status 1: a figure is below its floor (eval/floors.toml). Floors only rise: --raise writes those that were passed.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import os
import random
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import accounts
import conditions
import constructions
import expressions
import identity
import labelled
import reviewed
import score
import voices
from score import Tally

import khabar
from khabar import ontology, packs, pipeline
from khabar.encoder import Encoder

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
SHARED = PROJECT.parent / "shared"
NEWS = SHARED / "data" / "news" / "saudinewsnet.jsonl.xz"
FLOORS = HERE / "floors.toml"
Json = dict[str, Any]


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# ------------------------------------------------------------------ the gold


def own_gold(part: str | None = None) -> dict[str, Tally]:
    """Part -> scores of eval/gold/ar: one record a case, as a desk reads the reports of one happening; stories over all of a part."""
    out: dict[str, Tally] = {}
    cases: dict[str, list[Json]] = {}
    for case in own_cases():
        if part in (None, case.get("part", "dev")):
            cases.setdefault(case.get("part", "dev"), []).append(case)
    encoder = Encoder()
    for name, rows in cases.items():
        tally = out.setdefault(name, Tally())
        together: list[Any] = []
        for case in rows:
            coded = [code_report(r) for r in case["reports"]]
            together += coded
            record, ids = laid(coded, encoder)
            tally.take(score.score_case(case, record, ids))
            score.record_of_case(tally, case, record, ids)
        tally.more = score.stories_b_cubed(rows, *laid(together, encoder))
    return out


def own_cases() -> list[Json]:
    """The cases of eval/gold/ar, both parts."""
    read = (json.loads(path.read_text("utf-8")) for path in sorted((HERE / "gold" / "ar").glob("*.json")))
    return [case for case in read if "case" in case]


def code_report(report: Json) -> Any:
    line = {k: report[k] for k in ("id", "text", "title", "outlet", "url", "published") if report.get(k)}
    text = json.dumps(line, ensure_ascii=False)
    return khabar.code(text)


def laid(coded: Sequence[Any], encoder: Encoder) -> tuple[Json, dict[str, str]]:
    """The record of coded reports, and its report ids as those of the gold."""
    record = pipeline.merge(coded, encoder).to_dict()
    return record, {r["id"]: r["source_id"] for r in record["reports"]}


SHOWN = [
    "events_type_f1",
    "events_who_f1",
    "events_exact_f1",
    "events_type_news_f1",
    "events_who_news_f1",
    "events_exact_news_f1",
    "date",
    "date_where_gold_has_one",
    "status",
    "mode",
    "initiator",
    "background",
    "place",
    "statements_f1",
    "statements_any_speaker_f1",
    "statement_kind",
    "relations_f1",
    "stories_b_cubed_f1",
    "origin_pairs_f1",
    "n_origins",
    "disagreements_f1",
    "contradicted_f1",
]


def show_gold(name: str, tally: Tally) -> dict[str, float]:
    scores = tally.scores()
    say(f"\n{name}")
    for key in SHOWN:
        if key in scores:
            more = (
                f"   precision {scores[key[:-3] + '_p']:.3f}  recall {scores[key[:-3] + '_r']:.3f}"
                if key.endswith("_f1")
                else "   of {1}".format(*tally.right[key])
            )
            say(f"  {key:<28} {scores[key]:.3f}{more}")
    say("  by type: " + "  ".join(f"{k[5:]} {scores[f'{k}_f1']:.2f} ({n[2]})" for k, n in sorted(tally.found.items()) if k.startswith("type ")))
    if tally.confused:
        say("  confused: " + "; ".join(f"{k} {n}" for k, n in sorted(tally.confused.items(), key=lambda x: -x[1])[:6]))
    return scores


# ------------------------------------------------------------------ the real gold


def real_gold(texts: Path, keep: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """The two halves of ../shared/gold by its own runner and scorer: the first eight cases may be looked into, the others are scored only."""
    cases = sorted((SHARED / "gold" / "cases").glob("*.json"))
    for name, half in (("look", cases[:8]), ("score", cases[8:])):
        out = keep / f"real-{name}"
        shutil.rmtree(out, ignore_errors=True)
        (out / "cases").mkdir(parents=True)
        for case in half:
            shutil.copy(case, out / "cases")
        command = f'"{sys.executable}" -m khabar.cli'
        arguments = (out / "cases", "--texts", texts, "--out", out / "run", "--blind-dates", "--command", command)
        path = os.pathsep.join(filter(None, (str(PROJECT / "src"), os.environ.get("PYTHONPATH"))))
        done = subprocess.run(
            [sys.executable, "run_gold.py", *map(str, arguments)],
            cwd=SHARED / "gold", capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        scores = out / "run" / "scores.json"
        if done.returncode or not scores.is_file():
            say(f"real gold, {name}: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
            continue
        say(f"\nreal gold, {'the eight to look into' if name == 'look' else 'the eight for scoring only'}")
        say(done.stdout.rstrip())
        yield f"real.{name}", flat(json.loads(scores.read_text("utf-8")))


def filled(texts: Path) -> list[Json]:
    """The cases of ../shared/gold by name, each report with its text where the folder has it."""
    cases = [json.loads(p.read_text("utf-8")) for p in sorted((SHARED / "gold" / "cases").glob("*.json"))]
    for report in (r for c in cases for r in c["reports"]):
        path = texts / f"{report['id']}.txt"
        report["text"] = path.read_bytes().decode("utf-8-sig") if path.is_file() else None
    return cases


def said() -> dict[str, dict[str, float]]:
    """Our own ways to say each type of event (expressions.tsv), the parts apart: of B, E, G and J only the totals are ever looked at."""
    counted = expressions.measure()
    shares: dict[str, dict[str, float]] = {}
    for (part, name), (right, rows) in counted.items():
        if name in ("all", "look-alikes"):
            shares.setdefault(f"expressions.{part.lower()}", {})[name.replace("-", "_")] = right / rows
            say(f"{'':2}expressions, part {part}, {name}: {right} of {rows} ({right / rows:.3f})")
    return shares


def set_against() -> dict[str, dict[str, float]]:
    """Accounts of one happening that disagree (accounts/), the parts apart: of the counted one only the totals are ever looked at."""
    found = {f"accounts.{part}": values for part, values in accounts.lines(Encoder())}
    for name, values in found.items():
        say(f"{'':2}{name:<24}" + "  ".join(f"{k} {v:.3f}" for k, v in values.items()))
    return found


def as_others_keep_them() -> dict[str, dict[str, float]]:
    """Own gold's readable part as other pages would have kept it (`conditions`): what is coded as before."""
    cases = (c for c in own_cases() if c.get("part", "dev") == "dev")
    found = conditions.measure((r for c in cases for r in c["reports"]), code_report)
    say("\nthe same reports as other pages would have kept them: acts and statements that stay, reports lost")
    for name, shares in found.items():
        say(f"  {name:18} {shares['acts']:.3f}  {shares['statements']:.3f}  {shares['lost_reports']:.0f}")
    return {f"conditions.{name}": shares for name, shares in found.items()}


def in_surroundings() -> dict[str, float]:
    """The frames' examples in other surroundings (`constructions`): what means the same there."""
    pack = packs.load("ar")
    examples = ((x.text, x.gives) for frame in pack.frames.values() for x in frame.examples[:1])
    found = constructions.measure(examples, lambda text: khabar.code(text, language="ar", published="2021-05-12"))
    say("\nthe frames' examples in other surroundings: acts that stay")
    for name, share in found.items():
        say(f"  {name:18} {share:.3f}")
    return found


def identities(texts: Path | None, items: dict[str, bool]) -> dict[str, float]:
    """Who is who: the participants of own gold and of the real gold; of the parts for scoring only the figure is shown."""
    own = own_cases()
    parts = {f"own.{p}": [c for c in own if c.get("part", "dev") == p] for p in ("dev", "test")}
    if texts and (SHARED / "gold" / "cases").is_dir():
        real = filled(texts)
        parts |= {"real.look": real[:8], "real.score": real[8:]}
    scores = {}
    say("\nwho is who: participants of coded events that lead to the right country and person or body")
    for name, cases in parts.items():
        found = identity.surfaces(cases)
        scores[name] = found.share
        say(f"  {name:<12} {found.share:.3f}   {found.right} of {found.total}")
        for report, words, want, _ in found.misses if name not in ("own.test", "real.score") else ():
            items[f"{report}: who is {words} ({want})"] = False
    return scores


def named(articles: int) -> dict[str, dict[str, float]]:
    """Our marked reports; officials on far pages; what is found of others' marks."""
    found = identity.marked(HERE / "gold" / "identity")
    scores: dict[str, dict[str, float]] = {"identity.marked": {"precision": found.precision, "recall": found.recall}}
    counts = f"{found.right} right of {found.given} given, {found.gold} marked"
    say(f"\nmarked reports: precision {found.precision:.3f} recall {found.recall:.3f} ({counts})")
    for name, words, want, got in found.misses:
        say(f"      {name}: {words} should be {want}, is {got}")
    if NEWS.is_file():
        with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
            pages = [row for line in lines if _FAR.search((row := json.loads(line))["url"] or "")]
        random.Random(7).shuffle(pages)
        count, actors, officials = identity.far(pages[:articles])
        scores["identity.far"] = {"actors_an_article": actors / max(count, 1), "officials_an_article": officials / max(count, 1)}
        say(
            f"{count} pages of sport, culture and business: {actors / max(count, 1):.3f} participants of events each, "
            f"{officials / max(count, 1):.2f} officials and bodies of states named"
        )
    marks = [r for part in ("train", "val") for r in rows(SHARED / "data" / "ner" / f"wojood_sample_{part}.jsonl")]
    if marks:
        kinds = identity.wojood(marks)
        say("names that others marked and we find: " + "  ".join(f"{k} {c.share:.2f} of {c.total}" for k, c in kinds.items()))
        scores["identity.wojood"] = {k.lower(): c.share for k, c in kinds.items()}
    return scores


def flat(result: Json) -> dict[str, float]:
    out = {f"{name}_f1": float(v["f1"]) for name, v in result["scores"].items()}
    return out | {name: float(v["accuracy"]) for name, v in result["accuracies"].items() if v["of"]}


# ------------------------------------------------------------------ others' data


def rows(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()] if path.is_file() else []


CRASHES: Counter[str] = Counter()


def coded(text: str, **given: str | None) -> Any:
    """One text, coded; None for one that cannot be read. A fault of the engine is counted and shown, and the others are measured."""
    try:
        found = khabar.code(text, language="ar", **given)
    except khabar.InputError:
        return None
    faults = [i.message for i in found.report.issues if i.code == "not-coded"]
    CRASHES.update(faults)
    return None if faults else found


def coded_article(article: Json) -> Any:
    """An article of the news, coded; None as above."""
    return coded(article["text"], published=article["extracted"][:10], outlet=article["outlet"])


def events_of(text: str) -> list[Any]:
    """What one sentence without a date gives."""
    found = coded(text)
    return list(found.events) if found is not None else []


REAL = frozenset(("happened", "ongoing"))


def gsr(kind: str, items: dict[str, bool], sentences: dict[str, str]) -> dict[str, float]:
    """Is a sentence an event of the type? Majority rows. Then whose words are actor and recipient, against each annotator."""
    data = [r for r in rows(SHARED / "data" / "gsr" / f"{kind}.jsonl") if r["majority"] is not None]
    judged = []
    for r in data:
        found = any(e.type == kind.upper() and e.status in REAL for e in events_of(r["text"]))
        judged.append((found, bool(r["majority"])))
        items[f"gsr {r['id']}"] = found == bool(r["majority"])
        sentences[f"gsr {r['id']}"] = r["text"]
    scores = score.detection(judged)
    counts = {"source": [0, 0, 0], "target": [0, 0, 0]}
    for r in rows(SHARED / "data" / "gsr" / f"{kind}_spans.jsonl"):
        events = [e for e in events_of(r["text"]) if e.type == kind.upper()]
        ours = {
            "source": [w for e in events[:1] for p in e.actors for w in p.text.split()],
            "target": [w for e in events[:1] for p in e.recipients for w in p.text.split()],
        }
        for a in r["annotators"]:
            for part, total in counts.items():
                for i, n in enumerate(score.token_f1(ours[part], a[part]["tokens"])):
                    total[i] += n
    for part, (both, given, gold) in counts.items():
        scores[f"{part}_f1"] = 2 * both / (given + gold) if given + gold else 0.0
    say(
        f"\ngsr {kind}: {len(data)} majority rows: precision {scores['p']:.3f} recall {scores['r']:.3f} F1 {scores['f1']:.3f}; "
        f"token F1 source {scores['source_f1']:.3f} target {scores['target_f1']:.3f}"
    )
    return scores


QUADS = {1: "Verbal Cooperation", 2: "Material Cooperation", 3: "Verbal Conflict", 4: "Material Conflict"}


def un_quad(items: dict[str, bool], sentences: dict[str, str], limit: int) -> dict[str, float]:
    """Relevant or not, and the quad class, of UN sentences. UN prose is not news: reported, never tuned to."""
    data = rows(SHARED / "data" / "un_quad" / "un_quad_ar.jsonl")
    data = [r for r in data if r.get("relevant") is not None][:limit]
    types = ontology.load().types
    relevant, classes = [], []
    for r in data:
        events = events_of(r["text"]["ar"])
        quad = next((QUADS.get(types[e.type].quad, "") for e in events), "none")
        relevant.append((bool(events), bool(r["relevant"])))
        gold = r["quad"] if r["relevant"] else "none"
        if gold:
            classes.append((quad, gold))
        items[f"un {r['id']}"] = bool(events) == bool(r["relevant"])
        sentences[f"un {r['id']}"] = r["text"]["ar"]
    scores = {f"relevant_{k}": v for k, v in score.detection(relevant).items()} | {"quad_macro_f1": score.macro_f1(classes)}
    say(
        f"\nun_quad: {len(data)} sentences: relevant precision {scores['relevant_p']:.3f} recall {scores['relevant_r']:.3f} "
        f"F1 {scores['relevant_f1']:.3f}; quad classes macro F1 {scores['quad_macro_f1']:.3f}"
    )
    return scores


# Sections of the outlets whose addresses name them: sport, culture, business.
_FAR = re.compile(
    r"//(www\.)?(arreyadi\.com\.sa|arriyadiyah\.com)/|alwatan\.com\.sa/(Sports|Culture|Economy)/|al-jazirah\.com/\d+/\d+/(sp|ms|cu|ec)\d|3alyoum\.com/(technology|sport|art|economy|health)",
    re.IGNORECASE,
)


def news(limit: int, keep: Path) -> dict[str, float]:
    """Events an article on real pages; on sport, culture and business pages each is taken for false. A sample to be judged is left in the cache."""
    if not NEWS.is_file():
        return {}
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    random.Random(7).shuffle(articles)
    count = far = far_events = total = 0
    sample: list[str] = []
    for a in articles[:limit]:
        found = coded_article(a)
        if found is None:
            continue
        count += 1
        total += len(found.events)
        if _FAR.search(a["url"] or ""):
            far, far_events = far + 1, far_events + len(found.events)
        if len(sample) < 4000 and count % max(limit // 100, 1) == 0:
            for e in found.events:
                who = "+".join(p.entity or p.text for p in e.actors) + " > " + "+".join(p.entity or p.text for p in e.recipients)
                sample.append(f"?\t{a['id']}\t{e.type}/{e.mode or ''} {e.status}\t{who}\t{e.rule}\t{' '.join(e.evidence[0].text.split())}")
    (keep / "judge.tsv").write_text("right (y/n)\tarticle\tevent\twho\trule\tsentence\n" + "\n".join(sample) + "\n", "utf-8")
    scores = {"events_an_article": total / max(count, 1), "far_events_an_article": far_events / max(far, 1)}
    say(
        f"\nnews: {count} articles, {scores['events_an_article']:.2f} events each; {far} by their address sport, "
        f"culture, business: {scores['far_events_an_article']:.2f} events each, all taken for false"
    )
    judged = keep / "judged.tsv"
    if judged.is_file():
        marks = [line.split("\t") for line in judged.read_text("utf-8").splitlines()[1:]]
        wrong, read = sum(m[0] == "n" for m in marks), len({m[1] for m in marks if m[0] in ("y", "n")})
        scores["judged_false_an_article"] = wrong / max(read, 1)
        say(f"  judged by hand: {wrong} false events in {read} articles that have any")
    say(f"  a sample of 100 articles to judge: {keep / 'judge.tsv'} (save it as judged.tsv with y or n in the first column)")
    return scores


def told_in_news() -> dict[str, dict[str, float]]:
    """Acts that readers found in real news articles: found by type, and with their parties, for each part."""
    parts = reviewed.score(HERE / "gold" / "news" / "acts.tsv", NEWS, coded_article) if NEWS.is_file() else {}
    say()
    for part, n in parts.items():
        say(
            f"acts that readers found in real news, {part}: type F1 {n['type_f1']:.3f} "
            f"(precision {n['type_precision']:.3f} recall {n['type_recall']:.3f}), "
            f"with the parties {n['who_f1']:.3f}; of {n['missed']:.0f} missed at first {n['missed_found']:.0f} are coded"
        )
    return {f"reviewed.{part}": {k: n[k] for k in ("type_f1", "who_f1")} for part, n in parts.items()}


def judged() -> dict[str, dict[str, float]]:
    """Coded events of real news that readers judged: the share that is right, for each part."""
    parts = labelled.score(HERE / "gold" / "news" / "labels.tsv", NEWS, coded_article) if NEWS.is_file() else {}
    say()
    for part, found in parts.items():
        n = {k: int(v) for k, v in found.items() if k != "precision"}
        counted = ", ".join(f"{v} {k}" for k, v in n.items())
        say(f"judged events of real news, {part}: {found['precision']:.3f} right ({counted})")
    return {f"labelled.{part}": {"precision": found["precision"]} for part, found in parts.items()}


def said_in_news() -> dict[str, dict[str, float]]:
    """Statements and relations that readers found in real news, by the real gold's own scorer; of the test part only figures are looked at."""
    gold, encoder = SHARED / "gold", Encoder()
    if not (NEWS.is_file() and (gold / "score_gold.py").is_file()):
        say("statements of real news: left out (they need ../shared/data/news and the scorer of ../shared/gold)")
        return {}

    def record(article: Json) -> Json | None:
        found = coded_article(article)
        return laid([found], encoder)[0] if found is not None else None

    parts = voices.score(HERE / "gold" / "news", NEWS, gold, record)
    for part, n in parts.items():
        for name in ("statements", "statements_any_speaker", "relations"):
            found, given, told = (int(n[f"{name}_{k}"]) for k in ("found", "given", "gold"))
            say(
                f"{name.replace('_', ' ')} of real news, {part}: precision {n[f'{name}_p']:.3f} recall {n[f'{name}_r']:.3f} "
                f"F1 {n[f'{name}_f1']:.3f} ({found} found of {told} told, {given} given)"
            )
    shown = ("statements_f1", "statements_p", "statements_any_speaker_f1", "relations_f1")
    return {f"voices.{part}": {k: n[k] for k in shown} for part, n in parts.items()}


# ------------------------------------------------------------------ floors, won and lost


def check_floors(results: dict[str, dict[str, float]], rise: bool) -> list[str]:
    """What fell below its floor. A floor for "how many" (false events) is a ceiling: its name begins with most_."""
    floors: dict[str, dict[str, float]] = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    broken = []
    for part, wanted in floors.items():
        have = results.get(part)
        if have is None:
            continue
        for name, floor in wanted.items():
            most = name.startswith("most_")
            value = have.get(name.removeprefix("most_"))
            if value is None:
                broken.append(f"{part}.{name}: not measured any more")
            elif (value > floor + 1e-9) if most else (value < floor - 1e-9):
                broken.append(f"{part}.{name}: {value:.3f}, {'ceiling' if most else 'floor'} {floor}")
            elif rise:
                wanted[name] = min(floor, math.ceil(value * 100) / 100) if most else max(floor, math.floor(value * 100) / 100)
    if rise:
        head = FLOORS.read_text("utf-8").split("\n[", 1)[0].rstrip()
        body = "\n".join(f'\n["{part}"]\n' + "\n".join(f"{k} = {v}" for k, v in wanted.items()) for part, wanted in floors.items())
        FLOORS.write_text(f"{head}\n{body}\n", "utf-8", newline="\n")
    return broken


def won_and_lost(items: dict[str, bool], sentences: dict[str, str], last: Path, everything: bool) -> None:
    old: dict[str, bool] = json.loads(last.read_text("utf-8")) if last.is_file() else {}
    won = [k for k, right in items.items() if right and old.get(k) is False]
    lost = [k for k, right in items.items() if not right and (old.get(k) is True or (old and ": false " in k and k not in old))]
    gone = [k for k in old if ": false " in k and k not in items and any(k.startswith(i.split(":")[0] + ":") for i in items)]
    for name, keys in (("won", won + [f"{k} (gone)" for k in gone]), ("lost", lost)):
        say(f"\n{name} since the last run: {len(keys)}")
        for k in keys if everything else keys[:15]:
            say(f"  {k}" + (f"  {sentences[k][:150]}" if k in sentences else ""))
    last.write_text(json.dumps({**old, **items} if old else items, ensure_ascii=False), "utf-8")
    stale = set(gone)
    if stale:
        last.write_text(json.dumps({k: v for k, v in {**old, **items}.items() if k not in stale}, ensure_ascii=False), "utf-8")


def cache() -> Path:
    home = os.environ.get("KHABAR_EVAL_CACHE") or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "khabar-eval"
    path = Path(home).resolve()
    if any((p / ".git").exists() for p in (path, *path.parents)):
        sys.exit(f"eval: {path} lies in a checkout; others' sentences must not come near a commit (set KHABAR_EVAL_CACHE)")
    path.mkdir(parents=True, exist_ok=True)
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description="Scores of khabar against their floors.")
    everything = "gold,expressions,accounts,conditions,constructions,identity,real,gsr,un_quad,news,labelled,reviewed,voices"
    parser.add_argument("--only", default=everything, help="what to measure (default: %(default)s)")
    parser.add_argument("--news", type=int, default=1000, metavar="N", help="news articles (default: %(default)s)")
    parser.add_argument("--un", type=int, default=10_000, metavar="N", help="UN sentences at most")
    parser.add_argument("--raise", action="store_true", dest="rise", help="raise the floors that were passed")
    parser.add_argument("--all", action="store_true", help="print every sentence won and lost")
    args = parser.parse_args()
    only, keep, began = set(args.only.split(",")), cache(), time.perf_counter()
    results: dict[str, dict[str, float]] = {}
    items: dict[str, bool] = {}
    sentences: dict[str, str] = {}
    if "gold" in only:
        for part, tally in own_gold().items():
            results[f"gold.{part}"] = show_gold(f"own gold, {part} part", tally)
            items |= tally.items if part != "test" else {}  # of the test part only the totals are shown
    if "expressions" in only:
        results |= said()
    if "accounts" in only:
        results |= set_against()
    if "conditions" in only:
        results |= as_others_keep_them()
    if "constructions" in only:
        results["constructions"] = in_surroundings()
    if "identity" in only:
        folder = os.environ.get("KHABAR_GOLD_TEXTS")
        shares = identities(Path(folder) if folder else None, items)
        for part in {name.partition(".")[0] for name in shares}:
            results[f"identity.{part}"] = {name.partition(".")[2]: share for name, share in shares.items() if name.startswith(part)}
        results |= named(500)
    if "real" in only:
        texts = os.environ.get("KHABAR_GOLD_TEXTS")
        if texts and (SHARED / "gold" / "run_gold.py").is_file():
            results |= dict(real_gold(Path(texts), keep))
        else:
            say("\nreal gold: left out (set KHABAR_GOLD_TEXTS to the folder of its texts)")
    for kind in ("assault", "protest") if "gsr" in only else ():
        if (SHARED / "data" / "gsr" / f"{kind}.jsonl").is_file():
            results[f"gsr.{kind}"] = gsr(kind, items, sentences)
    if "un_quad" in only and (SHARED / "data" / "un_quad" / "un_quad_ar.jsonl").is_file():
        results["un_quad"] = un_quad(items, sentences, args.un)
    if "news" in only:
        results |= {"news": found} if (found := news(args.news, keep)) else {}
    if "labelled" in only:
        results |= judged()
    if "reviewed" in only:
        results |= told_in_news()
    if "voices" in only:
        results |= said_in_news()
    won_and_lost(items, sentences, keep / "last.json", args.all)
    broken = check_floors(results, args.rise)
    say(f"\n{time.perf_counter() - began:.0f} s")
    for fault, n in CRASHES.most_common():
        say(f"CRASH  {n} texts: {fault}")
    for line in broken:
        say(f"BELOW ITS FLOOR  {line}")
    if not broken:
        say("all floors hold")
    return 1 if broken or CRASHES else 0


if __name__ == "__main__":
    sys.exit(main())
