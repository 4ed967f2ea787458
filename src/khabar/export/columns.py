"""The columns of the tables, in order: the one place from which tables, codebooks, CSVW and the readers for R and Python are made."""

from __future__ import annotations

from dataclasses import dataclass

from khabar.export import LEVELS


@dataclass(frozen=True, slots=True)
class Column:
    """kind: text, day (a full ISO date), date (of any precision, as text), integer, number, boolean, list (of text).

    levels: the tables that have it. words: holds words of the reports; ``--no-text`` leaves it out.
    """

    name: str
    kind: str
    levels: tuple[str, ...]
    says: str
    words: bool = False


_S, _E, _C = ("story",), ("event",), ("claim",)
_SE, _EC, _ALL = ("story", "event"), ("event", "claim"), LEVELS

COLUMNS = (
    Column("claim_id", "text", _C, "Id of the claim, unique in this table."),
    Column("event_id", "text", _EC, "Id of the event: what one report says of one act. Unique in the table of events."),
    Column("story_id", "text", _ALL, "Story: the reports on one happening. Unique in the table of stories; empty where an event belongs to none."),
    Column("report_id", "text", _EC, "Id of the report that says it."),
    Column("title_en", "text", _S, "Title of the story in English, made from a template.", True),
    Column("title_ar", "text", _S, "The same in Arabic.", True),
    Column("field", "text", _C, "Which field of the event the claim fills: date, place, actors, status …"),
    Column("value", "text", _C, "The value: an entity id, a date, a word of the codebook, a topic in words (left out by --no-text)."),
    Column("value_name", "text", _C, "English name of the value where it is an entity."),
    Column(
        "day", "day", _ALL,
        "Day to file it under: the first day of `date`; for news without a date of its own the day of publication; else empty.",
    ),
    Column("day_basis", "text", _ALL, "Where `day` is from: text or publication. Never use one without the other."),
    Column("date", "date", _SE, "As precise as the text says: 2020, 2020-07, 2020-07-13, XXXX-06 (June, the year is not said). Untouched."),
    Column("date_end", "date", _SE, "Last day of a range."),
    Column("date_basis", "text", _SE, "How the date was found: text, weekday, relative, dateline."),
    Column("type", "text", _ALL, "PLOVER 0.8 type of the act itself."),
    Column("mode", "text", _ALL, "PLOVER 0.8 mode; empty where PLOVER has none or the text does not say."),
    Column("status", "text", _ALL, "happened, ongoing, planned, proposed, denied, hypothetical."),
    Column("change", "text", _SE, "cancelled or postponed."),
    Column("background", "boolean", _SE, "True: recalled as older context, not the news."),
    Column("plover_type", "text", _SE, "The act as PLOVER writes it, without a status: a planned meeting is AGREE. Empty for what was denied …"),
    Column("plover_mode", "text", _SE, "The mode that goes with plover_type."),
    Column("quad", "integer", _SE, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."),
    Column("intensity", "number", _SE, "PLOVER's score of type and mode, -10 to 10."),
    Column("contexts", "list", _SE, "PLOVER contexts."),
    Column("actors", "list", _SE, "Who acts: entity ids. An actor who cannot be named is 'unnamed'. In CONSULT everybody is an actor."),
    Column("actor_names", "list", _SE, "Their English names, in the same order."),
    Column("actor_names_ar", "list", _SE, "Their Arabic names, in the same order."),
    Column("actor_countries", "list", _SE, "Their countries in the same order: ISO alpha-3, KOS, IGO UNO EUR NGO ISM IMG MNC; '?' where unknown."),
    Column("actor_sectors", "list", _SE, "Their PLOVER sectors in the same order; '?' where unknown."),
    Column("actor_roles", "list", _SE, "The posts in which they appear, in the same order; '?' where none."),
    Column("recipients", "list", _SE, "Whom it hits: entity ids."),
    Column("recipient_names", "list", _SE, "Their English names, in the same order."),
    Column("recipient_names_ar", "list", _SE, "Their Arabic names, in the same order."),
    Column("recipient_countries", "list", _SE, "Their countries, in the same order."),
    Column("recipient_sectors", "list", _SE, "Their sectors, in the same order."),
    Column("recipient_roles", "list", _SE, "Their posts, in the same order."),
    Column("third_parties", "list", _SE, "Mediators, guarantors, hosts of the talks of others: entity ids."),
    Column("initiator", "text", _SE, "Entity id of who asked for it; empty when the text does not say."),
    Column("place", "text", _SE, "Entity id of the place; empty when the text does not say. The dateline is no place."),
    Column("place_name", "text", _SE, "Its English name."),
    Column("place_country", "text", _SE, "Its country."),
    Column("latitude", "number", _SE, "WGS84; only for places, never the middle of a country."),
    Column("longitude", "number", _SE, "WGS84."),
    Column("about", "list", _SE, "What it is about: entity ids."),
    Column("topics", "list", _SE, "What it is about, in words where there is no entity.", True),
    Column("numbers", "list", _SE, "Figures: kind value unit; `min..max` where the text is vague."),
    Column("said_by", "list", _E, "Who says so inside the report, nearest first; the last is the origin."),
    Column("chain", "list", _C, "The chain of sources, outlet first; the last is the origin."),
    Column("origins", "list", _S, "Entity ids (or names) of the independent origins."),
    Column("verdict", "text", _ALL, "corroborated: independent origins; repeated: several reports, one origin; single; differs; contradicted."),
    Column("verdict_date", "text", _S, "Verdict of the date alone; empty where no report gives one."),
    Column("verdict_place", "text", _S, "Of the place."),
    Column("verdict_actors", "text", _S, "Of the actors: the weakest of them."),
    Column("verdict_recipients", "text", _S, "Of the recipients."),
    Column("verdict_number", "text", _S, "Of the figures."),
    Column("verdict_status", "text", _S, "Of the status."),
    Column("contradictions", "list", _S, "Fields on which accounts differ or contradict each other, with their values."),
    Column("acts", "list", _S, "The further acts that its reports tell: TYPE/mode status day n_reports."),
    Column("n_reports", "integer", _SE, "Reports that tell the story; of an event: that tell the same act."),
    Column("n_origins", "integer", _SE, "Independent origins among them: a minimum."),
    Column("n_unknown", "integer", _SE, "Reports among them whose origin nothing tells. They never corroborate."),
    Column("reports", "list", _S, "Ids of the reports, the earliest first."),
    Column("rule", "text", _EC, "The frame that coded it; `khabar pack try ar` replays it."),
    Column("outlet", "text", _EC, "Who published the report."),
    Column("outlet_id", "text", _EC, "Id of the outlet, where the world data know it."),
    Column("language", "text", _EC, "Language of the report, BCP 47."),
    Column("published", "text", _EC, "Publication of the report: a day or a full timestamp; empty when nothing says it."),
    Column("url", "text", _EC, "Address of the report."),
    Column("text_start", "integer", _EC, "Where its words begin: code points of the report's text, from 0."),
    Column("text_stop", "integer", _EC, "Where they end (half-open)."),
    Column("text", "text", _EC, "The words of the report that state it.", True),
    Column("first_added", "text", _S, "When the store first held the story, UTC. About our processing, not about the event."),
)  # fmt: skip


def columns(level: str, words: bool = True) -> tuple[Column, ...]:
    """The columns of a table. words: also those with words of the reports."""
    return tuple(c for c in COLUMNS if level in c.levels and (words or not c.words))
