"""Claims whose value is not a number: places, nationalities, roles, relations between names, terms and sets.

A name or term supports a statement when the sentence signals it: by a cue, or by one of the property's signs (an
adjective before the subject, "uit ..." after it, two names as a pair, a place within another). It contradicts one only
when it stands in the slot of the property itself, and nothing else explains it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.analysis import fold
from checker.evidence.belonging import Belonging
from checker.evidence.cities import country_of
from checker.evidence.sides import own_side
from checker.factbase.model import Reference
from checker.languages import grammar
from checker.relations.addresses import Addresses
from checker.relations.alternatives import OtherTerms
from checker.relations.appointments import Appointments
from checker.relations.bodies import Bodies
from checker.relations.lists import Lists
from checker.relations.named import Named
from checker.relations.other_posts import OtherPosts
from checker.relations.signs import Signs
from checker.relations.titles import Titles
from checker.report import Finding, Part, Verdict
from checker.vetoes.set_apart import SetApart
from checker.weights import WEIGHTS
from checker.wording import fact_json, show_fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.evidence.evidence import Evidence
    from checker.evidence.subjects import Answer
    from checker.explain import Explainer
    from checker.factbase.model import FactBase, Statement
    from checker.mentions import EntityMention, Scene, TermMention

_SUPPORT_CUE = 0.45
_NEAR = 0.3
_DENIED = 2
"""How many words before somebody and where they are from a "not" may stand that denies it."""
_NAME = 5
"""Letters from which on a name in a longer word is no chance."""
_BREAKS = frozenset(',;:()–—“”"')
_PREDICATE = 0.8
"""How clear the subject of "who has been chair since 2021" must be."""


class Relations:
    """Judges the entity, place, term and set valued claims of one document."""

    def __init__(self, base: FactBase, evidence: Evidence, explainer: Explainer) -> None:
        """Share what the other stages know of the document."""
        self._base = base
        self._evidence = evidence
        self._explain = explainer
        self._rules = grammar(evidence.language)
        self._signs = Signs(evidence)
        self.named = Named(base, explainer)
        self._bodies = Bodies(evidence, explainer, self._signs)
        self._titles = Titles(evidence, explainer, self._signs)
        self._other_terms = OtherTerms(evidence, explainer)
        self._other_posts = OtherPosts(evidence)
        self._belonging = Belonging(evidence)
        self._set_apart = SetApart(evidence)
        self._addresses = Addresses(evidence, explainer)
        self._appointments = Appointments(evidence, explainer)
        self._by_value: dict[str, list[Statement]] = {}
        self._by_country: dict[str | None, list[Statement]] = {}
        self.valued: list[Statement] = []
        """The statements whose values are names."""
        for statement in base.statements:
            if isinstance(statement.value, Reference):
                self._by_value.setdefault(statement.value.id, []).append(statement)
                self.valued.append(statement)
                if "adjective" in statement.property.signs and not base.entities[statement.subject].human:
                    country = country_of(base, statement.value.id)
                    self._by_country.setdefault(country, []).append(statement)
        self._lists = Lists(evidence, explainer)

    def find(self, scene: Scene) -> Iterator[Finding]:
        """Yield the findings of a sentence."""
        for term in scene.terms:
            finding = self._term(scene, term)
            if finding:
                yield finding
        blamed: set[int] = set()
        for mention in scene.entities:
            if mention.how in ("pronoun", "noun", "epithet"):
                continue
            finding = self._supported(scene, mention) or self._contradicted(scene, mention)
            if finding:
                yield finding
                if finding.verdict is Verdict.CONTRADICTED:
                    blamed.add(mention.start)
        for finding in (*self._titles.unknown(scene), *self._appointments.find(scene)):
            if not any(part.start in blamed for part in finding.parts):
                yield finding  # of a wrong name in a role, the role is not wrong as well
        yield from self._addresses.find(scene)
        yield from self._bodies.find(scene)
        yield from self._other_terms.find(scene)
        yield from self._lists.find(scene)

    def right_by(self, mention: EntityMention) -> list[Statement]:
        """Return the statements whose value a name is; of a nationality, also those whose place is in that country."""
        nation = mention.how in ("adjective", "inhabitant")
        found: list[Statement] = []
        for entity in mention.ids:
            found += (*self._by_value.get(entity, ()), *(self._by_country.get(entity, ()) if nation else ()))
        return [statement for statement in found if statement.subject not in mention.ids]

    def of_another(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether a place is said to be that of somebody else than a statement's subject."""
        return self._signs.of_another(statement, scene, mention)

    def same_kind(self, mention: EntityMention, statement: Statement) -> bool:
        """Whether a name can be a value of the kind that a statement's is."""
        return self._signs.same_kind(mention, statement)

    # Names and places -------------------------------------------------------------------------------------------

    def _supported(self, scene: Scene, mention: EntityMention) -> Finding | None:
        best: tuple[float, Statement, tuple[Part, ...]] | None = None
        for statement in self.right_by(mention):
            if self._signs.of_another(statement, scene, mention):
                continue
            scored = self._score(scene, mention, statement)
            if scored and (best is None or scored[0] > best[0]):
                best = (scored[0], statement, scored[1])
        if best is None or best[0] < WEIGHTS.support:
            return None
        score, statement, parts = best
        return self.named.right(statement, scene, mention, parts, score) if self.holds(statement) else None

    def holds(self, statement: Statement) -> bool:
        """Whether a statement is true at the judgement date, as far as the base says."""
        when = self._evidence.date
        return statement.valid is None or when is None or statement.valid.overlaps(when)

    def _held_then(self, scene: Scene, mention: EntityMention, statement: Statement) -> bool:
        """Whether a name was the value at a date of the sentence ("After ten years as director Alpha left in 2019")."""
        years = [when for _, when in self._evidence.times.years(scene)]
        return any(
            isinstance(other.value, Reference)
            and other.value.id in mention.ids
            and other.valid is not None
            and any(other.valid.overlaps(when) for when in years)
            for other in self._base.facts_of(statement.subject, statement.property.id)
        )

    def _score(
        self, scene: Scene, mention: EntityMention, statement: Statement
    ) -> tuple[float, tuple[Part, ...]] | None:
        qualified = self._evidence.qualifiers.fit(statement, scene, None)
        if any(binding == "own" and kind != "year" for kind, binding, *_ in qualified.conflicts):
            return None
        if qualified.conflicts and self._of_that_year(scene, mention, statement):
            return None
        sign = self._signs.support(statement, scene, mention)
        if sign is not None:
            score, parts = sign
            return score, parts
        whole = (0, len(scene.sentence.tokens) - 1)
        subject = self._evidence.subjects.answer(statement, scene, mention.first, mention.last, whole)
        cue, part = self.cue(scene, statement.property.id, mention.first, mention.last)
        if cue < _SUPPORT_CUE or part is None or self._belongs_nearer(statement, subject):
            return None
        score = WEIGHTS.subject * subject.score + WEIGHTS.cue * cue + WEIGHTS.qualifier * qualified.score
        return score, (*subject.parts, part, *qualified.parts)

    def _of_that_year(self, scene: Scene, mention: EntityMention, statement: Statement) -> bool:
        """Whether the base has another value for the year that a sentence names ("the prize of 2025 went to Berg")."""
        years = [when for _, when in self._evidence.times.years(scene)]
        others = self._base.facts_of(statement.subject, statement.property.id)
        known = [(self._evidence.times.year_of(s), s.value) for s in others]
        there = [v for year, v in known if year is not None and any(year.overlaps(when) for when in years)]
        return bool(there) and not any(isinstance(v, Reference) and v.id in mention.ids for v in there)

    def _belongs_nearer(self, statement: Statement, subject: Answer) -> bool:
        """Whether a nearer subject has the property itself, so that the sentence speaks of that one."""
        return any(
            self._base.facts_of(entity, statement.property.id) for group in subject.nearer for entity in group.ids
        )

    def cue(self, scene: Scene, prop: str, first: int, last: int) -> tuple[float, Part | None]:
        """Return how clearly the words around some tokens signal a property, and the word that does."""
        best, part = 0.0, None
        for cue in scene.cues.get(prop, ()):
            if first <= cue.first <= last:
                continue
            cost = scene.sentence.cost(cue.last, first) if cue.last < first else scene.sentence.cost(last, cue.first)
            score = cue.weight * max(0.0, 1.0 - 0.8 * cost)
            if score > best:
                text = self._explain.text[cue.start : cue.end]
                best, part = score, Part("cue", text, cue.start, cue.end)
        return best, part

    def _contradicted(self, scene: Scene, mention: EntityMention) -> Finding | None:
        """Return an alarm where a name stands in the slot of a property whose value is another one."""
        if self._has_role_here(scene, mention):
            return None
        slots = self._signs.slots(scene, mention, self.valued)
        for statement, parts in slots:
            if not self.holds(statement) or self.forbids(scene, mention, parts):
                continue
            if statement.subject in mention.ids or self._signs.of_a_leg(statement, scene, mention):
                continue  # "the parent company of Alpha"
            if self._signs.of_another(statement, scene, mention) or self._tells_whose(statement, scene, mention):
                continue
            if self._belonging.is_about_another(statement, scene, mention, parts):
                continue
            if self._of_somebody_here(statement, scene, mention) or self._other_posts.of_another_time(
                scene, statement, mention
            ):
                continue
            known = [
                s
                for s in self._base.facts_of(statement.subject, statement.property.id)
                if s.where == statement.where and self.holds(s)
            ]
            values = {s.value.id for s in known if isinstance(s.value, Reference)}
            if any(self.part_of_name(mention, value) for value in values):
                continue
            if not known or values & self.family(mention) or self._held_then(scene, mention, statement):
                continue
            home = self._evidence.type_of(statement.subject) == "person" and mention.how in ("name", "unknown")
            if home and any(values & set(m.ids) for m in scene.entities if m is not mention and m.explicit):
                continue  # "She grew up in Delft and now lives in Rijswijk"
            if self._set_apart.of_other_edition(statement, scene):
                continue
            return self.named.wrong(statement, scene, mention, parts, 0.8)
        return None

    def _tells_whose(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether somebody is the same of another subject of the text, and the sentence names no subject itself.

        "For the team of coach Hall it was a third win": who the coach is says which team.
        """
        person = all(self._evidence.type_of(i) == "person" for i in mention.ids)
        if not person or any(m.explicit and statement.subject in m.ids for m in scene.entities):
            return False
        main = self._evidence.occasions.main
        if main is not None and not mention.ids and statement.subject in main.sides:
            return True  # a report of a contest: of either side
        same = (s for i in mention.ids for s in self._by_value.get(i, ()) if s.property.id == statement.property.id)
        return any(s.subject != statement.subject and s.subject in self._evidence.mentioned for s in same)

    def _of_somebody_here(self, statement: Statement, scene: Scene, mention: EntityMention) -> bool:
        """Whether a name is the value of the same property of something else that the sentence names."""
        if statement.property.type == "place":
            return False  # two firms may well be in one town
        here = {i for m in scene.entities for i in m.ids}
        same = (s for i in mention.ids for s in self._by_value.get(i, ()) if s.property.id == statement.property.id)
        return mention.how in ("name", "part") and any(s.subject in here - {statement.subject} for s in same)

    def part_of_name(self, mention: EntityMention, entity: str) -> bool:
        """Whether what stands there is a word of the right entity's own name ("de fabriek in Delfzijl")."""
        known = self._base.entities.get(entity)
        words = {fold(w) for n in (known.all_names() if known else ()) for w in re.findall(r"[^\W_]+", n)}
        written = [fold(w) for w in re.findall(r"[^\W_]+", mention.text)]
        derived = mention.how == "unknown" and any(
            len(own) >= _NAME and word.startswith(own) for own in words for word in written
        )
        return derived or all(word in words for word in written)  # "de Delftse" is of Delft

    def _has_role_here(self, scene: Scene, mention: EntityMention) -> bool:
        """Whether a role beside a name is that person's own, so that the name is in nobody else's place."""
        for term in scene.terms:
            if any(s.subject in mention.ids and "apposition" in s.property.signs for s in term.statements):
                group = self._signs.apposed(scene, term.first, term.last)
                if group is not None and mention in group.mentions:
                    return True
        return False

    def family(self, mention: EntityMention) -> set[str]:
        """Return what a name means, with what it is a part or an edition of."""
        family: set[str] = set()
        for entity in mention.ids:
            family |= self._evidence.related(entity)
            for statement in self._base.by_subject.get(entity, ()):
                if "within" in statement.property.signs and isinstance(statement.value, Reference):
                    family.add(statement.value.id)
        return family

    def forbids(self, scene: Scene, mention: EntityMention, parts: tuple[Part, ...] = ()) -> bool:
        """Whether a word near a name denies or plans the claim, or one of its clause points at somebody else."""
        rules, tokens = self._rules, scene.sentence.tokens
        dated = {i for v in scene.values for i in range(v.first, v.last + 1)}  # "3 May" plans nothing
        cues = [(part.start, part.end) for part in parts if part.role == "cue"]
        # A plan changes nobody's nationality, and "not" behind "Acme in Delft" denies what Acme does.
        placed = bool(parts) and not cues and self._is_place(mention)
        lasting = placed or mention.how in ("adjective", "inhabitant")
        begin = min([mention.first, *(scene.sentence.at(part.start) for part in parts)]) - _DENIED
        near = {
            t.norm
            for t in own_side(scene, mention.first, mention.last)
            if scene.sentence.cost(t.index, mention.first) < _NEAR and t.index not in dated
            if not placed or begin <= t.index <= mention.last + 1
        }
        first = min([mention.first, *(scene.sentence.at(start) for start, _ in cues)])
        while first > 0 and tokens[first - 1].text not in _BREAKS:
            first -= 1
        last = mention.last
        while lasting and last + 1 < len(tokens) and last < mention.last + 3 and tokens[last + 1].text not in _BREAKS:
            last += 1
        heading = scene.kind in ("headline", "heading")
        said = (t for t in tokens[first : last + 1] if heading or t.index == 0 or not t.capital)  # "in the Old Mill"
        clause = {t.norm for t in said if not any(s <= t.start < e for s, e in cues)}
        if self._of_relative(scene, mention, parts):
            return True
        return bool(near & {*rules.negations, *(() if lasting else rules.plan_words)} or clause & {*rules.others})

    def _of_relative(self, scene: Scene, mention: EntityMention, parts: tuple[Part, ...]) -> bool:
        """Whether the subject of a verb is a relative of the one who is named: "The wife of Berg works for Acme"."""
        tokens, rules = scene.sentence.tokens, self._rules
        for part in parts:
            first = scene.sentence.at(part.start)
            who = next((m.ids for m in scene.entities if m.start == part.start), ())
            human = all(self._evidence.type_of(entity) == "person" for entity in who)
            if part.role != "subject" or first > mention.first or not human:
                continue  # "the sister ship of the Alpha"
            last = scene.sentence.at(part.end - 1)
            if first > 1 and tokens[first - 1].norm in rules.partitives and tokens[first - 2].norm in rules.relations:
                return True
            after = tokens[last + 1 : last + 4]
            if after and after[0].norm in ("'s", "’s") and any(t.norm in rules.relations for t in after[1:]):
                return True
        return False

    def _is_place(self, mention: EntityMention) -> bool:
        kinds = {self._evidence.type_of(i) for i in mention.ids}
        return mention.how == "country" or (mention.how == "name" and kinds == {"place"})

    # Terms ------------------------------------------------------------------------------------------------------

    def _term(self, scene: Scene, term: TermMention) -> Finding | None:
        whole = (0, len(scene.sentence.tokens) - 1)
        best: tuple[float, Statement, tuple[Part, ...]] | None = None
        for statement in term.statements:
            if not self.holds(statement):
                continue
            qualified = self._evidence.qualifiers.fit(statement, scene, None)
            subject = self._evidence.subjects.answer(statement, scene, term.first, term.last, whole)
            if "apposition" in statement.property.signs:
                group = self._signs.apposed(scene, term.first, term.last)
                if (
                    group is None
                    and subject.score >= _PREDICATE
                    and self._signs.predicate(scene, term.first, term.last)
                ):
                    pass
                elif group is None or statement.subject not in group.ids:
                    continue
                if any(binding == "own" for _, binding, *_ in qualified.conflicts) and not qualified.parts:
                    continue
                cue = 1.0
            else:
                cue, _ = self.cue(scene, statement.property.id, term.first, term.last)
                if cue == 0.0 and subject.score >= 0.8:
                    cue = 0.3
            score = WEIGHTS.subject * subject.score + WEIGHTS.cue * cue + WEIGHTS.qualifier * qualified.score
            if best is None or score > best[0]:
                best = (score, statement, (*subject.parts, *qualified.parts))
        if best is not None and best[0] >= WEIGHTS.support:
            score, statement, parts = best
            return self._explain.finding(
                Verdict.SUPPORTED,
                scene,
                statement,
                term.start,
                term.end,
                key="supported",
                expected=show_fact(self._base, statement.value, self._explain.ui),
                expected_value=fact_json(statement.value, "term"),
                claimed_value={"type": "term", "term": term.text},
                parts=parts,
                confidence=score,
            )
        return self._titles.wrong(scene, term)
