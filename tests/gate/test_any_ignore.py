"""Whatever people write in comments and baselines: it is understood or reported, and nothing of theirs is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.data import parse_yaml
from checker.errors import DataError
from checker.gate.baseline import Entry, read_baseline, updated
from checker.gate.comments import read_ignores
from checker.reading import read_document

TOPICS = ("fact", "weekday", "born", "wins")
PIECES = st.sampled_from([
    "contradicted", "born", "wins", "outdatet", "reason=", '"x"', "'y'", '"', "'", "“z”", "until=", "2026-12-31", "text=", "=",
    ",", " ", "\n", "-->", "<!--", ":", "-start", "-end", "é", "\U0001f600", "\x0b", ">", "--",
])  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["a.md", "a.html"]))
def test_any_comment_is_understood_or_reported(content, name):
    source = f"Text.\n\n<!-- presscheck-ignore{content} -->\nMore text, 14 March 1991.\n"
    document = read_document(name, source.encode(), language="en")
    ignores, problems = read_ignores(document, TOPICS)
    assert document.comments
    for item in ignores:
        assert item.verdicts or item.topics or item.text, "there is no “everything”"
        assert 0 <= item.start <= item.end <= len(document.source)
    for problem in problems:
        assert problem.warning
        assert problem.code == "ignore"
    said = {item.line for item in (*ignores, *problems)}
    assert 3 in said or "-end" in content or not document.source.split("<!-- ", 1)[1].startswith("presscheck")


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ENTRIES = st.lists(
    st.builds(
        lambda number, text, reason, until: (number, text, reason, until),
        st.integers(0, 10**9),
        WORDS,
        WORDS,
        st.sampled_from([None, "2026-12-31"]),
    ),
    unique_by=lambda item: item[0],
    max_size=6,
)


def made(items):
    return [
        Entry(fingerprint=f"f{number}", path=text or "p", sentence=text, reason=reason, until=until)
        for number, text, reason, until in items
    ]


@given(ENTRIES, ENTRIES.map(lambda items: [(number + 10**10, *rest) for number, *rest in items]), st.data())
def test_an_update_adds_and_takes_out_and_changes_nothing_else(old, new, data):
    text = updated("", "b.yaml", made(old), [])
    if not old:
        text = "version: 1\nignored:\n"
    lines = text.splitlines(keepends=True)
    remark = data.draw(st.sampled_from(["", "# a remark\n", "  # a remark\n", "\n"]))
    text = "".join(f"{remark}{line}" if line.startswith("- ") else line for line in lines)
    entries = read_baseline(text, "b.yaml").entries
    gone = data.draw(st.sets(st.sampled_from([line for _, line in entries]))) if entries else set()
    result = updated(text, "b.yaml", made(new), gone)
    kept = [entry for entry, line in entries if line not in gone]
    assert [entry for entry, _ in read_baseline(result, "b.yaml").entries] == [*kept, *made(new)]
    if not gone:
        assert result.startswith(text)
    assert result.count("remark") == (len(kept) if "remark" in remark else 0)


@given(
    st.lists(
        st.sampled_from(
            [
                "version: 1\n",
                "ignored:\n",
                "- ",
                "fingerprint: a\n",
                "  path: b\n",
                "  reason: |\n",
                "    x\n",
                "# y\n",
                "ignored: []\n",
                "{",
                "}",
                "\n",
                "more: 1\n",
            ]
        )
    ).map("".join)
)
def test_a_baseline_in_any_form_is_updated_without_loss_or_refused(text):
    (entry,) = made([(1, "new", "reason", None)])
    try:
        before = read_baseline(text, "b.yaml").entries if text.strip() else ()
    except DataError:
        return
    try:
        result = updated(text, "b.yaml", [entry], [])
    except DataError:
        return
    assert [item for item, _ in read_baseline(result, "b.yaml").entries] == [*(item for item, _ in before), entry]
    assert parse_yaml(result, "b.yaml").value["ignored"][-1]["fingerprint"] == "f1"
