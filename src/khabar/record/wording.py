"""Titles in every language that has a ``words/titles.toml``: the record itself holds no word of any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from khabar import ontology
from khabar.errors import PackError
from khabar.model import Entity, Participant, Topic
from khabar.tables import data_dir, read_toml

_WORDINGS = ("full", "actors", "recipients", "bare")
_SECTIONS = ("list", "title", "status", "story", "dossier", "step", "why")
# Words of a topic that a title holds, and topics; a longer one is a piece of a sentence, and the story's page has it whole.
_TOPIC_WORDS, _TOPICS = 4, 2
_REASONS = ("said", "stated", "act", "credit", "own", "copied", "reworded", "common-text")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a title may name."""

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    about: tuple[Topic, ...]
    language: str  # of the reports: the language of names that are known from a text only


@dataclass(frozen=True)
class Titles:
    """The templates of all languages, English first where it is there."""

    tables: Mapping[str, Mapping[str, Any]]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have titles, English first."""
        return tuple(self.tables)

    def story(
        self, type: str, mode: str | None, status: str, change: str | None, cast: Cast, entities: Mapping[str, Entity]
    ) -> tuple[tuple[str, str], ...]:
        """The title of a story, language by language."""
        out = []
        for language, table in self.tables.items():
            row = next((r for r in table["story"] if r["type"] == type and r.get("mode") in (None, mode)), None)
            title = _word(table, row or {"bare": type}, self._names(language, cast, entities))
            about = self._about(language, cast, entities)
            if about:
                told = "also" if ":" in title else "about"
                title = table["title"][told].format(title=title, about=about)
            out.append((language, table["status"][change or status].format(title=title)))
        return tuple(out)

    def text_story(self, name: str) -> tuple[tuple[str, str], ...]:
        """The title of a story that is known as one text only."""
        return tuple((language, table["title"]["text"].format(name=name)) for language, table in self.tables.items())

    def step(self, step: str, cast: Cast, entities: Mapping[str, Entity]) -> tuple[tuple[str, str], ...]:
        """The words of a step of a dossier, language by language."""
        return tuple(
            (language, _word(table, table["step"][step], self._names(language, cast, entities)))
            for language, table in self.tables.items()
        )

    def dossier(self, entity: Entity) -> tuple[tuple[str, str], ...]:
        """The title of the matter that an entity is."""
        return tuple(
            (language, table["dossier"][entity.kind].format(name=entity.name(language)))
            for language, table in self.tables.items()
        )

    def pair(self, cast: Cast, entities: Mapping[str, Entity]) -> tuple[tuple[str, str], ...]:
        """The title of a matter between parties that has no name of its own."""
        out = []
        for language, table in self.tables.items():
            actors = self._names(language, cast, entities)["actors"]
            about = self._about(language, cast, entities)
            out.append((language, table["dossier"]["pair" if about else "pair-bare"].format(actors=actors, about=about)))
        return tuple(out)

    def joint(self, issuers: Sequence[Entity]) -> tuple[tuple[str, str], ...]:
        """The name of a statement that several issue together, language by language."""
        return tuple(
            (language, table["title"]["joint"].format(actors=_list(table, [e.name(language) for e in issuers])))
            for language, table in self.tables.items()
        )

    def why(self, reason: str, outlets: Sequence[str], origin: str) -> str:
        """Why reports count as one origin. The record has one string for it: in the first language."""
        table = next(iter(self.tables.values()))
        text: str = table["why"][reason].format(outlets=_list(table, outlets), origin=origin)
        return text

    def _about(self, language: str, cast: Cast, entities: Mapping[str, Entity]) -> str:
        """What it is about: entities, and topics that are a few words long."""
        short = [t for t in cast.about if t.entity in entities or len(t.text.split()) <= _TOPIC_WORDS]
        return _list(self.tables[language], [n for t in short[:_TOPICS] if (n := _topic(t, language, cast.language, entities))])

    def _names(self, language: str, cast: Cast, entities: Mapping[str, Entity]) -> dict[str, str]:
        table = self.tables[language]
        return {
            side: _list(table, [_who(p, language, cast.language, entities) for p in people])
            for side, people in (("actors", cast.actors), ("recipients", cast.recipients))
        }


def _who(who: Participant, language: str, spoken: str, entities: Mapping[str, Entity]) -> str:
    if who.entity in entities and who.entity is not None:
        return entities[who.entity].name(language)
    state = entities.get(f"state/{who.country}") if who.country else None
    # A name that only a text has is readable in that text's language; elsewhere its state says more.
    return state.name(language) if state is not None and language != spoken else who.text


def _topic(topic: Topic, language: str, spoken: str, entities: Mapping[str, Entity]) -> str:
    if topic.entity in entities and topic.entity is not None:
        return entities[topic.entity].name(language)
    return topic.text if language == spoken else ""


def _list(table: Mapping[str, Any], names: Iterable[str]) -> str:
    rules = table["list"]
    names = list(dict.fromkeys(n for n in names if n))
    if len(names) > rules["most"]:
        text: str = rules["more"].format(list=rules["comma"].join(names[: rules["most"]]))
        return text
    return str(rules["last"]).join(filter(None, (str(rules["comma"]).join(names[:-1]), *names[-1:])))


def _word(table: Mapping[str, Any], row: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The wording that fits what is known."""
    known = [s for s in ("actors", "recipients") if names[s]]
    wanted = "full" if len(known) == 2 else known[0] if known else "bare"
    # Actors are worth more than a wording for both: "full" falls back to "actors".
    for wording in (wanted, "actors" if names["actors"] else "bare", "bare"):
        if wording in row:
            written = row[wording].format(**names)
            for apart, joined in table["list"]["write"].items():
                written = written.replace(apart, joined)
            return written
    return ""


