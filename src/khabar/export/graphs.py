"""GEXF 1.3: who acts upon whom, over time; every kind of act an edge of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from itertools import combinations
from typing import IO, Any

import khabar
from khabar.export.rows import of_act
from khabar.export.stamp import Losses, Stamp
from khabar.export.view import View

LOSSES = (
    "GEXF joins two parties only: of an act of several, each pair has an edge; third parties, topics, figures, origins and words are left out.",
    "What did not happen (planned, proposed, denied, hypothetical) is an edge of its own kind, e.g. 'CONSULT planned'.",
    "Who acts together, with nobody at the other end, is joined by an undirected edge of a kind of its own, e.g. 'CONSULT joint'.",
    "An edge lasts for the days of its acts; acts without a day are counted in its weight, but have no spell.",
)
_NODE = (("kind", "string"), ("country", "string"), ("sector", "string"), ("name_ar", "string"), ("wikidata", "string"), ("known", "boolean"))
_EDGE = (("type", "string"), ("status", "string"), ("quad", "integer"), ("n_reports", "integer"), ("n_undated", "integer"), ("acts", "liststring"))
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(slots=True)
class _Edge:
    directed: bool
    type: str
    status: str
    quad: int | None
    days: dict[str, None] = field(default_factory=dict)
    acts: list[str] = field(default_factory=list)
    reports: int = 0
    undated: int = 0


def write_gexf(out: IO[str], view: View, stamp: Stamp, losses: Losses) -> int:
    """One graph; how many edges. Nodes are the entities that act or are acted upon."""
    edges: dict[tuple[str, str, str], _Edge] = {}
    for act in view.acts():
        row = of_act(view, act)
        known = [[p["entity"] for p in _best(act, side) if p["entity"]] for side in ("actors", "recipients")]
        actors, recipients = (list(dict.fromkeys(ids)) for ids in known)
        directed = bool(recipients)
        pairs = [(a, r) for a in actors for r in recipients if a != r] if directed else [tuple(sorted(p)) for p in combinations(actors, 2)]
        if not pairs:
            losses.count("acts of one known party alone have no edge")
        happened = row["status"] in ("happened", "ongoing")
        kind = row["type"] + ("" if happened else f" {row['status']}") + ("" if directed else " joint")
        for source, target in pairs:
            edge = edges.setdefault((source, target, kind), _Edge(directed, row["type"], row["status"] if not happened else "happened", row["quad"]))
            edge.acts.append(act.id)
            edge.reports += row["n_reports"]
            if row["day"]:
                edge.days[row["day"]] = None
            else:
                edge.undated += 1
    _write(out, view, stamp, losses, edges)
    return len(edges)


def _best(act: Any, side: str) -> list[dict[str, Any]]:
    return [p for e in act.events for p in e[side]]


def _write(out: IO[str], view: View, stamp: Stamp, losses: Losses, edges: dict[tuple[str, str, str], _Edge]) -> None:
    days = sorted(d for e in edges.values() for d in e.days)
    span = f" start={_q(days[0])} end={_q(days[-1])}" if days else ""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    out.write(f"  <meta lastmodifieddate={_q(stamp.at[:10])}>\n    <creator>{_t('khabar ' + khabar.__version__)}</creator>\n")
    described = " ".join((stamp.citation, *losses.sentences()))
    out.write(f"    <description>{_t(described)}</description>\n  </meta>\n")
    out.write(f'  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval"{span}>\n')
    for kind, attributes in (("node", _NODE), ("edge", _EDGE)):
        out.write(f'    <attributes class="{kind}">\n')
        out.writelines(f"      <attribute id={_q(name)} title={_q(name)} type={_q(form)}/>\n" for name, form in attributes)
        out.write("    </attributes>\n")
    nodes = dict.fromkeys(id for source, target, _ in edges for id in (source, target))
    out.write(f'    <nodes count="{len(nodes)}">\n')
    for id in sorted(nodes):
        entity = view.entities.get(id, {})
        values = {"kind": entity.get("kind"), "country": entity.get("country"), "sector": entity.get("sector"), "name_ar": view.name(id, "ar")}
        values |= {"wikidata": entity.get("wikidata"), "known": str(bool(entity.get("known"))).lower()}
        out.write(f"      <node id={_q(id)} label={_q(view.name(id))}>\n{_values(values)}      </node>\n")
    out.write(f'    </nodes>\n    <edges count="{len(edges)}">\n')
    for n, ((source, target, kind), edge) in enumerate(sorted(edges.items(), key=lambda e: e[0])):
        way = "directed" if edge.directed else "undirected"
        out.write(f'      <edge id="{n}" source={_q(source)} target={_q(target)} type="{way}" kind={_q(kind)} weight="{float(len(edge.acts))}">\n')
        values = {"type": edge.type, "status": edge.status, "quad": edge.quad, "n_reports": edge.reports, "n_undated": edge.undated}
        out.write(_values({**values, "acts": "|".join(edge.acts)}))
        if edge.days:
            spells = "".join(f"<spell start={_q(d)} end={_q(d)}/>" for d in sorted(edge.days))
            out.write(f"        <spells>{spells}</spells>\n")
        out.write("      </edge>\n")
    out.write("    </edges>\n  </graph>\n</gexf>\n")


def _values(values: dict[str, Any]) -> str:
    given = "".join(f"<attvalue for={_q(k)} value={_q(v)}/>" for k, v in values.items() if v is not None)
    return f"        <attvalues>{given}</attvalues>\n"


def _q(value: Any) -> str:
    """A value as an attribute: blanks single, no characters that XML forbids."""
    return '"' + escape(" ".join(_CONTROL.sub("\ufffd", str(value)).split())) + '"'


def _t(text: str) -> str:
    return escape(_CONTROL.sub("\ufffd", text), quote=False)
