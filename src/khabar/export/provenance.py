"""PROV as JSON-LD (W3C submission of 2024), its context inline: from an event to the report, the outlet and the chain of sources."""

from __future__ import annotations

import json
from importlib import import_module
from typing import IO, Any

import khabar
from khabar.export.notes import label
from khabar.export.rows import of_act
from khabar.export.stamp import Losses, Stamp
from khabar.export.view import Act, View

LOSSES = (
    "PROV tells where something is from, not what it says: of an event there are type, status, day, verdict and one line.",
    "A link of a chain is an account (what that source said) attributed to an agent; a report that quotes it is derived from it.",
    "Passages of one report in another are derivations (prov:Quotation) of whole reports; where they stand is lost.",
)
_SPACES = {"kh": "urn:khabar:", "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#"}


def context() -> list[Any]:
    """Our prefixes, and the terms of PROV-JSONLD as the package ``prov`` ships them."""
    terms: Any = import_module("prov.serializers.provjsonld")
    return [_SPACES, terms.load_vendored_context()]


def write_prov(out: IO[str], view: View, stamp: Stamp, losses: Losses) -> int:
    """One JSON-LD document; how many acts, events or claims it holds."""
    graph = _Graph(out)
    out.write(f'{{"@context": {json.dumps(context(), ensure_ascii=False)},\n"@graph": [')
    graph.thing("Agent", "kh:software/khabar", f"khabar {khabar.__version__}", type=["prov:SoftwareAgent"])
    graph.thing("Entity", "kh:export", stamp.citation)
    graph.link(type_="Attribution", entity="kh:export", agent="kh:software/khabar")
    coding = "kh:activity/coding"
    graph.thing("Activity", coding, "coding of reports into events")
    graph.link(type_="Association", activity=coding, agent="kh:software/khabar")
    number = 0
    if view.level == "claim":
        for claim, event, verdict, act in view.claims():
            number += 1
            id = "kh:" + claim["id"]
            value = claim["value"] if view.words or claim["value"].isascii() else "(words)"
            graph.thing("Entity", id, f"{claim['field']}: {value}", **{"kh:field": [claim["field"]], "kh:verdict": [verdict]})
            graph.link(type_="Derivation", generatedEntity=id, usedEntity=f"kh:report/{claim['report']}", activity=coding)
            _chain(graph, view, act, claim["report"], tuple(claim["chain"]))
            _report(graph, view, claim["report"])
            _event(graph, view, Act(event["id"], act.story, act.main, (event,), act.facts), coding)
            graph.link(type_="Derivation", generatedEntity=f"kh:event/{event['id']}", usedEntity=id)
    else:
        for act in view.acts():
            number += 1
            _event(graph, view, act, coding)
            for event in act.events:
                for chain in view.chains.get(event["id"], ()):
                    _chain(graph, view, act, event["report"], chain)
    seen = list(graph.reports)
    inside = set(seen)
    for data in view.batches(seen):
        for r in data["reuse"]:
            source, target = r["from"]["report"], r["to"]["report"]
            if source in inside and target in inside and r["directed"]:
                graph.link(
                    type_="Derivation", generatedEntity=f"kh:report/{target}", usedEntity=f"kh:report/{source}", type=["prov:Quotation"]
                )
            elif source in inside and target in inside:
                losses.count("passages are shared by two reports without its being known which was first: no derivation")
    out.write("\n]}\n")
    return number


class _Graph:
    """Statements written as they come, each once."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out
        self._seen: set[str] = set()
        self.reports: dict[str, None] = {}

    def thing(self, kind: str, id: str, named: str, **more: Any) -> bool:
        """An Agent, Entity or Activity; False where it is there already."""
        if id in self._seen:
            return False
        self._write({"@type": kind, "@id": id, "label": [{"@value": named}], **more}, id)
        return True

    def link(self, type_: str, **more: Any) -> None:
        """A relation between two of them."""
        row = {"@type": type_, **more}
        key = json.dumps(row, sort_keys=True)
        if key not in self._seen:
            self._write(row, key)

    def _write(self, row: dict[str, Any], key: str) -> None:
        self._out.write(("," if self._seen else "") + "\n" + json.dumps(row, ensure_ascii=False))
        self._seen.add(key)


def _event(graph: _Graph, view: View, act: Act, coding: str) -> None:
    row = of_act(view, act)
    more = {f"kh:{k}": [str(row[k])] for k in ("type", "status", "day", "verdict") if row[k]}
    id = f"kh:event/{act.id}"
    if not graph.thing("Entity", id, label(view, row), **more):
        return
    graph.link(type_="Generation", entity=id, activity=coding)
    for report in dict.fromkeys(e["report"] for e in act.events):
        _report(graph, view, report)
        graph.link(type_="Usage", activity=coding, entity=f"kh:report/{report}")
        graph.link(type_="Derivation", generatedEntity=id, usedEntity=f"kh:report/{report}", activity=coding)


def _report(graph: _Graph, view: View, id: str) -> None:
    r = view.reports[id]
    titled = (r["title"] if view.words else None) or f"report {id}"
    published = (r["published"] or {}).get("value")
    more = {"kh:published": [published]} if published else {}
    if r["url"]:
        more["kh:url"] = [r["url"]]
    if not graph.thing("Entity", f"kh:report/{id}", titled, **more):
        return
    graph.reports[id] = None
    name = view.outlet(id)
    if name:
        agent = "kh:" + (r["outlet"]["id"] or f"outlet/of-{id}")
        graph.thing("Agent", agent, name, type=["prov:Organization"])
        graph.link(type_="Attribution", entity=f"kh:report/{id}", agent=agent)


def _chain(graph: _Graph, view: View, act: Act, report: str, chain: tuple[str, ...]) -> None:
    """The links behind a report: each quotes the next, the last is the primary source."""
    before = f"kh:report/{report}"
    _report(graph, view, report)
    scope = act.story["id"] if act.story else report
    for n, link in enumerate(chain[1:], 1):
        safe = link if link.isascii() else link.encode("ascii", "backslashreplace").decode()
        account = f"kh:account/{scope}/{safe}"
        person = view.entities.get(link, {}).get("kind") == "person"
        graph.thing("Entity", account, f"what {view.name(link)} said")
        graph.thing("Agent", f"kh:{safe}", view.name(link), type=["prov:Person" if person else "prov:Organization"])
        graph.link(type_="Attribution", entity=account, agent=f"kh:{safe}")
        last = n == len(chain) - 1
        graph.link(type_="Derivation", generatedEntity=before, usedEntity=account, type=["prov:PrimarySource" if last else "prov:Quotation"])
        before = account