@cache
def load() -> Titles:
    """The titles of all languages of ``data/lang``. Raises PackError where a file lacks an entry or has one too many."""
    folder = data_dir() / "lang"
    rules = ontology.load()
    tables: dict[str, Mapping[str, Any]] = {}
    found = sorted((f.name for f in folder.iterdir() if (f / "words" / "titles.toml").is_file()), key=lambda n: (n != "en", n))
    for language in found:
        file = f"lang/{language}/words/titles.toml"
        table = read_toml(folder / language / "words" / "titles.toml")
        _check(file, "sections", table, _SECTIONS)
        _check(file, "list", table["list"], ("comma", "last", "most", "more", "write"))
        _check(file, "title", table["title"], ("about", "also", "place", "text", "joint"))
        statuses = ("planned", "proposed", "denied", "hypothetical", "ongoing", "happened", "cancelled", "postponed")
        _check(file, "status", table["status"], statuses)
        _check(file, "dossier", table["dossier"], ("gathering", "instrument", "conflict", "state", "place", "pair", "pair-bare"))
        _check(file, "why", table["why"], _REASONS)
        _check(file, "step", table["step"], rules.stages)
        for row in (*table["story"], *table["step"].values()):
            extra = sorted(set(row) - {"type", "mode", *_WORDINGS})
            if extra or "bare" not in row:
                raise PackError(file, None, f"{row}: unknown keys {extra}, or no wording 'bare'", f"Wordings: {_WORDINGS}")
            _fill(file, row)
        covered = {r["type"] for r in table["story"] if "mode" not in r}
        _check(file, "story", dict.fromkeys(covered), rules.types)
        tables[language] = table
    return Titles(tables)


def _check(file: str, what: str, table: Mapping[str, Any], wanted: Iterable[str]) -> None:
    missing, extra = sorted(set(wanted) - set(table)), sorted(set(table) - set(wanted))
    if missing or extra:
        raise PackError(file, None, f"{what}: missing {missing}, unknown {extra}", "Write every entry once")


def _fill(file: str, row: Mapping[str, str]) -> None:
    """Every template is tried at load, so that a slip in a brace is not found by a reader."""
    for wording in _WORDINGS:
        try:
            row.get(wording, "").format(actors="", recipients="")
        except (KeyError, IndexError, ValueError) as error:
            raise PackError(
                file, None, f"{row[wording]!r}: {error!r}", "Only {actors} and {recipients} stand in braces here"
            ) from error
