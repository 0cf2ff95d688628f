"""Tokens, sentences and the matching of phrases: the one module that uses spaCy.

The tokenizer is spaCy's, on a blank multi-language pipeline with rules of our own: hyphens always split ("59-jarige",
"Acme-fabriek"), so that a name inside a compound is a token. Leaving out the thousands of special cases of the language
classes makes the start several times faster; abbreviations are data of ours (`languages/<code>/grammar.yaml`).
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from checker.languages import grammar
from checker.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

_HYPHENS = "-‐‑‒–—―−"
_DASHES = "–—―"
_APOSTROPHES = "'’ʼ`´‘"
_RUN = re.compile(r"(?<!\S)\S{250,}")
_LONGEST = 160
"""How many tokens a sentence has at most; a longer one is cut, so that time stays linear in the text."""
_DOUBLE = re.compile(r"([a-z])\1")
_ROOT = 3
"""Letters that stay of a word, at least, when an ending is stripped."""
_SENTENCE_END = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]")
_OPENING = frozenset("\"'“„‘«([")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower case without diacritics, with plain hyphens and apostrophes."""
    plain = word.lower()
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(
        "-" if c in _HYPHENS else "'" if c in _APOSTROPHES else c for c in decomposed if not unicodedata.combining(c)
    )


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the form in which inflected words of a language are compared; not a word for people to read."""
    rules = grammar(language).inflection
    plain = fold(word)
    for ending in rules.possessive:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            plain = plain[: -len(ending)]
            break
    plain = lemma(plain, language)
    kept = plain.endswith(rules.kept) and not re.search(r"[ei]e\w{2}$", plain)  # "stenen" and "steen", not "ideeen"
    plain = _DOUBLE.sub(r"\1", plain) if rules.inner else plain
    ending = "" if kept else next((e for e in rules.endings if plain.endswith(e) and len(plain) - len(e) >= _ROOT), "")
    plain = plain.removesuffix(ending)
    if plain[-1:] in "zv" and len(plain) >= _ROOT:
        plain = plain[:-1] + ("s" if plain[-1] == "z" else "f")
    plain = _DOUBLE.sub(r"\1", plain)
    if ending and ending not in rules.inner:
        inner = next((e for e in rules.inner if plain.endswith(e) and len(plain) - len(e) >= _ROOT), "")
        plain = plain.removesuffix(inner)
    return plain


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its span in the document's text (code points, end exclusive)."""

    index: int
    start: int
    end: int
    text: str
    norm: str
    stem: str

    @property
    def capital(self) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block: its tokens, and the price of moving from one token to another.

    `toll[i]` is the price of walking from the first token to token i; commas, dashes and clause openers cost more than
    words, so that what stands in the same clause is near.
    """

    index: int
    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    toll: tuple[float, ...]

    def cost(self, one: int, other: int) -> float:
        """Return the price of the way between two tokens of the sentence (indices count from 0)."""
        return abs(self.toll[one] - self.toll[other])

    def at(self, offset: int) -> int:
        """Return the index of the token at, or nearest after, an offset of the document's text."""
        index = bisect.bisect_right(self.tokens, offset, key=lambda token: token.end)
        return min(index, len(self.tokens) - 1)


@cache
def pipeline() -> Any:  # noqa: ANN401 - spaCy is imported lazily
    """Return the blank spaCy pipeline with the tokenizer of this program."""
    import spacy  # noqa: PLC0415 - heavy, only where documents are read
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    nlp = spacy.blank("xx")
    quotes = re.escape("\"'“”„‘’«»()[]{}*_,;:!?…·•<>|")
    dashes = re.escape(_HYPHENS)
    prefix = re.compile(rf"^(?:[{quotes}€$£§=+#@/\\{dashes}])")
    suffix = re.compile(rf"(?:[{_APOSTROPHES}]s|[{_APOSTROPHES}]|[{quotes}%€/.{dashes}])$")
    infix = re.compile(rf"[{dashes}/…“”„«»()\[\]{{}}*:;,!?\"=|<>](?=\S)|(?<=[a-zà-ÿ])\.(?=[A-ZÀ-Þ])")
    url = re.compile(
        r"(?:https?:/{1,2}|www\.)\S{3,300}$|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}$", re.IGNORECASE
    )
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=prefix.search,
        suffix_search=suffix.search,
        infix_finditer=infix.finditer,
        url_match=url.match,
    )
    nlp.max_length = 100_000_000
    return nlp


