"""What is no value is recognised as what it is."""

import pytest

from checker.values import find_not_values, read_values


@pytest.mark.parametrize(
    ("text", "language", "kind", "found"),
    [
        ("Bel +31 (0)20 555 01 23.", "nl", "phone", "+31 (0)20 555 01 23"),
        ("Call (212) 555-0100 now", "en", "phone", "(212) 555-0100"),
        ("zie https://voorbeeld.nl/2025.", "nl", "url", "https://voorbeeld.nl/2025."),
        ("mail pers24@voorbeeld.nl", "nl", "email", "pers24@voorbeeld.nl"),
        ("1012 AB Amsterdam", "nl", "postcode", "1012 AB"),
        ("London SW1A 1AA", "en", "postcode", "SW1A 1AA"),
        ("om 14.30 uur", "nl", "time", "14.30 uur"),
        ("at 7:30 sharp", "en", "time", "7:30"),
        ("the F-150 truck", "en", "product", "F-150"),
        ("de D7X-R’s", "nl", "product", "D7X-R’s"),
        ("4×4’s", "nl", "product", "4×4’s"),
        ("release v2.4.1", "en", "version", "v2.4.1"),
        ("artikel 12", "nl", "number", "artikel 12"),
        ("as shown [3]", "en", "note", "[3]"),
        ("first\n2) second", "en", "list", "2)"),
        ("IBAN NL91 ABNA 0417 1643 00", "nl", "iban", "NL91 ABNA 0417 1643 00"),
        ("open 24/7", "en", "name", "24/7"),
    ],
)
def test_a_span_that_is_no_value_has_a_kind(text, language, kind, found):
    (span,) = find_not_values(text, language)
    assert (span.kind, text[span.start : span.end]) == (kind, found)
    assert all(value.end <= span.start or value.start >= span.end for value in read_values(text, language))


@pytest.mark.parametrize(
    "text", ["12 m2", "100MW", "€5m", "Q3 2024", "EUR40m", "May-7 June", "2ND", "5km", "10K", "since Expo-2025"]
)
def test_units_currencies_quarters_and_years_are_no_products(text):
    assert not find_not_values(text, "en")
