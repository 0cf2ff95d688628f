"""Where the visible text of a line of Markdown stands in it.

The parser keeps no columns of inline tokens. Here every inline rule leaves on its last token the offset at which it
stopped (`meta["end"]`); what lies between two such offsets is plain text and the marks of emphasis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt, rules_inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

_REACH = 200
"""How far a text is looked for where the marks before it were not understood."""


def _ending(rule: Rule) -> Rule:
    """Return the rule, with the offset at which it stops left on the last token that it makes."""

    def ending(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent and len(state.tokens) > before:
            state.tokens[-1].meta = {**state.tokens[-1].meta, "end": state.pos}
        return matched

    return ending


def parser() -> MarkdownIt:
    """Return a CommonMark parser with tables and strikethrough, whose inline tokens can be located."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.disable("text_join")  # it would merge entities and escapes into the text around them
    rules: dict[str, Rule] = {
        "newline": rules_inline.newline,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }
    for name, rule in rules.items():
        markdown.inline.ruler.at(name, _ending(rule))
    return markdown


def visible(children: Sequence[Token], raw: str) -> Iterator[tuple[str, int]]:
    """Yield what people see of an inline token, piece by piece, with each piece's offset in its raw content.

    Link texts are visible, their targets, images, tags and struck text are not. Line breaks
    in the source are spaces, those that are meant stay.
    """
    at = 0
    struck = 0
    for token in children:
        end = int(token.meta.get("end", -1)) if token.meta else -1
        text = ""
        place = at
        if token.type == "text":
            text = token.content
            if not raw.startswith(text, at):
                found = raw.find(text, at, at + len(text) + _REACH)
                place = found if found >= 0 else at
            at = place + len(text)
        elif token.type == "text_special":
            text = token.content
            at += len(token.markup)
        elif token.type in ("softbreak", "hardbreak"):
            text = " " if token.type == "softbreak" else "\n"
            place = max(raw.find("\n", at, end if end > at else None), at)
        elif token.type == "code_inline":
            text = token.content
            # Line breaks in code are shown as spaces.
            inner = raw[at:end].replace("\n", " ").find(text, len(token.markup))
            place = at + max(inner, 0)
        elif token.type == "link_open":
            at += 1
        elif token.type == "html_inline" and token.content[:3].lower() == "<br":
            text = "\n"
        elif token.type in ("em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"):
            at += len(token.markup)
            struck += token.nesting if token.tag == "s" else 0
        if end >= 0:
            at = end
        if text and not struck:
            yield text, place
