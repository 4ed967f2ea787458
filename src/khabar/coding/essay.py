"""Is a report an essay: a long text in which the writer argues, and hardly anybody is quoted?"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.annotation import Annotation
from khabar.coding.draft import Draft
from khabar.packs import Pack

_LONG = 150  # words; a shorter text without a source may be a short piece of news
_QUOTED = 100  # words a statement: news quotes somebody more often
_ARGUED = 100  # words a word or mark of argument: "no doubt", "perhaps", "so", "why", "?"
# Types that a writer tells as facts even while he argues: that two met, what they signed, that a crowd stood in a square. What he writes of
# blame, demands, help and wars is his view or the history that he takes his view from.
_FACTS = frozenset(("AGREE", "ASSAULT", "CONSULT", "PROTEST"))


def is_essay(a: Annotation, pack: Pack, sayings: int) -> bool:
    """Does the writer argue, over many words and with few statements of others?

    Of events of other types than facts in such articles of data/news that readers judged (dev half), two were right, seven wrong and 27 false.
    """
    words = [t.kind for t in a.tokens].count("word")
    if words < _LONG or sayings * _QUOTED > words:
        return False
    argues = pack.word_class("argues") | pack.word_class("asking") | pack.word_class("question-mark")
    return sum(map(argues.__contains__, a.folds)) > words / _ARGUED


def facts(groups: Sequence[list[Draft]]) -> list[list[Draft]]:
    """What an essay tells that may stand in a record."""
    return [g for g in groups if g[0].type in _FACTS]
