"""Atom (RFC 4287): a feed of stories, the one that was first seen last in front, for a feed reader or another desk."""

from __future__ import annotations

from typing import IO
from xml.sax.saxutils import escape, quoteattr

import khabar
from khabar.export.notes import label, urn
from khabar.export.rows import of_act
from khabar.export.stamp import Losses, Stamp
from khabar.export.view import View

LOSSES = (
    "Atom has no fields of ours: an entry has the title, a line of English on the main act, how many reports and origins, the reports' addresses.",
    "The feed has the newest stories only; narrow it with --added-since.",
)
MOST = 100  # entries: what a reader that comes once a day has not seen yet


def write_atom(out: IO[str], view: View, stamp: Stamp, losses: Losses) -> int:
    """One feed; how many entries. An entry is published when its story was first seen here, and updated when it changed."""
    told = sorted(view.stories(), key=lambda s: (s[0]["first_at"], s[0]["id"]), reverse=True)
    losses.count("older stories are left out", max(len(told) - MOST, 0))
    head = [
        "<?xml version='1.0' encoding='utf-8'?>", '<feed xmlns="http://www.w3.org/2005/Atom">', f" <id>{escape(urn('feed', stamp.store))}</id>",
        f" <title>{escape(f'khabar: new stories in {stamp.store}')}</title>", f" <updated>{stamp.at}</updated>",
        " <author><name>khabar</name></author>", f' <generator version="{khabar.__version__}">khabar</generator>',
        f" <subtitle>{escape(stamp.citation)}</subtitle>",
    ]  # fmt: skip
    out.write("\n".join(head) + "\n")
    for row, acts in told[:MOST]:
        main = next((a for a in acts if a.main), None)
        what = label(view, of_act(view, main)) if main is not None else row["id"]
        count = f"{row['n_reports']} reports, {row['n_origins']} independent origins, {row['n_unknown']} of unknown origin"
        reports = dict.fromkeys(e["report"] for a in acts for e in a.events)
        lines = [
            " <entry>", f"  <id>{escape(urn('story', row['id']))}</id>",
            f"  <title>{escape((view.words and (row['title_en'] or row['title_ar'])) or what)}</title>",
            *([f'  <content type="text" xml:lang="ar">{escape(row["title_ar"])}</content>'] if view.words and row["title_ar"] else []),
            f"  <summary>{escape(f'{what}; {count}')}</summary>", f"  <published>{row['first_at']}</published>",
            f"  <updated>{row['changed_at']}</updated>", *([f"  <category term={quoteattr(main.events[0]['type'])}/>"] if main is not None else []),
            *(f'  <link rel="related" href={quoteattr(url)}/>' for r in reports if (url := view.reports[r]["url"])), " </entry>",
        ]  # fmt: skip
        out.write("\n".join(lines) + "\n")
    out.write("</feed>\n")
    return min(len(told), MOST)
