"""A team's own look: colours that can be read, logos that do nothing, templates that stand in for ours."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from museum_reports import every_verdict

from checker.errors import PresscheckError
from checker.renderers.html import render
from checker.renderers.html.theme import contrast, load_brand

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def brand(folder, theme, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "theme.yaml").write_text(theme, encoding="utf-8")
    return load_brand(str(folder / "theme.yaml"), None)


def test_colours_and_logo_are_in_every_page(tmp_path):
    theme = (
        'name: "Lantern <b>"\nlogo: logo.svg\ncolours: {link: "#7A0019", paper: "#ffffff"}\ndark: {link: "#ffb3c1"}\n'
    )
    report = replace(every_verdict(), brand=brand(tmp_path, theme, logo__svg=SVG))
    for name, text in render(report).items():
        if name.endswith(".html"):
            assert "--paper: #ffffff; --link: #7a0019;" in text
            assert re.search(r"dark\) \{ :root \{ --paper: #161719; --link: #ffb3c1; \}", text)
            assert 'src="data:image/svg+xml;base64,' in text
            assert 'alt="Lantern &lt;b&gt;"' in text


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(
    ("theme", "files", "said"),
    [
        ('colours: {ink: "#888888"}', {}, r"theme\.yaml:1:11: “ink” \(#888888\) on “paper” .* has a contrast of 3\.\d, .*\[theme\]"),
        ('dark: {paper: "#ffffff"}', {}, r":1:8: “ink” .* on “paper” \(#ffffff\)"),
        ("colours: {ink: url(x)}", {}, r"expected a colour such as “#1b5891”, found “url\(x\)”"),
        ('colour: {ink: "#000000"}', {}, r"unknown key “colour” \(did you mean “colours”\?\)"),
        ("logo: none.png", {}, r":1:1: the logo “none\.png” cannot be read"),
        ("logo: ../logo.png", {}, "lies outside the folder"),
        ("logo: logo.png", {"logo__png": b"text"}, "is no PNG, JPEG, GIF, WebP or SVG image"),
        ("logo: logo.png", {"logo__png": PNG + b"\0" * 200_000}, "bytes, and every page holds it"),
        ("logo: logo.svg", {"logo__svg": "<!DOCTYPE svg [<!entity a 'b'>]>" + SVG}, "declares entities"),
        ("logo: [", {}, r"not valid YAML"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_theme_is_said(tmp_path, theme, files, said):
    with pytest.raises(PresscheckError, match=said):
        brand(tmp_path, theme, **files)


def test_a_template_stands_in_for_ours(tmp_path):
    (tmp_path / "index.css").write_text(".own { color: red }\n", encoding="utf-8")
    (tmp_path / "text.html.jinja").write_text("{% macro row_text(row, w) %}OWN{% endmacro %}", encoding="utf-8")
    texts = render(replace(every_verdict(), brand=load_brand(None, str(tmp_path))))
    assert ".own { color: red }" in texts["index.html"]
    assert "OWN" in texts["drafts/opening.md.html"]


def test_a_template_that_replaces_nothing_is_refused(tmp_path):
    (tmp_path / "indx.css").touch()
    with pytest.raises(
        PresscheckError, match=r"indx\.css: replaces no template \(did you mean “index\.css”\?\) \[template\]"
    ):
        load_brand(None, str(tmp_path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if %}", r"text\.html\.jinja:1: a template of yours cannot be used: Expected an expression"),
        ("{% macro row_text(row, w) %}{{ row.none }}{% endmacro %}", "has no attribute 'none'"),
        ("{% macro row_text(row, w) %}{{ row.__class__.__mro__ }}{% endmacro %}", "unsafe"),
        ("{% macro row_text(row, w) %}{{ 1 / 0 }}{% endmacro %}", "division by zero"),
    ],
)
def test_a_template_that_cannot_be_used_is_one_message(tmp_path, text, said):
    (tmp_path / "text.html.jinja").write_text(text, encoding="utf-8")
    report = replace(every_verdict(), brand=load_brand(None, str(tmp_path)))
    with pytest.raises(PresscheckError, match=said):
        render(report)


def test_the_command_uses_the_theme_of_the_configuration(tmp_path, presscheck):
    folder = tmp_path / "brand"
    folder.mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "presscheck.toml").write_text('theme = "brand/theme.yaml"\ntemplates = "brand"\n', encoding="utf-8")
    (folder / "theme.yaml").write_text("name: Lantern\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("# A title\n\nNothing.\n", encoding="utf-8")
    refused = presscheck("check", "a.md", "--report", "out", cwd=tmp_path)
    assert refused.returncode == 2
    assert "brand/theme.yaml: replaces no template" in refused.stderr
    (tmp_path / "presscheck.toml").write_text('theme = "brand/theme.yaml"\n', encoding="utf-8")
    assert presscheck("check", "a.md", "--report", "out", cwd=tmp_path).returncode == 0
    assert '<p class="brand">Lantern</p>' in (tmp_path / "out" / "a.md.html").read_text(encoding="utf-8")
    (folder / "theme.yaml").write_text('colours: {ink: "#eeeeee"}\n', encoding="utf-8")
    refused = presscheck("check", "a.md", "--report", "out", cwd=tmp_path)
    assert refused.returncode == 2
    assert "brand/theme.yaml:1:11: “ink”" in refused.stderr
    assert presscheck("check", "a.md", cwd=tmp_path).returncode == 0
