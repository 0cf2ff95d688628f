"""HTML pages: what a visitor sees, with menus and footers labelled, and the date that the page gives itself."""

from __future__ import annotations

import re

from checker.readers import Draft, Reader
from checker.readers._composer import Composer
from checker.readers._decoding import decode
from checker.readers._html_metadata import read_metadata
from checker.readers._html_text import compose, parse

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,10}=\s{0,10}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_START = re.compile(rb"\s*(?:<!--|<!doctype html|<html|<head|<body)", re.IGNORECASE)
_CHARSET_REACH = 1024


def _sniff(data: bytes) -> bool:
    return _START.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def _read(data: bytes, path: str) -> Draft:
    charset = _CHARSET.search(data, 0, _CHARSET_REACH)
    source, notices = decode(data, path, declared=charset.group(1).decode("ascii") if charset else None)
    root = parse(source)
    composer = Composer()
    compose(root, source, composer)
    metadata = read_metadata(root)
    return Draft(
        source=source,
        text=composer.text,
        blocks=composer.blocks,
        source_map=composer.source_map,
        comments=composer.comments,
        title=metadata.title,
        url=metadata.url,
        language=metadata.language,
        dates=metadata.dates,
        notices=notices,
    )


reader = Reader(suffixes=(".html", ".htm", ".xhtml"), read=_read, sniff=_sniff)
