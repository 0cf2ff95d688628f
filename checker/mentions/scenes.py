"""A document into scenes: each sentence with its values, names, cues and terms, and the headings above it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.analysis import analyse
from checker.document import BlockKind
from checker.mentions import Scene, ValueMention
from checker.mentions.anchors import anchor_years
from checker.mentions.at_hand import AtHand
from checker.mentions.bare_ages import read_ages
from checker.mentions.bare_sums import BareSums
from checker.mentions.birthdays import read_birthdays
from checker.mentions.cues import CueIndex
from checker.mentions.gapping import Gapping
from checker.mentions.moved import part_changes
from checker.mentions.names import NameIndex, title_case
from checker.mentions.openers import name_openers
from checker.mentions.other_editions import OtherEditions
from checker.mentions.possessed import give_to_owners
from checker.mentions.quotes import Quotes
from checker.mentions.references import Resolver
from checker.mentions.results import read_medals
from checker.mentions.terms import TermIndex
from checker.mentions.versions import number_versions
from checker.mentions.year_labels import label_years
from checker.values import read_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.analysis import Passage
    from checker.document import Block, Document
    from checker.factbase.model import FactBase
    from checker.mentions import EntityMention
    from checker.values.model import Value

_TELLING = 0.8
"""From which weight on a cue that opens a sentence is the noun that it is, and no unknown name."""
_HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING)


class Index:
    """The names, cues and terms of one fact base in one language, made once."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Build the three indexes; linear in the size of the base."""
        self.names = NameIndex(base, language)
        self.cues = CueIndex(base, language)
        self.terms = TermIndex(base, language)
        self.sums = BareSums(base, language)
        self.gapping = Gapping(language)
        self.other_editions = OtherEditions(base, language)
        self.at_hand = AtHand(base, language)


