"""What is seen of a name that may stand where the value of a statement should, as numbers.

As with figures, none of them is a word of a text or a name of a fact base: what the trees learn holds for any domain.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from checker.analysis import fold
from checker.factbase.model import Reference
from checker.likelihood.around import share_told
from checker.properties import built_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from checker.analysis import Token
    from checker.evidence.qualifiers import Qualified
    from checker.evidence.setting import Setting
    from checker.evidence.subjects import Answer
    from checker.factbase.model import Statement
    from checker.likelihood.around import Around
    from checker.likelihood.features import Features
    from checker.mentions import EntityMention, Scene
    from checker.report import Part

_LONG_AGO = 12
"""How many sentences back counts as never."""
_FAR = 30
"""From how many words on two things are far from each other."""


class NamesSeen:
    """What is seen of the names of one document."""

    def __init__(self, setting: Setting) -> None:
        """Index who is named where."""
        self._setting = setting
        rules = setting.rules
        self._words = {
            "behind a word of place": frozenset((*rules.place_prepositions, *rules.town_prepositions)),
            "behind a word of origin": frozenset(rules.origin_prepositions),
            "behind a word of doing": frozenset(rules.agents),
            "behind a word of belonging": frozenset(rules.partitives),
            "behind another preposition": frozenset(rules.prepositions),
            "behind an article": setting.articles,
            "behind a copula": frozenset((*rules.copulas, *rules.becoming)),
            "behind a comma": frozenset({","}),
        }
        self._named: dict[str, list[int]] = {}
        self._meant: set[str] = set()
        self._texts: dict[str, int] = {}
        self._mentions = sum(len(scene.entities) + len(scene.values) for scene in setting.scenes)
        self._kinds = Counter(setting.type_of(entity) for entity in setting.base.entities)
        for scene in setting.scenes:
            for mention in scene.entities:
                self._texts[mention.text] = self._texts.get(mention.text, 0) + 1
                self._meant.update(mention.ids)
                for entity in mention.ids if mention.explicit else ():
                    self._named.setdefault(entity, []).append(scene.index)
        self._linked: dict[str, set[str]] = {}
        self._holders: dict[tuple[str, str], set[str]] = {}
        for statement in setting.base.statements:
            if isinstance(statement.value, Reference):
                self._linked.setdefault(statement.subject, set()).add(statement.value.id)
                self._linked.setdefault(statement.value.id, set()).add(statement.subject)
                self._holders.setdefault((statement.property.id, statement.value.id), set()).add(statement.subject)

    def is_meant(self, entity: str) -> bool:
        """Whether the text names an entity or speaks of it otherwise, or of what it is an edition or a part of."""
        return any(one in self._meant for one in (entity, *self._setting.related(entity)))

    def describe(
        self,
        statement: Statement,
        place: tuple[Scene, EntityMention],
        *,
        answer: Answer,
        cue: tuple[float, Part | None],
        qualified: Qualified,
        around: Around,
    ) -> Features:
        """Return what is seen of a name beside one statement; `cue` is how well it is signalled, and where."""
        scene, mention = place
        base, subject, prop = self._setting.base, statement.subject, statement.property
        value = statement.value.id if isinstance(statement.value, Reference) else ""
        kind = self._setting.type_of(value)
        here = {entity for m in scene.entities if m is not mention for entity in m.ids}
        others = {s for entity in mention.ids for s in self._holders.get((prop.id, entity), ())} - {subject}
        linked = {one for entity in mention.ids for one in self._linked.get(entity, ())}
        known = base.entities.get(value)
        names = known.all_names() if known else ()
        found: Features = {
            "subject": answer.score,
            "rival": answer.rival,
            "cue": cue[0],
            "subject and cue": answer.score + cue[0],
            "conflicts": len(qualified.conflicts),
            "unstated": qualified.unstated,
            "qualifier": qualified.score,
            "holders": len(self._setting.holders(prop.id)),
            "statements": len(base.facts_of(subject, prop.id)),
            "built in": prop.id in built_in(),
            "single": prop.single,
            "named": any(one in self._named for one in (subject, *self._setting.related(subject))),
            "topic": subject in self._setting.topic,
            "said": (subject, prop.id) in around.said,
            "told": sum(one == subject for one, _ in around.said),
            "right beside": around.sentence[subject],
            "right nearby": around.nearby[subject],
            "right of others": around.sentence.total() - around.sentence[subject],
            "right of the name": sum(around.sentence[entity] for entity in mention.ids),
            "right of the name anywhere": sum(around.document[entity] for entity in mention.ids),
            "right in the document": around.document[subject],
            "share right": round(around.document.total() / max(1, self._mentions), 2),
            "share told": share_told(base, subject, around),
            "so far": round(scene.index / max(1, len(self._setting.scenes)), 2),
            "times value named": len(self._named.get(value, ())),
            "of the kind": self._kinds.get(kind, 0),
            "value here": value in here,
            "value since": self._since(value, scene.index),
            "subject since": self._since(subject, scene.index),
            "known": bool(mention.ids),
            "has facts": any(entity in base.by_subject for entity in mention.ids),
            "name since": min((self._before(entity, scene.index) for entity in mention.ids), default=_LONG_AGO),
            "times written": self._texts.get(mention.text, 0),
            "linked": subject in linked,
            "linked here": bool(linked & here),
            "linked in the document": any(one in self._named for one in linked),
            "value of others": len(others),
            "value of others here": bool(others & here),
            "value of others named": any(one in self._named for one in others),
            "like": max((fuzz.ratio(fold(mention.text), fold(name)) for name in names), default=0.0),
            "begins alike": any(_first(mention.text) == _first(name) and " " in name for name in names),
            "ends alike": any(_last(mention.text) == _last(name) and " " in name for name in names),
            "names here": len(scene.entities),
            "strangers here": sum(m.how == "unknown" for m in scene.entities),
            "figures here": len(scene.values),
            "paragraph": scene.kind == "paragraph",
            "opens the text": scene.index == 0 and mention.first == 0,
            "opens the sentence": mention.first == 0,
            f"how: {mention.how}": 1.0,
            f"kind: {kind}": 1.0,
            f"subject: {self._setting.type_of(subject)}": 1.0,
        }
        found |= {f"sign: {sign}": 1.0 for sign in prop.signs}
        return found | self._written(scene, mention, answer) | self._signalled(scene, mention, cue[1])

    @staticmethod
    def _signalled(scene: Scene, mention: EntityMention, cue: Part | None) -> Features:
        """Return where the words that signal a property stand, seen from a name."""
        if cue is None:
            return {"cue away": float(_FAR)}
        first, last = scene.sentence.at(cue.start), scene.sentence.at(max(cue.start, cue.end - 1))
        between = range(last + 1, mention.first) if last < mention.first else range(mention.last + 1, first)
        return {
            "cue away": min(len(between), _FAR),
            "cue before": last < mention.first,
            "names to cue": sum(one.first in between for one in scene.entities),
            "commas to cue": sum(scene.sentence.tokens[index].text in ",;:" for index in between),
        }

    def _since(self, entity: str, index: int) -> int:
        """Return how many sentences back an entity was named last, 0 for this one."""
        before = [index - at for at in self._named.get(entity, ()) if at <= index]
        return min(min(before, default=_LONG_AGO), _LONG_AGO)

    def _before(self, entity: str, index: int) -> int:
        before = [index - at for at in self._named.get(entity, ()) if at < index]
        return min(min(before, default=_LONG_AGO), _LONG_AGO)

    def _written(self, scene: Scene, mention: EntityMention, answer: Answer) -> Features:
        """Return how a name is written among the words of its sentence, and how far it is from the subject."""
        tokens = scene.sentence.tokens
        before = tokens[mention.first - 1 : mention.first] if mention.first else []
        found: Features = {name: 1.0 for name, words in self._words.items() if _is(before, words)}
        found["before a comma"] = _is(tokens[mention.last + 1 : mention.last + 2], frozenset({","}))
        found["possessive"] = _is(tokens[mention.last + 1 : mention.last + 2], frozenset({"'s", "’s"}))
        subject = next((part for part in answer.parts if part.role == "subject"), None)
        if subject is None:
            return found | {"subject away": float(_FAR)}
        first, last = scene.sentence.at(subject.start), scene.sentence.at(max(subject.start, subject.end - 1))
        between = tokens[last + 1 : mention.first] if last < mention.first else tokens[mention.last + 1 : first]
        return found | {
            "subject away": float(min(len(between), _FAR)),
            "subject behind": last >= mention.first,
            "verbs between": float(sum(self._setting.is_verb(token) for token in between)),
            "commas between": sum(token.text in ",;:" for token in between),
            "names between": sum(any(one.first == token.index for token in between) for one in scene.entities),
            "figures between": sum(any(one.first == token.index for token in between) for one in scene.values),
        }


def _is(tokens: Sequence[Token], words: Collection[str]) -> bool:
    return any(token.norm in words for token in tokens)


def _first(name: str) -> str:
    return fold(name).split()[0] if name.split() else ""


def _last(name: str) -> str:
    return fold(name).split()[-1] if name.split() else ""
