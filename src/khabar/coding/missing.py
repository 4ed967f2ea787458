"""Who may fill which end of which kind of event when the sentence leaves it open: one table, read from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from khabar.coding.draft import AIMED, DEEDS, Draft, refs
from khabar.coding.nearby import Case, is_passive, is_undone
from khabar.coding.told import Told
from khabar.coding.tree import Pred
from khabar.model import Mention
from khabar.packs import Frame


class Gap(NamedTuple):
    """One way to fill an end. It applies to an event of these kinds if all that it asks for holds; the first that finds somebody fills it."""

    end: str  # the part that is filled: actor, recipient, own; "both": the search puts both
    of: str  # types and modes of events, "*" for all
    left: str  # what stands at that end so far: "open" for nothing, or a key of _LEFT
    look: Callable[[Missing, Case], list[Mention] | None]
    told: str = ""  # a key of _TOLD: how the act is told
    words: str = ""  # a word of this class stands with the act
    but: str = ""  # no events of these modes


class Missing(Told):
    """Fills the ends of events that their own grammar left open."""

    def supply(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft], passive: bool) -> None:
        """Puts whom it finds by the table into the parts.

        made: the events of the sentence so far; passive: the act is the object or subject of a verb that names no doer ("took place").
        """
        self._fill(Case(pred, frame, parts, made, passive), "act")

    def gather(self, pred: Pred, frame: Frame, parts: dict[str, list[Mention]], made: list[Draft]) -> None:
        """Finds who met, where the noun of a meeting does not say it."""
        self._fill(Case(pred, frame, parts, made, False), "meet")

    def aim(self) -> None:
        """Finds at whom the acts of the report are aimed that are still open there, once all of it has been read."""
        for d in self.thread.drafts:
            if not d.parts.get("recipient") and _gaps("aim", d.frame.type or "", d.frame.mode or ""):
                self._fill(self._told_of(d), "aim")

    def strike(self, groups: Sequence[Sequence[Draft]]) -> None:
        """Finds who fought, and between whom a truce is, where no telling of it (a group each) names anybody, or of a truce more than one side."""
        for group in groups:
            sides = {e for d in group for e in refs(d.parts, "actor", "recipient")}
            lead = next((d for d in group if d.parts.get("actor")), group[0])
            if len(sides) < 2 and _gaps("strike", lead.type, lead.mode or ""):
                self._fill(self._told_of(lead), "strike")

    def _told_of(self, draft: Draft) -> Case:
        """The case of an event among all others of the report: those before it last, those behind it before them, the nearest at the end."""
        k = next(i for i, d in enumerate(self.thread.drafts) if d is draft)
        others = [*reversed(self.thread.drafts[k + 1 :]), *self.thread.drafts[:k]]
        return Case(draft.pred, draft.frame, draft.parts, others, False)

    def _fill(self, case: Case, table: str) -> None:
        """Goes through the table with this name."""
        pred, frame, parts = case.pred, case.frame, case.parts
        for gap in _gaps(table, frame.type or "", frame.mode or ""):
            if (case.at(gap.end) if gap.left == "open" else not _LEFT[gap.left](self, case, gap.end)) or (gap.told and not _TOLD[gap.told](case)):
                continue
            if gap.words and not self.words.has(pred, self.pack.word_class(gap.words)):
                continue
            found = gap.look(self, case)
            if found is not None:
                parts[gap.end] = found


@cache
def _gaps(table: str, type: str, mode: str) -> tuple[Gap, ...]:
    """The lines of a table, by its name, that concern events of this type and mode."""
    kind = {"*", type, mode}
    return tuple(gap for gap in TABLES[table] if not kind.isdisjoint(gap.of.split()) and mode not in gap.but.split())


_LEFT: dict[str, Callable[[Missing, Case, str], bool]] = {
    "nobody": lambda self, c, end: not refs(c.parts, end),
    "nameless": lambda self, c, end: all(m.rule in ("unnamed", "people") and not m.country for m in c.at(end)),  # "عشرة صيادين"
    "stateless": lambda self, c, end: not self.thread.countries(c.parts, end) - {None},
    "any": lambda self, c, end: True,
}
_TOLD: dict[str, Callable[[Case], bool]] = {
    "noun": lambda c: c.pred.kind == "noun",
    "passive": lambda c: c.passive,
    "undone": lambda c: c.passive or is_undone(c.pred, c.frame),
    "undergone": lambda c: c.passive or is_passive(c.pred),
    "seen": lambda c: c.frame.object == "actor" and c.frame.subject == "recipient",  # "رصدت تايوان طائرات صينية"
    "of-subject": lambda c: c.frame.subject == "recipient",
    "of-object": lambda c: c.frame.object == "recipient",
    "of-matter": lambda c: c.frame.subject == "about",
    "if": lambda c: c.frame.when == "if",
}
_AIMED, _DEEDS = " ".join(AIMED), " ".join(DEEDS)
_ORDERED = "SANCTION COERCE MOBILIZE AID"  # whoever tells of these in the passive speaks for those who did them
_BUT_FORCE = "ACCUSE THREATEN SANCTION REJECT REQUEST SUPPORT CONCEDE COERCE MOBILIZE AID AGREE COOPERATE"
_HITS = "ACCUSE SUPPORT COERCE RETREAT SANCTION THREATEN REJECT PROTEST REQUEST"
_HOSTILE = "ACCUSE THREATEN SANCTION REJECT"

TABLE = (
    # Who did it, where the act is told in the passive or by others.
    Gap("actor", "*", "open", Missing.whose_thing, "undone"),
    Gap("actor", _ORDERED, "nobody", Missing.state_of_teller, "passive"),
    Gap("actor", "ASSAULT", "any", Missing.not_who_counts),
    Gap("actor", "*", "open", Missing.whose_craft, "seen"),
    Gap("actor", _DEEDS, "open", Missing.answers_with, "noun"),
    Gap("actor", _DEEDS, "nobody", Missing.who_is_punished, "noun"),
    # Envoys who are called home or sent away.
    Gap("actor", "*", "open", Missing.who_recalls),
    Gap("own", "*", "any", Missing.own_envoys),
    Gap("recipient", "*", "open", Missing.recalled_from),
    Gap("actor", "expel", "open", Missing.who_sends_away),
    Gap("both", "expel", "any", Missing.no_envoy_expels),
    Gap("recipient", "expel", "open", Missing.sent_away),
    Gap("recipient", "expel", "open", Missing.others_too),
    Gap("recipient", "expel", "any", Missing.not_their_own),
    # Deals and truces: the other side.
    Gap("actor", "AGREE", "nobody", Missing.of_their_matter, "noun"),
    Gap("recipient", "AGREE", "open", Missing.who_joins, words="joining"),
    Gap("actor", "AGREE", "any", Missing.us_too),
    Gap("actor", "AGREE", "any", Missing.with_whom),
    Gap("recipient", "AGREE", "open", Missing.granted),
    Gap("actor", "ceasefire", "nobody", Missing.makers_of_truce),
    Gap("actor", "ceasefire", "nobody", Missing.who_declares),
    Gap("actor", "COOPERATE", "open", Missing.together, "noun"),
    Gap("actor", "COOPERATE", "any", Missing.whose_work),
    Gap("actor", "COOPERATE", "nobody", Missing.whose_goods, "noun"),
    Gap("recipient", "COOPERATE", "open", Missing.where_it_lands),
    Gap("recipient", "ACCUSE SUPPORT REJECT", "open", Missing.received, "noun"),
    # Sanctions.
    Gap("recipient", "SANCTION COERCE", "open", Missing.staff),
    Gap("recipient", "COERCE ASSAULT", "open", Missing.under_flag),
    Gap("recipient", "seize ASSAULT", "open", Missing.belongs_to),
    Gap("actor", "SANCTION AID", "open", Missing.official_teller, "passive"),
    Gap("recipient", "SANCTION", "nameless", Missing.listed_from),
    Gap("recipient", "SANCTION", "open", Missing.put_off),
    Gap("recipient", "SANCTION", "open", Missing.other_side_of_treaty),
    Gap("recipient", "SANCTION", "nameless", Missing.in_named_state),
    Gap("recipient", "SANCTION", "open", Missing.in_their_clause),
    Gap("recipient", "SANCTION", "open", Missing.reached_by_them),
    Gap("recipient", "SANCTION", "open", Missing.who_regrets),
    Gap("recipient", "SANCTION", "open", Missing.bearer, words="visa"),
    Gap("recipient", "SANCTION", "open", Missing.bearer, words="permit"),
    Gap("recipient", "SANCTION", "open", Missing.who_refuses_them),
    Gap("recipient", "SANCTION", "open", Missing.same_target),
    Gap("recipient", "SANCTION CONCEDE", "open", Missing.acts_beside, "noun", words="measure"),
    Gap("recipient", "SANCTION restrict", "open", Missing.sold_to),
    Gap("actor", "discontinue", "open", Missing.joined_before, "of-matter"),
    Gap("recipient", _DEEDS, "any", Missing.across_border),
    # Arrests, releases, coups.
    Gap("both", "arrest", "any", Missing.body_arrests),
    Gap("actor", "arrest", "open", Missing.announcer),
    Gap("place", "curfew martial-law", "open", Missing.where_below),
    Gap("actor", "arrest deport convict curfew martial-law", "open", Missing.arrested_here),
    Gap("actor", "release", "any", Missing.captor),
    Gap("actor", "release", "open", Missing.flown_from),
    Gap("recipient", "release", "open", Missing.own_people),
    Gap("both", "release", "any", Missing.in_return),
    Gap("actor", "release", "open", Missing.of_either),
    Gap("recipient", "COERCE ASSAULT SANCTION release", "any", Missing.among),
    Gap("recipient", "COERCE ASSAULT ACCUSE release", "any", Missing.from_there, but="deport expel"),  # "رحلت 50 شخصا من تركيا": whence, not whose
    Gap("recipient", "targeted", "open", Missing.group_hit),
    Gap("recipient", "ASSAULT SANCTION COERCE", "open", Missing.shared_with),
    Gap("recipient", "ASSAULT", "open", Missing.on_the_capital),
    Gap("recipient", "restrict arrest seize", "open", Missing.held_abroad),
    Gap("recipient", "COERCE", "open", Missing.coup_in),
    Gap("actor", "COERCE", "open", Missing.plotters),
    # Force, troops and aid: where they come to.
    Gap("recipient", "ASSAULT", "any", Missing.not_his_own),
    Gap("recipient", "ASSAULT", "open", Missing.over_the_border),
    Gap("recipient", "ASSAULT", "open", Missing.on_own_ground, "noun"),
    Gap("recipient", "CONCEDE", "open", Missing.wronged),
    Gap("recipient", "CONCEDE", "open", Missing.who_tells_of_it, words="apology"),
    Gap("recipient", "CONCEDE", "open", Missing.eased_for, words="curb"),
    Gap("recipient", "MOBILIZE", "open", Missing.whose_air, "of-object"),
    Gap("recipient", "MOBILIZE", "open", Missing.whose_space),
    Gap("recipient", "MOBILIZE AID ASSAULT", "open", Missing.sent_there),
    Gap("recipient", "MOBILIZE AID", "open", Missing.to_that_place),
    Gap("recipient", "MOBILIZE", "open", Missing.who_tells_of_it, "of-object", words="own-ground"),
    Gap("recipient", "ASSAULT", "open", Missing.where_felt, "noun"),
    Gap("recipient", "ASSAULT", "open", Missing.whose_attack, words="flown"),
    Gap("recipient", "ASSAULT", "open", Missing.hit_here),
    Gap("recipient", "restrict", "open", Missing.besieged),
    Gap("recipient", "release", "open", Missing.people_freed),
    Gap("recipient", "ASSAULT COERCE release", "stateless", Missing.enemy),
    Gap("actor", "ASSAULT", "open", Missing.by_weapon, "of-object"),
    Gap("actor", "ASSAULT", "open", Missing.by_weapon, "noun"),
    Gap("actor", "ASSAULT", "open", Missing.who_boasts, "of-object"),
    Gap("recipient", "ASSAULT", "any", Missing.own_people_struck),
    Gap("recipient", "crowd-control", "open", Missing.dispersed),
    Gap("recipient", "crowd-control", "open", Missing.rioters),
    Gap("recipient", "PROTEST", "open", Missing.in_front_of),
    Gap("recipient", "PROTEST", "open", Missing.against),
    Gap("recipient", "obstruct vandalize", "open", Missing.whose_truck),
    Gap("actor", "PROTEST", "open", Missing.crowd_of_place),
    Gap("actor", "PROTEST", "nameless", Missing.of_that_land),
    Gap("actor", "PROTEST", "nameless", Missing.of_target),
    Gap("recipient", "AID", "open", Missing.helped_near),
    Gap("recipient", "AID", "open", Missing.helped_before),
    Gap("recipient", "AID", "stateless", Missing.helped_there),
    Gap("actor", "AID COOPERATE MOBILIZE", "nobody", Missing.who_plans, "noun"),
    Gap("actor", "AID", "nobody", Missing.from_whom, "noun"),
    Gap("actor", "AID", "open", Missing.whose_aid),
    Gap("actor", "AID", "open", Missing.who_sent_it, "noun"),
    # Words: who says them.
    Gap("actor", "ACCUSE", "open", Missing.in_the_state, "passive"),
    Gap("actor", "ACCUSE", "open", Missing.called_to),
    Gap("actor", "ACCUSE SANCTION", "open", Missing.posted_with, "undergone"),
    Gap("actor", _AIMED, "open", Missing.who_did_before, "undergone"),
    Gap("actor", "ACCUSE", "open", Missing.voice),
    Gap("actor", _BUT_FORCE, "open", Missing.voice, "of-subject"),  # "ذكرت يريفان أن جنودها سقطوا قتلى": she did not kill them
    Gap("actor", "*", "open", Missing.voice, "if"),
    Gap("actor", "expel", "open", Missing.voice, "undone"),  # "أعلن الوزير أنه تم منح الدبلوماسيين مهلة للمغادرة"
    # Words: at whom they are aimed.
    Gap("recipient", "*", "any", Missing.not_the_speaker, "of-subject"),
    Gap("recipient", "REQUEST", "open", Missing.whose_meeting),
    Gap("recipient", "yield", "open", Missing.who_holds),
    Gap("recipient", "REQUEST", "open", Missing.who_must),
    Gap("recipient", "REQUEST", "open", Missing.refuser),
    Gap("recipient", "REQUEST", "open", Missing.to_his_own),
    Gap("recipient", "REJECT", "any", Missing.whose_call),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", Missing.did_what_is_described),
    Gap("recipient", "SUPPORT REJECT", "open", Missing.valued),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", Missing.made_between),
    Gap("recipient", "ACCUSE REJECT REQUEST THREATEN", "open", Missing.told_of_it, "noun"),
    Gap("recipient", "ACCUSE REJECT REQUEST", "open", Missing.doer_of_it),
    Gap("recipient", "REJECT", "open", Missing.whose_offer),
    Gap("recipient", "SUPPORT REQUEST THREATEN", "open", Missing.whom_he_deals_with),
    Gap("recipient", "SUPPORT", "open", Missing.land_backed),
    Gap("recipient", _HITS, "open", Missing.in_his_terms, but="ceasefire"),
    Gap("recipient", _HITS, "open", Missing.aimed_within, but="ceasefire"),
    Gap("recipient", _HITS, "open", Missing.named_in_his_words, but="ceasefire"),
    Gap("actor", "SANCTION RETREAT", "open", Missing.where_told),
    Gap("recipient", _AIMED, "open", Missing.hosts_of_envoy),
    Gap("recipient", "ACCUSE", "open", Missing.summoned, "noun"),
    Gap("recipient", " ".join(AIMED - {"SUPPORT"}), "open", Missing.addressed_before),
    Gap("recipient", "ACCUSE", "open", Missing.maker),
    Gap("recipient", "ACCUSE REJECT", "open", Missing.who_is_answered, words="answered"),
    Gap("recipient", "ACCUSE REJECT", "open", Missing.claimant, words="answered"),
    Gap("recipient", "COERCE", "any", Missing.people_of_land),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", Missing.decider, words="decided"),
    Gap("recipient", "ACCUSE REJECT SUPPORT", "open", Missing.dealers, words="deal"),
    Gap("recipient", "ACCUSE expel", "any", Missing.whose_envoys),
    Gap("recipient", "COERCE", "open", Missing.hit_before),
    Gap("recipient", "THREATEN", "open", Missing.told_to),
    Gap("recipient", _HOSTILE, "nameless", Missing.opponent),
    Gap("recipient", "REQUEST", "open", Missing.fighting_in, words="fighting"),
    Gap("recipient", "ASSAULT", "nameless", Missing.of_that_land),
    # Nobody acts on himself.
    Gap("recipient", "*", "any", Missing.not_himself, "of-subject"),
    Gap("recipient", _AIMED, "any", Missing.not_his_state),
    Gap("recipient", "COERCE", "any", Missing.not_his_government),
    Gap("recipient", _AIMED, "any", Missing.not_beside_himself),
    Gap("actor", "REQUEST THREATEN", "open", Missing.cited_behind, "of-subject"),
)
# Meetings told by their noun, whose parties stand elsewhere in the sentence.
MEETINGS = (
    Gap("actor", "CONSULT", "nobody", Missing.of_their_matter, "noun"),
    Gap("actor", "CONSULT", "nobody", Missing.both_before, "noun", but="visit"),
    Gap("actor", "CONSULT", "any", Missing.us_too, "noun", but="visit"),
)
# What the whole report tells, for acts that stand without it.
AIMS = (
    Gap("recipient", "REJECT SUPPORT", "open", Missing.doer_of_it),
    Gap("recipient", "REQUEST", "open", Missing.council_asked, words="draft-text"),
    Gap("recipient", "ACCUSE", "open", Missing.told_to_stop),
    Gap("recipient", "ACCUSE THREATEN SANCTION REJECT REQUEST AID", "open", Missing.other_side),
)
STRIKES = (
    Gap("actor", "ASSAULT", "open", Missing.who_fight),
    Gap("actor", "ASSAULT", "open", Missing.foe_of_struck),
    Gap("actor", "ceasefire AGREE", "any", Missing.other_of_truce),
)
TABLES = {"act": TABLE, "meet": MEETINGS, "aim": AIMS, "strike": STRIKES}