def make_scenes(document: Document, base: FactBase, index: Index) -> list[Scene]:
    """Return the scenes of a document in the order of its text, every reference resolved."""
    scenes: list[Scene] = []
    first_names: set[str] = set()
    above: list[_Heading] = []
    table = _Table()
    for number, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        passage = analyse(text, block.start, number, document.language, len(scenes))
        entities = index.names.find(passage, first_names=first_names)
        found_cues = index.cues.find(passage)
        found_terms = index.terms.find(passage)
        values = read_values(text, document.language, document.date)
        own: list[Scene] = []
        heading = block.kind in _HEADINGS
        name_only = heading and _is_name(passage, entities)
        if heading:
            # A line that is only a name belongs to the list under the heading before it.
            above = [a for a in above if a.level < block.level or (name_only and not a.name_only)]
        for position, sentence in enumerate(passage.sentences):
            scene = Scene(sentence, block.kind.value, headings=tuple(a.scene for a in above))
            scene.entities = entities[position]
            scene.cues = found_cues[position]
            scene.terms = found_terms[position]
            scene.values = _values(values, scene, block)
            _settle(scene)
            own.append(scene)
        if heading and own:
            above.append(_Heading(block.level, own[0].index, name_only))
        for scene in own:
            scene.heads = table.place(scene, block)
        scenes.extend(own)
    index.names.misspelled(scenes, base)
    name_openers(scenes)
    number_versions(scenes, base, document.language)
    index.other_editions.mark(scenes)
    Resolver(base, document.language).resolve(scenes)
    index.other_editions.mark(scenes)  # what a noun means is known by now: "the 2027 edition"
    index.at_hand.read(scenes, document.date)
    give_to_owners(scenes, base)
    Quotes(base, document.language).resolve(scenes)
    read_ages(scenes, base, document.language)
    read_birthdays(scenes, base, document.language)
    read_medals(scenes, base, document.language)
    anchor_years(scenes, document.language, document.date.first.year if document.date else None)
    part_changes(scenes, document.language)
    label_years(scenes, base, document.date.first.year if document.date else None)
    index.sums.read(scenes)
    index.gapping.read(scenes)
    return scenes


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading above the current block: its depth, its scene, and whether it is only a name."""

    level: int
    scene: int
    name_only: bool


@dataclass(slots=True)
class _Table:
    """The heads of the table that is being read: the cells of its first row and of its first column."""

    columns: dict[int, int] = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)

    def place(self, scene: Scene, block: Block) -> tuple[int, ...]:
        """Note a cell and return the scenes of its heads; a cell in the first row begins another table."""
        if block.kind is not BlockKind.CELL or block.row is None or block.column is None:
            return ()
        if block.row == 0:
            if block.column == 0:
                self.columns.clear()
                self.rows.clear()
            self.columns.setdefault(block.column, scene.index)
            return ()
        if block.column == 0:
            self.rows[block.row] = scene.index
            return tuple(self.columns[c] for c in (0,) if c in self.columns)
        heads = (self.rows.get(block.row), self.columns.get(block.column))
        return tuple(head for head in heads if head is not None)


def _is_name(passage: Passage, entities: list[list[EntityMention]]) -> bool:
    """Whether a block is one name and nothing else."""
    if len(passage.sentences) != 1 or len(entities[0]) != 1:
        return False
    sentence, mention = passage.sentences[0], entities[0][0]
    return mention.first == 0 and mention.last == len(sentence.tokens) - 1


def _settle(scene: Scene) -> None:
    """Let the surer reading of a word win: a name over a cue, a value or term over a name that nobody knows."""
    named = [m for m in scene.entities if m.how in ("name", "part", "discouraged", "country")]
    scene.cues = {
        prop: kept
        for prop, cues in scene.cues.items()
        if (kept := [c for c in cues if not any(m.first <= c.first and c.last <= m.last for m in named)])
    }
    telling = {c.first for cues in scene.cues.values() for c in cues if c.weight >= _TELLING and c.first == c.last}
    scene.entities = [
        m for m in scene.entities if not (m.how == "unknown" and m.first == m.last and m.first in telling)
    ]
    taken = {i for v in scene.values for i in range(v.first, v.last + 1)}
    taken |= {i for t in scene.terms for i in range(t.first, t.last + 1)}
    freed = (_free(m, taken, scene) for m in scene.entities)
    scene.entities = _longer_names([m for m in freed if m is not None], scene)


def _longer_names(mentions: list[EntityMention], scene: Scene) -> list[EntityMention]:
    """Return the mentions with "Acme Boys" as the name of somebody unknown, where the base knows only Acme.

    "Acme Motorsport managing director" is left alone: what stands before a role mostly is a part of Acme.
    """
    found: list[EntityMention] = []
    roles = {term.first for term in scene.terms}
    for mention in mentions:
        before = found[-1] if found else None
        if (
            before is not None
            and mention.how == "unknown"
            and before.how in ("name", "discouraged")
            and before.last + 1 == mention.first
            and mention.last + 1 not in roles
            and not title_case(scene.sentence)
            and not (before.text.isupper() and mention.text.isupper() and " " in before.text)
        ):
            text = before.text + " " + mention.text
            found[-1] = replace(mention, first=before.first, start=before.start, text=text)
        else:
            found.append(mention)
    return found


def _free(mention: EntityMention, taken: set[int], scene: Scene) -> EntityMention | None:
    """Return an unknown name without the role or value that was read as its beginning; other mentions as they are."""
    if mention.how != "unknown":
        return mention
    first, last = mention.first, mention.last
    while first <= last and first in taken:
        first += 1
    while last >= first and last in taken:
        last -= 1
    if first > last:
        return None
    if (first, last) == (mention.first, mention.last):
        return mention
    start, end = scene.sentence.tokens[first].start, scene.sentence.tokens[last].end
    text = mention.text[start - mention.start : end - mention.start]
    return replace(mention, first=first, last=last, start=start, end=end, text=text)


def _values(values: Sequence[Value], scene: Scene, block: Block) -> list[ValueMention]:
    sentence = scene.sentence
    found = []
    for value in values:
        start = value.start + block.start
        if not sentence.start <= start < sentence.end:
            continue
        moved = replace(
            value,
            start=start,
            end=value.end + block.start,
            hedge_start=None if value.hedge_start is None else value.hedge_start + block.start,
            noun_start=None if value.noun_start is None else value.noun_start + block.start,
            noun_end=None if value.noun_end is None else value.noun_end + block.start,
        )
        if any(m.first <= sentence.at(start) <= m.last and m.how == "name" and m.ids for m in scene.entities):
            named = next(m for m in scene.entities if m.first <= sentence.at(start) <= m.last)
            if not (named.start == moved.start and named.end == moved.end) and value.type != "date":
                continue
        noun = None if moved.noun_start is None else sentence.at(moved.noun_start)
        found.append(
            ValueMention(value=moved, first=sentence.at(moved.start), last=sentence.at(moved.end - 1), noun=noun)
        )
    return found


def topic_of(scenes: Sequence[Scene]) -> frozenset[str]:
    """Return what a document is about: what its headline names, and what it names most."""
    counts: dict[str, int] = {}
    topic: set[str] = set()
    for scene in scenes:
        for mention in scene.entities:
            for entity in mention.ids:
                if mention.how in ("name", "part", "noun", "pronoun"):
                    counts[entity] = counts.get(entity, 0) + 1
                    if scene.kind == BlockKind.HEADLINE.value:
                        topic.add(entity)
    most = max(counts.values(), default=0)
    return frozenset(topic | {entity for entity, count in counts.items() if count * 2 >= most})
