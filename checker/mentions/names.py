"""Names of the fact base and of countries in a text, and capitalised names that the base does not know.

Names match without regard to diacritics, kind of hyphen or capitals (a name that is a plain word keeps its capital),
inside hyphenated compounds ("Acme-fabriek"), in the possessive and plural; persons also by surname, and by first name
once the full name has been given.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from checker.analysis import Phrases, fold
from checker.countries import countries, place_words
from checker.factbase.model import Reference, Term
from checker.languages import grammar
from checker.lemmas import finite
from checker.mentions import EntityMention, How
from checker.mentions.near_names import NearNames
from checker.spelling import slipped
from checker.values.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.analysis import Passage, Sentence, Token
    from checker.factbase.model import Entity, FactBase
    from checker.mentions import Scene

_PARTICLES = frozenset(
    {"van", "de", "den", "der", "ter", "ten", "von", "zu", "di", "da", "du", "la", "le", "el", "bin", "al"}
)
_LONG_ENOUGH = 5
_SHORTEST = 2
_MOST_EDITS = 3


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write an entity's name."""

    entity: str
    how: How
    written: str
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a whole text tells of its words: those in small letters, how often each stands, the entities it names."""

    lower: frozenset[str]
    often: Counter[str]
    named: frozenset[str]


def _surname(name: str) -> str | None:
    words = name.split()
    if len(words) < 2:
        return None
    index = next((i for i, word in enumerate(words[1:-1], 1) if word.lower() in _PARTICLES), len(words) - 1)
    return " ".join(words[index:])


class NameIndex:
    """Finds the names of one fact base in texts of one language."""

    def __init__(self, base: FactBase, language: str) -> None:
        """Build the index; linear in the number of names."""
        self._language = language
        self._phrases = Phrases("NORM", language)
        self._canonical: dict[str, tuple[str, str]] = {}
        self._surnames: set[str] = set()
        self._single: dict[str, list[_Form]] = {}
        self._near = NearNames(base)
        self._first_names: set[str] = set()
        self._aged = tuple(words.split("-")[-1].split()[-1] for words in lexicon(language).units.age_endings)
        by_country = _own_places(base.entities)
        self.same_place = by_country
        for entity in base.entities.values():
            if entity.country:
                continue
            surnames = {_surname(name) for name in entity.all_names()} if entity.human else frozenset()
            for name in entity.all_names():
                if name not in surnames:  # as a name of its own, a surname is still one
                    self._add(_Form(entity.id, "name", name))
                self._remember(name, entity)
            for name in entity.discouraged:
                self._add(_Form(entity.id, "discouraged", name))
            if entity.human:
                for full in entity.all_names():
                    surname = _surname(full)
                    if surname:
                        self._surnames.add(surname)
                        self._add(_Form(entity.id, "part", surname))
                        first = full.split()[0]
                        if first.lower() not in _PARTICLES and not first.islower():  # "drilling machine Alpha"
                            self._add(_Form(entity.id, "part", first))
                            self._first_names.add(fold(first))
        for surface, words in place_words(language).items():
            for word in words:
                how: How = (
                    "country" if word.kind == "name" else "adjective" if word.kind == "adjective" else "inhabitant"
                )
                form = _Form(word.country, how, surface, word.gender if word.kind == "inhabitant" else None)
                self._add(form)
        rules = grammar(language)
        closed = (*rules.stop_words, *rules.articles, *rules.prepositions, *rules.clause_openers, *rules.verbs)
        said = rules.pronouns
        pronouns = (*said.male, *said.female, *said.neutral, *said.plural, *said.speaker)
        closed = (*closed, *pronouns, *rules.adverbs, *_stop_words(language))
        self._language = language
        self._articles = frozenset(rules.articles)
        self._verbs = frozenset(fold(word) for word in rules.verbs)
        self._derived = rules.derived_nouns
        self._callings = _callings(base, language)
        self._ordinary = frozenset(fold(word) for word in closed)

    def _add(self, form: _Form) -> None:
        self._phrases.add(form.written, form)
        if " " not in form.written:
            self._single.setdefault(fold(form.written), []).append(form)

    def _remember(self, name: str, entity: Entity) -> None:
        for word in name.split():
            key = fold(word)
            if len(key) >= _LONG_ENOUGH and word[:1].isupper() and key.isalpha():
                self._canonical.setdefault(key, (word, entity.id))

    def find(self, passage: Passage, *, first_names: set[str]) -> list[list[EntityMention]]:
        """Return the mentions of each sentence of a passage, without overlaps, the longest first.

        `first_names` holds the ids of persons whose full name the document has given so far; it is added to.
        """
        by_sentence: list[list[EntityMention]] = [[] for _ in passage.sentences]
        matches = [(*passage.offsets(first, end), forms) for first, end, forms in self._phrases.find(passage.doc)]
        matches.sort(key=lambda match: (match[0] - match[1], match[0]))
        occupied: set[int] = set()
        for start, end, forms in matches:
            where = _sentence_of(passage.sentences, start, end)
            if where is None:
                continue
            sentence = passage.sentences[where]
            first, last = sentence.at(start), sentence.at(end - 1)
            if not occupied.isdisjoint(_keys(sentence, first, last)):
                continue
            text = _text(sentence, first, last, passage)
            good = [form for form in forms if _case_fits(form.written, text, sentence)]
            good = [f for f in good if f.how != "part" or f.written in self._surnames or f.entity in first_names]
            if not good:
                continue
            best = min(good, key=lambda form: _ORDER[form.how])
            if best.how == "inhabitant" and self._is_first_name(sentence.tokens, first, last):
                continue  # "Noor Verhagen"
            if best.how == "adjective" and self._is_noun(sentence.tokens, first, last):
                # "the South African, 31," is somebody; "the South African singer" says it of the singer.
                best = next((form for form in good if form.how == "inhabitant"), best)
            ids = _unique(
                place
                for form in good
                if _ORDER[form.how] == _ORDER[best.how] or form.how in ("name", "country")
                for place in (form.entity, *self.same_place.get(form.entity, ()))
            )
            if best.how == "name" and " " in best.written:
                first_names.update(ids)
            mention = EntityMention(
                start=start, end=end, text=text, first=first, last=last, ids=ids, how=best.how, gender=best.gender
            )
            occupied.update(_keys(sentence, first, last))
            by_sentence[where].append(mention)
        for number, sentence in enumerate(passage.sentences):
            by_sentence[number].extend(self._rest(sentence, passage, occupied))
            by_sentence[number].sort(key=lambda mention: mention.start)
        return by_sentence

    def _is_first_name(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a word is the first name of somebody of the base before another capitalised word, with no article."""
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if tokens[first].norm not in self._first_names or following is None or not following.capital:
            return False
        return first == 0 or tokens[first - 1].norm not in self._articles

    def _is_noun(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a word that may be an adjective is the noun of its phrase: an article before, no noun behind."""
        start = first
        if start and tokens[start - 1].norm.endswith(self._aged):  # "the 29-year-old Belgian"
            start = max(
                (t.index + 1 for t in tokens[max(0, first - _AGE) : first] if t.norm in self._articles), default=0
            )
        if start == 0 or tokens[start - 1].norm not in self._articles:
            return False
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if following is not None and following.text == "-":
            return False
        return (
            following is None
            or not following.text[0].isalpha()
            or following.norm in self._ordinary
            or finite(following.norm, self._language)
        )

    def _rest(self, sentence: Sentence, passage: Passage, occupied: set[int]) -> list[EntityMention]:
        """Return plurals and possessives of one-word names, and runs of capitalised words that nobody knows."""
        found: list[EntityMention] = []
        tokens = sentence.tokens
        shouting = title_case(sentence)
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if tokens[index].start in occupied or not token.capital or not token.text[0].isalpha():
                index += 1
                continue
            known = self._inflected(token)
            if known:
                found.append(_mention(sentence, passage, (index, index), ids=known, how="name"))
                index += 1
                continue
            last = index
            while last + 1 < len(tokens) and _continues(tokens, last + 1, occupied):
                last += 1
            while tokens[last].norm in _PARTICLES and last > index:
                last -= 1
            opening = _opens(tokens, index)
            if opening and last > index + 1 and token.norm in self._callings:
                index += 1  # "Director Ingrid Berg"
                opening = False
                token = tokens[index]
            words = last - index + 1
            plain = token.norm in self._ordinary
            if opening and (plain or (words == 1 and not self._acts(tokens, index))):
                index += 1
                continue
            if not shouting and not plain and (len(token.text) > 1 or words > 1):
                found.append(_mention(sentence, passage, (index, last), ids=(), how="unknown"))
            index = last + 1
        return found

    def _acts(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether a capitalised word that opens a sentence stands right before a verb, as a name does."""
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None or len(tokens[index].text) <= _SHORTEST or tokens[index].norm.endswith(self._derived):
            return False
        return following.norm in self._verbs or finite(following.norm, self._language)

    def _inflected(self, token: Token) -> tuple[str, ...]:
        for ending in ("'s", "s", "es"):
            if token.norm.endswith(ending) and len(token.norm) > len(ending) + 2:
                forms = self._single.get(token.norm.removesuffix(ending), [])
                ids = _unique(form.entity for form in forms if form.how == "name" and form.written[:1].isupper())
                if ids:
                    return ids
        return ()

    def misspelled(self, scenes: Sequence[Scene], base: FactBase) -> None:
        """Give unknown names that are nearly one of the base its entity, and say how it is spelled."""
        tokens = [token for scene in scenes for token in scene.sentence.tokens]
        lower = frozenset(token.norm for token in tokens if token.text.islower())
        named = frozenset(entity for scene in scenes for m in scene.entities if m.explicit for entity in m.ids)
        text = _Whole(lower, Counter(token.norm for token in tokens), named)
        for scene in scenes:
            # A word that opens a sentence and stands elsewhere in small letters is no name.
            scene.entities = [
                m
                for m in scene.entities
                if m.how != "unknown" or m.first != m.last or scene.sentence.tokens[m.first].norm not in lower
            ]
            for position, mention in enumerate(scene.entities):
                if mention.how == "unknown":
                    scene.entities[position] = self._corrected(scene, mention, base, text)

    def _corrected(self, scene: Scene, mention: EntityMention, base: FactBase, text: _Whole) -> EntityMention:
        words = [w for w in scene.sentence.tokens[mention.first : mention.last + 1] if w.text[0].isalpha()]
        wrong = [(w, hit) for w in words if w.norm not in text.lower and (hit := self.nearest_name(w.text))]
        if not wrong:
            return self._nearly(scene, mention, text)
        if len(wrong) != 1 or len(words) > 4:
            return mention
        word, (written, entity) = wrong[0]
        names = base.entities[entity].all_names()
        known = {fold(part) for name in names for part in re.findall(r"[^\W_]+", name)}
        if any(part != fold(written) and part in (f"{word.norm}s", f"{word.norm}en") for part in known):
            return mention  # the singular of a word of another name of it ("Supermarket" for "Alpha Supermarkets")
        others = [w for w in words if w is not word]
        if not all(w.norm in known for w in others):
            return mention
        beside = any(m.ids == (entity,) and 0 < mention.first - m.last <= 2 for m in scene.entities)
        if not others and not beside and (text.often[word.norm] > 2 or base.entities[entity].type == "place"):
            return mention  # a word that comes again and again is a name of its own
        if not others and not beside and base.entities[entity].type == "person" and entity not in text.named:
            return mention  # a surname alone, of somebody whom the text does not name: somebody else
        alone = not others and not beside and all(fold(name) != fold(written) for name in names)
        if alone and OSA.distance(word.norm, fold(written)) > 1:
            return mention  # one word of a longer name, two letters off: a word like it ("museum", "musea")
        if not others and beside:
            mention = _with_particles(scene, mention, names)
        begin = word.start - mention.start
        right = mention.text[:begin] + written + mention.text[begin + len(word.text) :]
        return replace(mention, ids=(entity,), how="name", misspelled=right)

    def _nearly(self, scene: Scene, mention: EntityMention, text: _Whole) -> EntityMention:
        """Return a name of several words that is nearly one of the base as that one, misspelled."""
        hit = self._near.find(mention.text)
        words = scene.sentence.tokens[mention.first : mention.last + 1]
        if hit is None or text.often[words[-1].norm] > 1 or any(hit[1] in m.ids for m in scene.entities):
            return mention  # who is named twice so, or beside the other, is somebody else
        return replace(mention, ids=(hit[1],), how="name", misspelled=hit[0])

    def nearest_name(self, word: str) -> tuple[str, str] | None:
        """Return (canonical word, entity id) of the one name that a misspelled word is nearly, else None.

        What is a slip says `checker.spelling`; a word that differs only by an inflection is none.
        """
        key = fold(word)
        if len(key) < _LONG_ENOUGH or key in self._canonical or not key.isalpha():
            return None
        hits = [
            named
            for known, named in self._canonical.items()
            if abs(len(known) - len(key)) <= _MOST_EDITS and slipped(known, key)
        ]
        return hits[0] if len(hits) == 1 else None


_AGE = 7
"""How many tokens an age and its article may have ("the 29-year-old")."""
_ORDER: dict[str, int] = {"name": 0, "discouraged": 1, "country": 2, "inhabitant": 3, "adjective": 3, "part": 1}


def _stop_words(language: str) -> frozenset[str]:
    """Return the most frequent words of a language, as spaCy lists them."""
    from spacy.util import get_lang_class  # noqa: PLC0415 - heavy, only where documents are read

    return frozenset(get_lang_class(language).Defaults.stop_words)


def _callings(base: FactBase, language: str) -> frozenset[str]:
    """Return the words by which people are called: their roles, and what relates things to people ("coach")."""
    found: set[str] = set()
    for statement in base.statements:
        value, prop = statement.value, statement.property
        if isinstance(value, Term) and "apposition" in prop.signs:
            found.update(value.labels.get(language, ()))
        elif isinstance(value, Reference) and value.id in base.entities and base.entities[value.id].human:
            found.update((prop.label.get(language, ""), *prop.cues.get(language, ())))
    return frozenset(fold(word) for word in found)


def _own_places(entities: Mapping[str, Entity]) -> dict[str, tuple[str, ...]]:
    """Return which own entities of the base are a built-in country, both ways; a Scot is a Briton, too."""
    by_name: dict[str, str] = {}
    for country in countries().values():
        for names in country.names.values():
            for name in names:
                by_name.setdefault(fold(name), country.id)
    same: dict[str, tuple[str, ...]] = {}
    for country in countries().values():
        if country.part_of is not None:
            same[country.id] = (country.part_of,)
            same[country.part_of] = (*same.get(country.part_of, ()), country.id)
    for entity in entities.values():
        if entity.type in ("place", "country") and not entity.country:
            for name in entity.names.values():
                country_id = by_name.get(fold(name))
                if country_id and country_id != entity.id:
                    same[country_id] = (*same.get(country_id, ()), entity.id)
                    same[entity.id] = (country_id, *same.get(entity.id, ()))
                    break
    return same


def _with_particles(scene: Scene, mention: EntityMention, names: Sequence[str]) -> EntityMention:
    """Return a surname with the particles before it that the right name has too ("el Idrissi")."""
    first = mention.first
    while first > 0 and scene.sentence.tokens[first - 1].norm in _PARTICLES:
        first -= 1
    before = scene.sentence.tokens[first : mention.first]
    particles = " ".join(token.text for token in before)
    if not before or not any(f" {particles} " in name for name in names):
        return mention
    text = f"{particles} {mention.text}"
    return replace(mention, first=first, start=before[0].start, text=text)


def _unique(ids: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))  # type: ignore[call-overload]


