"""What an HTML page says of itself: its title, its address, its language and the day on which it was published."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker import period
from checker.readers import Dated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.period import Period

_DATE = re.compile(r"\s*(\d{4}-\d\d(?:-\d\d)?)(?!\d)")
_META_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dcterms.date", "dc.date",
    "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "pubdate", "publishdate", "publish-date",
    "publication_date", "parsely-pub-date",
)  # fmt: skip
_ARTICLES = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "WebPage"})
_SKIPPED_PARENTS = frozenset({"nav", "footer", "aside"})
_MOST_TIMES = 50
_LONGEST_BYLINE = 100
_MOST_NODES = 10_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of a page; `dates` holds the most trusted date alone, `url` is the canonical address."""

    title: str | None = None
    language: str | None = None
    dates: tuple[Dated, ...] = ()
    url: str | None = None


def _period(text: object) -> Period | None:
    match = _DATE.match(text) if isinstance(text, str) else None
    try:
        return period.parse(match.group(1)) if match else None
    except ValueError:
        return None


def _elements(root: Any) -> Iterator[Any]:  # noqa: ANN401 - a node of the parser
    stack = [root]
    while stack:
        node = stack.pop()
        if hasattr(node, "attrs"):
            yield node
        stack.extend(reversed(node.children or ()))


def _data(node: Any) -> str:  # noqa: ANN401 - a node of the parser
    return "".join(child.data or "" for child in node.children or () if child.name == "#text")


def _linked_dates(script: str) -> Iterator[Period]:
    """Yield the publication dates of the articles in a JSON-LD script, articles proper before pages."""
    try:
        stack = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    found: list[tuple[bool, Period]] = []
    seen = 0
    while stack and seen < _MOST_NODES:
        node = stack.pop()
        seen += 1
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict):
            types = node.get("@type")
            names = [name for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)]
            published = _period(node.get("datePublished"))
            if published and any(name.endswith("Article") or name in _ARTICLES for name in names):
                found.append(("WebPage" in names, published))
            stack.extend(node[key] for key in ("mainEntity", "mainEntityOfPage", "@graph") if key in node)
    yield from (published for _, published in sorted(found, key=lambda item: item[0]))


def _is_byline(node: Any) -> bool:  # noqa: ANN401 - a node of the parser
    """Whether a time element stands in a short line of its own, not in prose and not in a menu."""
    parent = node.parent
    length = 0
    stack = [parent] if parent is not None else []
    while stack:
        inner = stack.pop()
        length += len((inner.data or "").strip()) if inner.name == "#text" else 0
        if length > _LONGEST_BYLINE:
            return False
        stack.extend(inner.children or ())
    while parent is not None:
        if parent.name in _SKIPPED_PARENTS:
            return False
        parent = parent.parent
    return True


def read_metadata(root: Any) -> Metadata:  # noqa: ANN401 - a node of the parser
    """Return the metadata of a page.

    The date is that of an article in JSON-LD, else of a meta element, else of a time element in a line of its own;
    none is guessed from prose.
    """
    title = language = canonical = shared = None
    linked: list[Period] = []
    metas: dict[str, Period] = {}
    times: list[Period] = []
    seen_times = 0
    for node in _elements(root):
        attributes = node.attrs or {}
        if node.name == "html" and language is None:
            language = attributes.get("lang") or attributes.get("xml:lang")
        elif node.name == "title" and title is None and node.parent is not None and node.parent.name == "head":
            title = " ".join(_data(node).split()) or None
        elif node.name == "script" and (attributes.get("type") or "").strip().lower() == "application/ld+json":
            linked.extend(_linked_dates(_data(node)))
        elif node.name == "link" and canonical is None and "canonical" in (attributes.get("rel") or "").lower().split():
            canonical = attributes.get("href")
        elif node.name == "meta" and (attributes.get("property") or "").lower() == "og:url":
            shared = shared or attributes.get("content")
        elif node.name == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            published = _period(attributes.get("content"))
            if published:
                metas.setdefault(name.lower(), published)
        elif node.name == "time" and seen_times < _MOST_TIMES:
            seen_times += 1
            published = _period(attributes.get("datetime"))
            if published and ("pubdate" in attributes or attributes.get("itemprop") == "datePublished"):
                times.insert(0, published)
            elif published and _is_byline(node):
                times.append(published)
    found = [*linked, *(metas[name] for name in _META_DATES if name in metas), *times]
    return Metadata(title, language, (Dated("metadata", found[0]),) if found else (), canonical or shared)
