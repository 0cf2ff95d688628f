"""A report that wants to be more than text: what documents, facts and file names may hold at their worst."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from museum_reports import Draft, every_verdict, evidence

from checker.document import BlockKind
from checker.errors import Problem
from checker.report import DocumentReport, Part, Report, SourceNote, Suppression, Unverified, Verdict

CONTROLS = "".join(map(chr, [*range(0x20), 0x7F, *range(0x80, 0xA0)]))
TURNS = "\u202e\u2066\u200f\u061c"
HOSTILE = {
    "controls": f"a{CONTROLS}b",
    "turned": f"a{TURNS}b",
    "no_characters": "a\ufffe\uffff\ud800b",
    "escape": "\x1b[31mred\x1b]0;title\x07",
    "command": "x\n::error file=a,line=1::owned\r\n##[error]owned%0A::stop-commands::x",
    "formula": '=HYPERLINK("https://evil.example";"x")',
    "formula_at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula_plus": "+31 6",
    "formula_minus": "-5",
    "formula_wide": "＝1+1",
    "formula_hidden": "\t=1+1",
    "formula_behind": 'a;=1+1; @b"; -c',
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)> <!-- -->",
    "closing": "</script></details>]]>-->",
    "xml": "&lt; &amp; ]]> <a b='c'> \"d\"",
    "markdown": "**b** _i_ `c` ``` [x](https://evil.example) ![i](y) | t | ~~s~~ $x$ \\",
    "mention": "@everyone #12 !34 GH-5 https://evil.example www.evil.example a@b.example",
    "sarif": "{0} {{1}} [a](https://evil.example) [b](1) \\",
    "quotes": 'a"b\'c“d”,e;f\n"',
    "emoji": "👩‍👩‍👧 𝔸é\u0301",
    "long": "x" * 40_000,
    "blank": " ",
}
"""Texts by what is wrong with them."""


def hostile_report(ui: str = "en") -> Report:
    """One document with a finding and an unverified value for each hostile text, which also names and explains itself."""
    draft = Draft("drafts/a,b:c%0A::error::&<>\"'`*_|[x](y) .md", HOSTILE["markdown"], "en", "2025-05-07")
    for text in HOSTILE.values():
        draft.add(BlockKind.PARAGRAPH, text)
    findings = []
    values = []
    for number, (name, text) in enumerate(HOSTILE.items()):
        start = draft.blocks[number].start
        finding = draft.finding(
            list(Verdict)[number % 5], text, text, explanation=text, repairs=(text, f"{text}2"), property=f"p{name}",
            property_label=text, subject=text, subject_name=text, claimed=text, expected=text, confidence=0.5,
            check="fact" if number % 2 else "weekday",
            evidence=(evidence(f"s.{name}", text, sources=("bad", text), note=text, rows=({text: text},)),),
        )  # fmt: skip
        findings.append(
            replace(finding, start=start, end=start + len(text), related=(Part(text, text, start, start + len(text)),))
        )
        values.append(
            Unverified(
                text=text, start=start, end=start + len(text), type="count", value={}, reason=name, sentence=text
            )
        )
    notices = tuple(Problem(path=text, code="x", message=text, line=3, warning=True) for text in HOSTILE.values())
    source = SourceNote(
        id="bad", publisher=HOSTILE["markdown"], title=HOSTILE["html"], url='https://x.example/")<a>(b [c'
    )
    script = SourceNote(id=HOSTILE["html"], publisher="p", title="t", url="javascript:alert(1)", date="=1")
    return Report(
        tool_version="1.2.3",
        ui=ui,
        fact_base_path="facts\n::error::x",
        fact_base_digest="",
        entities=1,
        statements=1,
        documents=(
            DocumentReport(
                document=draft.document(notices), as_of=None, findings=tuple(findings), unverified=tuple(values)
            ),
        ),
        errors=tuple(replace(notice, warning=False) for notice in notices),
        sources={"bad": source, script.id: script},
    )


def ignored_report(ui: str = "en") -> Report:
    """The report with every verdict, two of whose findings are ignored."""
    report = every_verdict()
    first, *others = report.documents
    comment = Suppression(kind="comment", reason="agreed {0} with **the board**", path=first.document.path, line=5)
    baseline = Suppression(
        kind="baseline", reason="=old", path="presscheck-baseline.yaml", line=3, until=date(2025, 12, 31)
    )
    findings = list(first.findings)
    findings[0] = replace(findings[0], suppressed=comment)
    findings[2] = replace(findings[2], suppressed=baseline)
    return replace(report, ui=ui, documents=(replace(first, findings=tuple(findings)), *others))