def _keys(sentence: Sentence, first: int, last: int) -> list[int]:
    return [token.start for token in sentence.tokens[first : last + 1]]


def _sentence_of(sentences: Sequence[Sentence], start: int, end: int) -> int | None:
    for number, sentence in enumerate(sentences):
        if sentence.start <= start and end <= sentence.end:
            return number
    return None


def _text(sentence: Sentence, first: int, last: int, passage: Passage) -> str:
    begin = sentence.tokens[first].start - passage.start
    return str(passage.doc.text[begin : sentence.tokens[last].end - passage.start])


def _case_fits(written: str, text: str, sentence: Sentence) -> bool:
    """Whether the capitals fit: a capitalised name needs its capital, a short all-capital one all of them."""
    if written[:1].islower() or not written[:1].isalpha():
        return True
    if len(written) <= 4 and written.isupper():
        return text.isupper()
    return text[:1].isupper() or (" " in written and not title_case(sentence) and len(written) > 8)


def title_case(sentence: Sentence) -> bool:
    """Whether most words of a sentence are capitalised, so that a capital says nothing."""
    words = [token for token in sentence.tokens if token.text[0].isalpha() and len(token.text) > 3]
    return len(words) > 3 and sum(token.capital for token in words) > 0.75 * len(words)


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is the first word of its sentence or quote."""
    while index > 0 and not tokens[index - 1].text[0].isalnum():
        if tokens[index - 1].text in (".", "!", "?", ":", "“", '"', "„", "‘", "•", "·", "*"):
            return True
        index -= 1
        if tokens[index].text in ("-", "‑", "‐", ",", "(", ")", "’", "'"):
            return index == 0
    return index == 0


def _continues(tokens: Sequence[Token], index: int, occupied: set[int]) -> bool:
    token = tokens[index]
    if token.start in occupied:
        return False
    adjacent = token.start - tokens[index - 1].end <= 1
    if token.text in ("&", ".", "-") and index + 1 < len(tokens):
        glued = token.start == tokens[index - 1].end and tokens[index + 1].start == token.end
        initial = token.text == "." and len(tokens[index - 1].text) == 1
        return (glued and token.text != ".") or initial or token.text == "&"
    if token.norm in _PARTICLES:
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        return adjacent and following is not None and (following.capital or following.norm in _PARTICLES)
    return adjacent and token.capital and token.text[0].isalpha()


def _mention(
    sentence: Sentence, passage: Passage, span: tuple[int, int], *, ids: tuple[str, ...], how: How
) -> EntityMention:
    first, last = span
    tokens = sentence.tokens
    return EntityMention(
        start=tokens[first].start,
        end=tokens[last].end,
        text=_text(sentence, first, last, passage),
        first=first,
        last=last,
        ids=ids,
        how=how,
    )