def make_doc(text: str, language: str) -> Doc:
    """Return spaCy's tokens of a text, with our folded form as norm and our stem as lemma."""
    # A run of hundreds of characters without a space is no word; splitting it would cost quadratic time.
    doc: Doc = pipeline().make_doc(_RUN.sub(lambda run: "x" * len(run[0]), text))
    for token in doc:
        token.norm_ = fold(token.text)
        token.lemma_ = stem(token.text, language)
    return doc


def _prices(tokens: tuple[Token, ...], language: str) -> tuple[float, ...]:
    rules = grammar(language)
    openers = frozenset(rules.clause_openers)
    toll, prices = 0.0, []
    for token in tokens:
        text = token.text
        if text in (",", "(", ")") or text in _CLOSING or text in _OPENING:
            toll += 0.08
        elif text in (";", ":"):
            toll += 0.3
        elif text[:1] in _DASHES or token.norm in openers:
            toll += 0.12
        else:
            toll += 0.025
        prices.append(toll)
    return tuple(prices)


def _ends(doc: Doc, index: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends after the token at `index`."""
    token = doc[index]
    if token.text[-1] not in _SENTENCE_END:
        return (
            token.text[-1] in _CLOSING
            and index > 0
            and doc[index - 1].text[-1:] in _SENTENCE_END
            and (index + 1 < len(doc) and bool(token.whitespace_) and (doc[index + 1].text[:1].isupper()))
        )
    if index + 1 >= len(doc):
        return True
    following = doc[index + 1]
    spaced = bool(token.whitespace_) or following.is_space
    if following.is_space and index + 2 < len(doc):
        following = doc[index + 2]
    if following.text in _CLOSING and not spaced:
        return False
    if token.text == "." and index > 0:
        before = doc[index - 1]
        if before.norm_.rstrip(".") in abbreviations or (len(before.text) == 1 and before.text.isupper()):
            return False
    if not spaced and not following.text[:1].isupper():
        return False
    return not following.text[:1].islower()


@dataclass(frozen=True, slots=True)
class Passage:
    """A block as spaCy's tokens, and its sentences. Matches in `doc` are brought to the document by `start`."""

    block: int
    start: int
    doc: Any
    sentences: tuple[Sentence, ...]

    def offsets(self, first: int, end: int) -> tuple[int, int]:
        """Return the span, in the document's text, of the tokens `first` to `end` (exclusive) of `doc`."""
        last = self.doc[end - 1]
        return self.start + self.doc[first].idx, self.start + last.idx + len(last.text)


def analyse(text: str, start: int, block: int, language: str, first_index: int) -> Passage:
    """Return the passage of a block whose text begins at offset `start` of the document.

    Its sentences are numbered from `first_index`; white space is in no token.
    """
    doc = make_doc(text, language)
    abbreviations = frozenset(grammar(language).abbreviations)
    found: list[Sentence] = []
    begin = 0
    for index in range(len(doc)):
        last = index == len(doc) - 1
        if not last and index - begin < _LONGEST and not _ends(doc, index, abbreviations):
            continue
        words = [token for token in doc[begin : index + 1] if not token.is_space]
        if words:
            tokens = tuple(
                Token(i, start + t.idx, start + t.idx + len(t.text), t.text, t.norm_, t.lemma_)
                for i, t in enumerate(words)
            )
            span = (tokens[0].start, tokens[-1].end)
            found.append(Sentence(first_index + len(found), block, *span, tokens, _prices(tokens, language)))
        begin = index + 1
    return Passage(block, start, doc, tuple(found))


def _pattern(phrase: str, language: str) -> Doc:
    """Return the tokens of a phrase; one of plain words needs no tokenizer, which makes many patterns cheap."""
    words = phrase.split()
    if not all(word.isalpha() for word in words):
        return make_doc(phrase, language)
    from spacy.tokens import Doc as SpacyDoc  # noqa: PLC0415 - heavy, only where documents are read

    doc: Doc = SpacyDoc(pipeline().vocab, words=words)
    for token in doc:
        token.norm_ = fold(token.text)
        token.lemma_ = stem(token.text, language)
    return doc


class Phrases:
    """Finds many phrases in one pass, by folded form (`NORM`) or by stem (`LEMMA`): spaCy's PhraseMatcher."""

    def __init__(self, attribute: str, language: str) -> None:
        """`attribute` is `NORM` or `LEMMA`."""
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415 - heavy, only where documents are read

        self._matcher = PhraseMatcher(pipeline().vocab, attr=attribute)
        self._attribute = attribute
        self._language = language
        self._payload: dict[str, list[Any]] = {}

    def add(self, phrase: str, payload: object) -> None:
        """Add a phrase; every match of it yields the payload."""
        doc = _pattern(phrase.strip(), self._language)
        if not len(doc):
            return
        key = " ".join(t.norm_ if self._attribute == "NORM" else t.lemma_ for t in doc)
        if key not in self._payload:
            self._payload[key] = []
            self._matcher.add(key, [doc])
        if payload not in self._payload[key]:
            self._payload[key].append(payload)

    def find(self, doc: Doc) -> Iterator[tuple[int, int, list[Any]]]:
        """Yield (first token, end token, payloads) of every match in a document, in order, longest first."""
        names = pipeline().vocab.strings
        found = [(start, end, self._payload[names[key]]) for key, start, end in self._matcher(doc)]
        yield from sorted(found, key=lambda match: (match[0], -match[1]))


class Gapped:
    """Finds phrases with gaps ("nam ... deel") inside a clause: spaCy's Matcher over stems."""

    def __init__(self, language: str) -> None:
        """Start without any pattern."""
        from spacy.matcher import Matcher  # noqa: PLC0415 - heavy, only where documents are read

        self._matcher = Matcher(pipeline().vocab)
        self._language = language
        self._payload: dict[str, list[object]] = {}

    def add(self, phrase: str, payload: object) -> None:
        """Add a phrase in which `...` stands for up to eight words without a clause boundary."""
        words: dict[str, Any] = {"IS_PUNCT": False, "OP": "{0,8}"}
        digits: dict[str, Any] = {"IS_DIGIT": True}
        plain, figured = [words], [words, digits, {"TEXT": {"IN": [",", "."]}}, digits, words]  # "held EUR 8.8 million"
        patterns: list[list[dict[str, Any]]] = []
        for gap in (plain, figured):
            pattern: list[dict[str, Any]] = []
            for position, part in enumerate(phrase.split("...")):
                pattern.extend(gap if position else ())
                pattern.extend({"LEMMA": stem(word, self._language)} for word in part.split())
            patterns.append(pattern)
        if phrase not in self._payload:
            self._matcher.add(phrase, patterns, greedy="LONGEST")
        self._payload.setdefault(phrase, []).append(payload)

    def find(self, doc: Doc) -> Iterator[tuple[int, int, list[object]]]:
        """Yield (first token, end token, payloads) of every match in a document."""
        if not self._payload:
            return
        names = pipeline().vocab.strings
        for key, start, end in self._matcher(doc):
            yield start, end, self._payload[names[key]]


def words_of(phrase: str, language: str) -> Iterable[str]:
    """Return the stems of the words of a phrase that carry meaning (no articles, prepositions or coordinators)."""
    rules = grammar(language)
    empty = {*rules.articles, *rules.prepositions, *rules.coordinators, *rules.pronouns.neutral}
    return [stem(w, language) for w in re.findall(r"[^\W_]+", phrase) if fold(w) not in empty]


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of phrases by their first one, the longest phrase first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        if words:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(split, key=len, reverse=True)) for first, split in found.items()}


def phrases_in(tokens: Sequence[Token], phrases: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index (in `tokens`) of every phrase that stands there, the longest first, apart."""
    known = _by_first_word(phrases)
    taken = -1
    for index, token in enumerate(tokens):
        if index <= taken:
            continue
        for words in known.get(token.norm, ()):
            if words == tuple(t.norm for t in tokens[index : index + len(words)]):
                taken = index + len(words) - 1
                yield index, taken
                break
